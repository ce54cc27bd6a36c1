import { describe, expect, test } from 'vitest'
import type { Json } from '../lib/json.ts'
import type { OperationRecord, Polled, WriteRequest } from './operation.ts'
import { azureOn, json, networkId, scripted } from './scripted.ts'
import type { WireAnswer } from './transport.ts'

const ID = networkId('virtualNetworkGateways', 'gw')
const AT = 'https://management.azure.com/subscriptions/s/providers/Microsoft.Network/locations/westeurope'
// Long and signed on the real service: it must come back as it was given.
const STATUS = `${AT}/operations/1?api-version=2025-05-01&t=1&c=${'x'.repeat(3000)}&s=a%2Fb&h=h`
const RESULT = `${AT}/operationResults/1?api-version=2025-05-01`
const both = { 'Azure-AsyncOperation': STATUS, Location: RESULT, 'Retry-After': '10' }

const empty = (status: number, headers = {}): WireAnswer => ({ status, headers, body: '' })
const resource = (provisioningState?: string): Json => ({
  id: ID,
  properties: { provisioningState, sharedKey: 'MARKER' },
})
const clean = (provisioningState?: string) => ({ id: ID, properties: { provisioningState } })

/** Answers one after another; the last one stays. */
const inTurn = (...answers: WireAnswer[]) => {
  let turn = 0
  return () => answers[Math.min(turn++, answers.length - 1)] ?? empty(500)
}
const status = (name: string, more = {}) => json({ status: name, ...more })
const failed = status('Failed', {
  error: { code: ' ServiceProviderNotProvisioned', message: 'x', details: [] },
})

async function begin(request: Partial<WriteRequest>, table: Parameters<typeof scripted>[0]) {
  const script = scripted(table)
  const { operations } = azureOn(script.send)
  const started = await operations.start({ method: 'PUT', id: ID, ...request })
  if (!started.ok) return { started, asked: script.asked }
  if (started.value.state !== 'running') return { started: started.value, asked: script.asked }
  const ticks: Polled['state'][] = []
  // What a reload leaves of it.
  const operation = JSON.parse(JSON.stringify(started.value.operation)) as OperationRecord
  const end = await operations.follow(operation, { onTick: ({ state }) => ticks.push(state) })
  return { started: started.value, ticks, end, asked: script.asked }
}

