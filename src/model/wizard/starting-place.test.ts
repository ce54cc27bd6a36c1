import { expect, test } from 'vitest'
import { network, SUBSCRIPTION } from '../../../tests/support/resources.ts'
import { surroundings } from '../../../tests/support/surroundings.ts'
import type { Right } from '../rights/right.ts'
import type { Chosen } from './chosen.ts'
import { groupId } from './place.ts'
import { proposedGroup } from './starting-place.ts'

const NETWORK = network('vnet-hub-weu')
const GROUP = groupId(SUBSCRIPTION, NETWORK.resourceGroup)
const COMMON = { is: 'existing', id: GROUP } as const
const SECOND = { is: 'existing', id: groupId(SUBSCRIPTION, 'rg-net-weu-2') } as const
const proposed = (group: Chosen, ...rights: readonly Right[]) =>
  proposedGroup(
    { group, subscriptionId: SUBSCRIPTION },
    'westeurope',
    {
      ...surroundings([NETWORK, network('vnet-other', { resourceGroup: 'rg-net-weu-2' })]),
      rights: new Map(rights.map((right, index) => [`Microsoft.Network/connections/write ${index}`, right])),
    },
    () => [],
  )
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
  expect(fresh).toEqual(isKept ? COMMON : SECOND)
  // Read or not, it stays.
  expect(proposed(fresh)).toEqual(fresh)
})

const BOTH = [lock('ReadOnly'), lock('ReadOnly', SECOND.id)]

test('where several are locked it is the first that is not, and stays there', () => {
  for (const locked of [
    COMMON,
    SECOND,
    { is: 'new', name: '' },
    { is: 'new', name: 'rg-net-weu-2' },
  ] as const) {
    const third = proposed(locked, ...BOTH)
    expect(third).toEqual({ is: 'new', name: 'rg-net-weu-3' })
    expect(proposed(third, ...BOTH)).toEqual(third)
  }
})

test('of one that was left the lock is not read any more: nobody goes back to it', () => {
  expect(proposed(SECOND, lock('ReadOnly', SECOND.id))).toEqual({ is: 'new', name: 'rg-net-weu-3' })
})
