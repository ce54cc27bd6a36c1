import { expect, it } from 'vitest'
import type { Edit } from '../edits/edit.ts'
import type { Operation, OperationState } from './operation.ts'
import { editOf, putBackPageOf } from './put-back-of.ts'

const GATEWAY = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworkGateways/gw'
const DONE: OperationState = { is: 'succeeded', by: 'answer', at: 9 }

function operation(change: Partial<Edit> = {}, state = DONE, startedAt = 1): Operation {
  const write = {
    is: 'edit',
    method: 'PUT',
    topic: 'bgp',
    id: GATEWAY,
    name: 'gw',
    what: 'BGP of gw',
    effect: '',
    action: '',
    holds: [],
    changes: [{ path: ['properties', 'enableBgp'], from: false, to: true }],
    ...change,
  } as Edit
  return { key: `k${startedAt}`, id: write.id, name: 'gw', startedAt, by: 'browser', write, state }
}

it.each<[what: string, operation: Operation, others: Operation[], page: string | undefined]>([
  ['a change that went well', operation(), [], GATEWAY],
  ['one that still runs', operation({}, { is: 'running', step: 'running' }), [], undefined],
  ['what was made', operation({ creates: true }), [], undefined],
  ['a secret alone', operation({ changes: [] }), [], undefined],
  [
    'a rule, on its gateway',
    operation({ id: `${GATEWAY}/natRules/dallas`, topic: 'nat-rules/dallas' }),
    [],
    GATEWAY,
  ],
  ['one that was changed again', operation(), [operation({}, DONE, 2)], undefined],
  ['one that was changed before', operation(), [operation({}, DONE, 0)], GATEWAY],
  ['one of another form', operation(), [operation({ topic: 'sku' }, DONE, 2)], GATEWAY],
])('%s can be put back or not', (_, one, others, page) => {
  expect(putBackPageOf(one, [one, ...others])).toBe(page)
  if (page === undefined && others.length === 0) expect(editOf(one)).toBeUndefined()
})