describe('how it is followed', () => {
  const POST = { method: 'POST', action: 'reset' } as const
  const DELETE = { method: 'DELETE' } as const
  test.each<[string, Partial<WriteRequest>, Parameters<typeof scripted>[0], Polled]>([
    [
      'PUT with a status address',
      {},
      [
        ['PUT', json(resource('Updating'), 201, { 'Azure-AsyncOperation': STATUS })],
        ['/operations/1', inTurn(status('InProgress'), status('Succeeded'))],
        [`GET https://management.azure.com${ID}`, json(resource('Succeeded'))],
      ],
      { state: 'succeeded', result: clean('Succeeded') },
    ],
    [
      'PUT without readable headers',
      {},
      [
        ['PUT', json(resource('Updating'), 201)],
        [
          `GET https://management.azure.com${ID}`,
          inTurn(json(resource('Updating')), json(resource('Succeeded'))),
        ],
      ],
      { state: 'succeeded', result: clean('Succeeded') },
    ],
    [
      'DELETE with both',
      DELETE,
      [
        ['DELETE', empty(202, both)],
        ['/operations/1', inTurn(status('InProgress'), status('Succeeded'))],
      ],
      { state: 'succeeded', result: undefined },
    ],
    [
      'DELETE without readable headers, until it is gone',
      DELETE,
      [
        ['DELETE', empty(202)],
        [
          'GET',
          inTurn(
            json(resource('Deleting')),
            json({ error: { code: 'ResourceNotFound', message: 'x' } }, 404),
          ),
        ],
      ],
      { state: 'succeeded', result: undefined },
    ],
    [
      'DELETE that says InProgress with 200 at its Location',
      DELETE,
      [
        ['DELETE', empty(202, { Location: RESULT })],
        ['/operationResults/1', inTurn(status('InProgress'), empty(204))],
      ],
      { state: 'succeeded', result: undefined },
    ],
    [
      'POST with a Location only',
      POST,
      [
        ['POST', json(null, 202, { Location: RESULT })],
        ['/operationResults/1', inTurn(json(null, 202), json({ value: [1] }))],
      ],
      { state: 'succeeded', result: { value: [1] } },
    ],
    [
      'POST with both takes its result from the Location',
      POST,
      [
        ['POST', empty(202, both)],
        ['/operations/1', status('Succeeded', { properties: { output: { from: 'status' } } })],
        ['/operationResults/1', json({ from: 'location' })],
      ],
      { state: 'succeeded', result: { from: 'location' } },
    ],
    [
      'POST whose Location is not readable takes it from the status',
      POST,
      [
        ['POST', empty(202, { 'Azure-AsyncOperation': STATUS })],
        ['/operations/1', status('Succeeded', { properties: { output: { from: 'status' } } })],
      ],
      { state: 'succeeded', result: { from: 'status' } },
    ],
    [
      'POST that ends with null',
      POST,
      [
        ['POST', empty(202, both)],
        ['/operations/1', status('Succeeded', { properties: {} })],
        ['/operationResults/1', json(null)],
      ],
      { state: 'succeeded', result: undefined },
    ],
    [
      'JSON inside a string is parsed',
      POST,
      [
        ['POST', json(null, 202, { Location: RESULT })],
        ['/operationResults/1', json('{"IkeSAs":[]}')],
      ],
      { state: 'succeeded', result: { IkeSAs: [] } },
    ],
    [
      'other strings stay',
      POST,
      [
        ['POST', json(null, 202, { Location: RESULT })],
        ['/operationResults/1', json('https://x.blob/y.zip?sig=z')],
      ],
      { state: 'succeeded', result: 'https://x.blob/y.zip?sig=z' },
    ],
    [
      'a poll that fails is not the operation that fails',
      {},
      [
        ['PUT', json(resource('Updating'), 201, { 'Azure-AsyncOperation': STATUS })],
        [
          '/operations/1',
          inTurn(
            ...Array.from({ length: 5 }, () => json({}, 500)),
            status('InProgress'),
            status('Succeeded'),
          ),
        ],
        ['GET', json(resource('Succeeded'))],
      ],
      { state: 'succeeded', result: clean('Succeeded') },
    ],
    [
      'an operation Azure has forgotten is told by its resource',
      {},
      [
        ['PUT', json(resource('Updating'), 201, { 'Azure-AsyncOperation': STATUS })],
        ['/operations/1', json({ error: { code: 'NotFound', message: 'x' } }, 404)],
        ['GET', json(resource('Succeeded'))],
      ],
      { state: 'succeeded', result: clean('Succeeded') },
    ],
  ])('%s', async (_, request, table, end) => {
    expect((await begin(request, table)).end).toEqual(end)
  })
})

describe('how it fails', () => {
  test.each<[string, Partial<WriteRequest>, Parameters<typeof scripted>[0], string]>([
    [
      'with a code',
      {},
      [
        ['PUT', json(resource('Updating'), 201, both)],
        ['/operations/1', failed],
      ],
      'ServiceProviderNotProvisioned',
    ],
    [
      'cancelled',
      {},
      [
        ['PUT', json(resource('Updating'), 201, both)],
        ['/operations/1', status('Canceled')],
      ],
      'OperationCanceled',
    ],
    [
      'told by the resource',
      {},
      [
        ['PUT', json(resource('Updating'), 201)],
        ['GET', json(resource('Failed'))],
      ],
      'OperationFailed',
    ],
    [
      'refused at the Location',
      { method: 'DELETE' },
      [
        ['DELETE', empty(202, { Location: RESULT })],
        ['GET', json({ Error: { Code: 'ResourceGroupDeletionBlocked', Message: 'x' } }, 409)],
      ],
      'ResourceGroupDeletionBlocked',
    ],
    [
      'an action Azure has forgotten',
      { method: 'POST', action: 'reset' },
      [
        ['POST', empty(202, { 'Azure-AsyncOperation': STATUS })],
        ['GET', json({ error: { code: 'NotFound', message: 'x' } }, 404)],
      ],
      'OperationForgotten',
    ],
  ])('%s', async (_, request, table, code) => {
    expect((await begin(request, table)).end).toMatchObject({ state: 'failed', error: { code } })
  })
})

