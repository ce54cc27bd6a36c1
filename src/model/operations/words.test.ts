import { describe, expect, it, test } from 'vitest'
import type { Activity } from '../diagnostics/activity.ts'
import type { Replacement } from '../edits/edit.ts'
import type { HubError } from '../errors.ts'
import type { Operation, OperationState } from './operation.ts'
import {
  endSentence,
  operationName,
  operationsHeadline,
  progressOf,
  startedBy,
  stateVerdict,
  stateWord,
  stopwatch,
  tookWords,
  whatWords,
} from './words.ts'

const NOW = new Date(2026, 10, 25, 12).getTime()
const error = (code: string): HubError => ({ kind: 'invalid', code, message: '', details: [] })
const plain = (text: string | undefined) => text?.replaceAll('\u2009', ' ')

const edit: Replacement = {
  is: 'edit',
  method: 'PUT',
  id: '/gw',
  name: 'gw',
  topic: 'sku',
  what: 'the SKU of gw',
  effect: '',
  action: '',
  holds: [],
  changes: [{ path: ['properties', 'sku', 'name'], from: 'VpnGw1AZ', to: 'VpnGw2AZ' }],
}

function operation(
  state: OperationState,
  write: Extract<Operation, { by: 'browser' }>['write'] = edit,
): Operation {
  return { key: 'k', id: '/gw', name: 'gw', startedAt: NOW - 722_000, by: 'browser', write, state }
}

const RUNNING: OperationState = { is: 'running', step: 'running' }
const { changes, ...facts } = edit
const action = { ...facts, is: 'action', method: 'POST', segment: 'reset' } as const

describe('an operation in words', () => {
  it.each<[name: string, what: string, of: Operation]>([
    ['Change SKU', 'sku/name: VpnGw1AZ to VpnGw2AZ', operation(RUNNING)],
    [
      'Create',
      'the SKU of gw',
      operation(RUNNING, { ...edit, creates: true, changes: [{ path: ['name'], to: 1 }] }),
    ],
    [
      'Change NAT rules',
      'sku/name: VpnGw1AZ to VpnGw2AZ, sku/name: VpnGw1AZ to VpnGw2AZ',
      operation(RUNNING, { ...edit, topic: 'nat-rules/a', changes: [...changes, ...changes] }),
    ],
    [
      'Change tags',
      'tags',
      operation(RUNNING, { ...edit, topic: 'tags', changes: [{ path: ['tags'], to: {} }] }),
    ],
    [
      'Reset',
      'gatewayVip 10.0.0.1',
      operation(RUNNING, { ...action, topic: 'reset', query: { gatewayVip: '10.0.0.1' } }),
    ],
    ['reset', '', operation(RUNNING, { ...action, topic: 'other' })],
    ['Delete', '', operation(RUNNING, { ...facts, is: 'removal', method: 'DELETE' })],
    ['Change SKU', 'Seen done on Azure', operation({ is: 'succeeded', by: 'reading', at: NOW })],
    [
      'Update',
      'Updating',
      {
        key: 'k',
        id: '/gw',
        name: 'gw',
        startedAt: 0,
        by: 'azure',
        provisioningState: 'Updating',
        state: RUNNING,
      },
    ],
  ])('%s: %s', (name, what, of) => {
    expect([operationName(of), whatWords(of)]).toEqual([name, what])
  })

  it.each<[state: OperationState, word: string, verdict: string]>([
    [RUNNING, 'Running', 'inProgress'],
    [{ ...RUNNING, heldUp: error('NoAnswer') }, 'Paused', 'attention'],
    [{ is: 'succeeded', by: 'answer', at: NOW }, 'Succeeded', 'healthy'],
    [{ is: 'failed', error: error('X'), during: 'sending', at: NOW }, 'Failed', 'down'],
    [{ is: 'failed', error: error('X'), during: 'reading', at: NOW }, 'Not sent', 'down'],
    [{ is: 'failed', error: error('Canceled'), during: 'sending', at: NOW }, 'Canceled', 'notChecked'],
    [{ is: 'unknown', error: error('X'), at: NOW }, 'Not known', 'unknown'],
  ])('%j', (state, word, verdict) => {
    expect([stateWord(state), stateVerdict(state)]).toEqual([word, verdict])
  })

  it('says how long it took, and where nobody looked the most it can have been', () => {
    const end = { is: 'succeeded', by: 'answer', at: NOW } as const
    expect(tookWords(operation(RUNNING))).toBeUndefined()
    expect(plain(tookWords(operation(end)))).toBe('12 min 02 s')
    expect(plain(endSentence(operation({ ...end, late: true })))).toBe(
      'Change SKU, gw: succeeded after at most 12 min 02 s',
    )
  })
})

describe('who began what was noted on Azure', () => {
  const noted: Operation = {
    key: 'noted',
    id: '/gw',
    name: 'gw',
    startedAt: NOW,
    by: 'azure',
    provisioningState: 'Updating',
    state: RUNNING,
  }
  const entry = (change: Partial<Activity>): Activity => ({
    correlationId: 'c',
    operation: 'Microsoft.Network/virtualNetworkGateways/write',
    status: 'Accepted',
    resourceId: '/gw',
    caller: 'ana@contoso.com',
    startedAt: NOW - 60_000,
    endedAt: NOW - 60_000,
    ...change,
  })
  const { caller: _, ...withoutCaller } = entry({})
  it.each<[what: string, log: Activity[], by: string]>([
    ['what is under way', [entry({})], 'ana@contoso.com'],
    ['the log was not read', [], 'noted on Azure'],
    ['it ended before that', [entry({ status: 'Succeeded' })], 'noted on Azure'],
    ['it has ended since', [entry({ status: 'Succeeded', endedAt: NOW + 1 })], 'ana@contoso.com'],
    ['it began later', [entry({ startedAt: NOW + 1 })], 'noted on Azure'],
    ['it only asked', [entry({ operation: 'x/getLearnedRoutes/action' })], 'noted on Azure'],
    ['nobody is named', [withoutCaller], 'noted on Azure'],
    [
      'the last of two',
      [entry({ startedAt: NOW - 90_000, caller: 'bo@contoso.com' }), entry({})],
      'ana@contoso.com',
    ],
  ])('%s', (_, log, by) => {
    expect(startedBy(noted, log)).toBe(by)
  })

  test('a write of this browser needs no log', () => {
    expect(startedBy(operation(RUNNING), [entry({})])).toBe('this browser')
  })
})

it.each([
  [-1, '0 s'],
  [42_900, '42 s'],
  [883_000, '14 min 43 s'],
  [3_840_000, '1 h 04 min'],
])('%d ms are %s', (milliseconds, words) => {
  expect(plain(stopwatch(milliseconds))).toBe(words)
})

it.each<[string, Operation[]]>([
  ['No operation is running', []],
  ['1 operation is running', [operation(RUNNING)]],
  [
    '2 operations are running, 1 failed today',
    [
      operation(RUNNING),
      operation(RUNNING),
      operation({ is: 'failed', error: error('X'), during: 'sending', at: NOW }),
      operation({ is: 'failed', error: error('X'), during: 'sending', at: NOW - 86_400_000 }),
      operation({ is: 'failed', error: error('Canceled'), during: 'sending', at: NOW }),
    ],
  ],
])('%s', (headline, operations) => {
  expect(operationsHeadline(operations, NOW)).toBe(headline)
})

it.each([
  [0, 0],
  [30_000, 0.5],
  [600_000, 0.97],
])('a bar after %d ms of a minute is at %d', (elapsed, part) => {
  expect(progressOf(elapsed, { to: 60_000 })).toBe(part)
})
