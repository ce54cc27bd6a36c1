import { expect, test } from 'vitest'
import { network, SUBSCRIPTION } from '../../../tests/support/resources.ts'
import { surroundings } from '../../../tests/support/surroundings.ts'
import type { Right } from '../rights/right.ts'
import { groupId } from './place.ts'
import { proposedGroup } from './starting-place.ts'

const NETWORK = network('vnet-hub-weu')
const GROUP = groupId(SUBSCRIPTION, NETWORK.resourceGroup)
const COMMON = { is: 'existing', id: GROUP } as const
const proposed = (group: Parameters<typeof proposedGroup>[0]['group'], right?: Right) =>
  proposedGroup({ group, subscriptionId: SUBSCRIPTION }, 'westeurope', {
    ...surroundings([NETWORK]),
    rights: new Map(right ? [[`Microsoft.Network/connections/write ${GROUP}`, right]] : []),
  })
const lock = (level: string, scope = GROUP): Right => ({
  is: 'locked',
  lock: { id: 'l', name: 'keep', level, scope },
})

test('where most is, and as it was proposed once', () => {
  expect(proposed({ is: 'new', name: '' })).toEqual(COMMON)
  expect(proposed({ is: 'new', name: 'rg-mine' })).toEqual({ is: 'new', name: 'rg-mine' })
})

test.each<[what: string, right: Right, isKept: boolean]>([
  ['a lock against changes', lock('ReadOnly'), false],
  ['a lock against deletion, which lets changes through', lock('CanNotDelete'), true],
  [
    'a lock of the subscription, in which no group is better',
    lock('ReadOnly', `/subscriptions/${SUBSCRIPTION}`),
    true,
  ],
  ['a lock of something in it', lock('ReadOnly', NETWORK.id), true],
  ['nothing', { is: 'allowed' }, true],
])('a group under %s', (_, right, isKept) => {
  const fresh = proposed(COMMON, right)
  expect(fresh).toEqual(isKept ? COMMON : { is: 'new', name: 'rg-net-weu-2' })
  // Read or not, it stays.
  expect(proposed(fresh)).toEqual(fresh)
})
