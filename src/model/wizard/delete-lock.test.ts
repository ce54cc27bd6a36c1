import { expect, test } from 'vitest'
import { idOf, SUBSCRIPTION } from '../../../tests/support/resources.ts'
import type { Right } from '../rights/right.ts'
import { deleteLockWords, deletesAsked } from './delete-lock.ts'
import { rightKey } from './needed-rights.ts'

const ID = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-net-weu`
const GROUP = { is: 'existing', id: ID } as const
const locked = (scope: string, level = 'CanNotDelete'): Right => ({
  is: 'locked',
  lock: { id: 'l', name: 'keep', level, scope },
})

test.each<[what: string, right: Right, words: string | undefined]>([
  ['the group', locked(ID), 'The lock keep on the resource group rg-net-weu forbids deleting it'],
  ['its subscription', locked(`/subscriptions/${SUBSCRIPTION}`), 'The lock keep on the subscription'],
  ['something in the group', locked(idOf('virtualNetworks', 'vnet')), undefined],
  ['all changes', locked(ID, 'ReadOnly'), undefined],
  ['nothing', { is: 'allowed' }, undefined],
])('a lock on %s', (_, right, words) => {
  const [asked] = deletesAsked([GROUP])
  if (!asked) throw new Error('nothing was asked')
  const around = { subscriptions: [], deletes: new Map([[rightKey(asked), right]]) }
  const said = deleteLockWords(GROUP, around)
  if (words === undefined) expect(said).toBeUndefined()
  else expect(said).toMatch(new RegExp(`^${words}.*\\. What is made there cannot be removed`))
})

test('of a group that is new, or that was not asked of, nothing is said', () => {
  expect(deletesAsked([{ is: 'new', name: 'rg' }])).toEqual([])
  expect(deleteLockWords(GROUP, { subscriptions: [] })).toBeUndefined()
})
