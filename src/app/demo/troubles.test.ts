import { expect, test } from 'vitest'
import { EVERYWHERE, placesOf, TROUBLES, troublesOn, whereOn } from './troubles.ts'

const S = '/subscriptions/22222222-2222-4222-8222-222222222222'
const subscriptions = [{ subscriptionId: '22222222-2222-4222-8222-222222222222', displayName: 'Lab' }]

test.each(TROUBLES.map((trouble) => [trouble.name, trouble] as const))(
  '%s is found again by its fault, wherever it was ordered',
  (_, trouble) => {
    for (const at of [EVERYWHERE, S, `${S}/resourceGroups/rg-net`])
      expect(whereOn(trouble, [trouble.fault(at)])).toBe(at)
    expect(whereOn(trouble, [])).toBeUndefined()
  },
)

test('a resource group does not take its namesakes along', () => {
  const slow = TROUBLES.find(({ kind }) => kind === 'slow')?.fault(`${S}/resourceGroups/rg-net`)
  expect(slow).toMatchObject({ path: `${S}/resourceGroups/rg-net/` })
})

test('places are each subscription and, below it, its groups, each once', () => {
  const { subscriptionId } = subscriptions[0] ?? { subscriptionId: '' }
  const rows = ['rg-b', 'rg-a', 'RG-B'].map((resourceGroup) => ({ subscriptionId, resourceGroup }))
  const elsewhere = { subscriptionId: 'other', resourceGroup: 'rg-c' }
  const empty = { subscriptionId: 'e', displayName: 'Empty' }
  expect(placesOf([...subscriptions, empty], [...rows, elsewhere])).toEqual([
    { at: EVERYWHERE, name: 'The whole estate' },
    { at: S, name: 'Lab' },
    { at: `${S}/resourceGroups/RG-B`, name: 'RG-B in Lab' },
    { at: `${S}/resourceGroups/rg-a`, name: 'rg-a in Lab' },
    { at: '/subscriptions/e', name: 'Empty' },
  ])
})

test('what is on, in words', () => {
  expect(
    troublesOn(
      [
        { kind: 'slow', path: `${S}/resourceGroups/rg/`, ms: 1 },
        { kind: 'forbidden', scope: S },
        { kind: 'opaque', path: '/' },
      ],
      subscriptions,
    ),
  ).toEqual(['No rights in Lab', 'Slow in rg in Lab', 'Headers hidden from the browser'])
})
