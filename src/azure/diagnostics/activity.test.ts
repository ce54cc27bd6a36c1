import { expect, test } from 'vitest'
import { err, ok } from '../../lib/result.ts'
import type { JsonObject } from '../../lib/json.ts'
import { activitiesOf, readActivity } from './activity.ts'

const ID = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/connections/cn'
const named = (value: string, localizedValue = value) => ({ value, localizedValue })

function event(status: string, at: string, change: JsonObject = {}): JsonObject {
  return {
    correlationId: 'c1',
    eventName: named(status === 'Started' ? 'BeginRequest' : 'EndRequest'),
    operationName: named('Microsoft.Network/connections/sharedKey/write', 'Sets the shared key'),
    status: named(status),
    caller: 'a.nowak@contoso.com',
    resourceId: ID,
    eventTimestamp: at,
    properties: {},
    ...change,
  }
}

test('the events of one operation are one thing somebody did, as its last event has it', () => {
  const events = [
    event('Succeeded', '2026-11-25T07:31:40Z'),
    event('Started', '2026-11-25T07:31:00Z'),
    event('Accepted', '2026-11-25T07:31:00Z', { resourceId: ID.toUpperCase() }),
    event('Started', '2026-11-25T08:00:00Z', { correlationId: 'c2' }),
  ]
  for (const order of [events, events.toReversed()]) {
    expect(activitiesOf(order)).toMatchObject([
      { correlationId: 'c2', status: 'Started' },
      {
        correlationId: 'c1',
        operation: 'Microsoft.Network/connections/sharedKey/write',
        operationWords: 'Sets the shared key',
        status: 'Succeeded',
        caller: 'a.nowak@contoso.com',
        startedAt: Date.UTC(2026, 10, 25, 7, 31),
        endedAt: Date.UTC(2026, 10, 25, 7, 31, 40),
      },
    ])
  }
})

test.each([
  ['Created', true],
  ['OK', undefined],
])('an answer %s tells whether the resource was made', (subStatus, created) => {
  const [activity] = activitiesOf([
    event('Started', '2026-11-25T07:31:00Z'),
    event('Accepted', '2026-11-25T07:31:00Z', { subStatus: named(subStatus) }),
    event('Succeeded', '2026-11-25T07:51:00Z', { subStatus: named('') }),
  ])
  expect(activity?.created).toBe(created)
})

test('of events of one moment the later step counts, in any order', () => {
  const events = [event('Started', '2026-11-25T07:31:00Z'), event('Failed', '2026-11-25T07:31:00Z')]
  expect(activitiesOf(events)[0]?.status).toBe('Failed')
  expect(activitiesOf(events.toReversed())[0]?.status).toBe('Failed')
})

test.each([
  ['{"error":{"code":"ScopeLocked","message":"The scope is locked."}}', 'ScopeLocked: The scope is locked.'],
  ['{"status":"Failed","error":{"code":"InternalServerError"}}', 'InternalServerError'],
  ['Plain words', 'Plain words'],
  ['Shared key: abcdefghijkl', 'Shared key: …ijkl'],
])('a failure says why: %s', (statusMessage, said) => {
  const [activity] = activitiesOf([
    event('Failed', '2026-11-25T07:31:00Z', { properties: { statusMessage } }),
  ])
  expect(activity?.statusMessage).toBe(said)
})

test('what has no time or no name is left out, and nothing else is needed', () => {
  expect(
    activitiesOf([
      {},
      event('Started', 'yesterday'),
      { eventTimestamp: '2026-11-25T07:31:00Z', operationName: 'X/write' },
    ]),
  ).toEqual([
    {
      correlationId: '',
      operation: 'X/write',
      status: 'Unknown',
      resourceId: '',
      startedAt: Date.UTC(2026, 10, 25, 7, 31),
      endedAt: Date.UTC(2026, 10, 25, 7, 31),
    },
  ])
})

test('the subscription is asked for one resource and a time', async () => {
  const asked: [path: string, query: Record<string, string> | undefined][] = []
  const ask = {
    action: () => Promise.reject(new Error()),
    get: () => Promise.reject(new Error()),
    pages: (path: string, query?: Record<string, string>) => {
      asked.push([path, query])
      return Promise.resolve(ok([]))
    },
  }
  const range = { from: Date.UTC(2026, 10, 18), to: Date.UTC(2026, 10, 25) }
  expect(await readActivity({ ask }, `${ID}'s`, range)).toEqual(ok([]))
  expect(asked).toEqual([
    [
      '/subscriptions/s/providers/Microsoft.Insights/eventtypes/management/values',
      {
        $filter: `eventTimestamp ge '2026-11-18T00:00:00.000Z' and eventTimestamp le '2026-11-25T00:00:00.000Z' and resourceUri eq '${ID}''s'`,
      },
    ],
  ])
  const refused = err({ kind: 'forbidden' as const, code: 'AuthorizationFailed', message: '', details: [] })
  expect(await readActivity({ ask: { ...ask, pages: async () => refused } }, ID, range)).toBe(refused)
})