describe('how it starts', () => {
  test.each<[string, Partial<WriteRequest>, WireAnswer, unknown]>([
    ['PUT that is done', {}, json(resource('Succeeded')), { state: 'settled', result: clean('Succeeded') }],
    ['DELETE of what is not there', { method: 'DELETE' }, empty(204), { state: 'settled' }],
    [
      'POST that answers at once',
      { method: 'POST', action: 'a' },
      json('<xml/>'),
      { state: 'settled', result: '<xml/>' },
    ],
    ['POST that nothing tells of', { method: 'POST', action: 'a' }, json(null, 202), { state: 'untracked' }],
    [
      'a busy resource',
      {},
      json({ error: { code: 'AnotherOperationInProgress', message: 'x' } }, 429),
      { error: { kind: 'busy' } },
    ],
  ])('%s', async (_, request, answer, started) => {
    const begun = await begin(request, [[`${request.method ?? 'PUT'}`, answer]])
    expect(begun.started).toMatchObject(started as object)
    expect(begun.end).toBeUndefined()
  })

  test('the addresses are used as they came, and the token goes with them', async () => {
    const { asked, ticks } = await begin({}, [
      ['PUT', json(resource('Updating'), 201, { 'Azure-AsyncOperation': STATUS })],
      ['/operations/1', inTurn(status('InProgress'), status('Succeeded'))],
      ['GET', json(resource('Succeeded'))],
    ])
    expect(asked.filter(({ url }) => url === STATUS)).toHaveLength(2)
    expect(asked.every(({ headers }) => headers.authorization === 'Bearer demo')).toBe(true)
    expect(ticks).toEqual(['running', 'succeeded'])
  })

  test('an address outside ARM is not followed; the resource tells', async () => {
    const { end, asked } = await begin({}, [
      ['PUT', json(resource('Updating'), 201, { 'Azure-AsyncOperation': 'https://evil.example/' })],
      ['GET', json(resource('Succeeded'))],
    ])
    expect(end).toEqual({ state: 'succeeded', result: clean('Succeeded') })
    expect(asked.map(({ url }) => new URL(url).host)).toEqual([
      'management.azure.com',
      'management.azure.com',
    ])
  })
})

test('waits as long as ARM says, else the interval; once a minute when nobody looks', async () => {
  const waits: number[] = []
  const script = scripted([
    ['PUT', json(resource('Updating'), 201, both)],
    [
      '/operations/1',
      inTurn(
        json({ status: 'InProgress' }, 200, { 'Retry-After': '20' }),
        status('InProgress'),
        status('Succeeded'),
      ),
    ],
    ['GET', json(resource('Succeeded'))],
  ])
  const { createAzure } = await import('./azure.ts')
  const { demoCredential } = await import('./demo-credential.ts')
  let hidden = false
  const { operations } = createAzure({
    send: script.send,
    credential: demoCredential,
    clock: () => 0,
    sleep: (milliseconds) => {
      waits.push(milliseconds)
      hidden = waits.length >= 2
      return Promise.resolve()
    },
    newId: () => 'id',
    pollIntervalMs: () => 250,
    hidden: () => hidden,
  })
  const started = await operations.start({ method: 'PUT', id: ID, body: {} })
  if (!started.ok || started.value.state !== 'running') throw new Error('not started')
  await operations.follow(started.value.operation)
  expect(waits).toEqual([10_000, 20_000, 60_000])
})

test('following ends when it is aborted', async () => {
  const { operations } = azureOn(scripted([]).send)
  const operation: OperationRecord = { resourceId: ID, method: 'PUT', operationUrl: STATUS, startedAt: 0 }
  await expect(operations.follow(operation, { signal: AbortSignal.abort() })).rejects.toThrow('abort')
})
