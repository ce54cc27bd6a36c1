import { expect, test } from 'vitest'
import type { Plan } from '../../../model/plan/plan.ts'
import { inTheWay } from './in-the-way.ts'

const scope = '/subscriptions/s/resourceGroups/rg'
const plan: Plan = {
  groups: [],
  at: { subscriptionId: 's', resourceGroup: 'rg' },
  location: 'westeurope',
  name: 'plan',
  resources: [{ id: `${scope}/x`, type: 'x', body: {}, dependsOn: [], settings: '' }],
  uses: [],
}
const ready = { plan, checks: [], keysGone: false, values: {}, subscriptions: [] }

test('a missing right and a lock are in the way of the creation, with action and scope; others are not', () => {
  const action = 'Microsoft.Network/connections/write'
  const missing = inTheWay({ ...ready, right: { is: 'missing', action, scope } })
  expect(missing).toMatchObject({
    step: 'goal',
    words: {
      facts: [
        { name: 'Missing action', value: action },
        { name: 'Scope', value: scope },
      ],
    },
  })
  const lock = { id: 'l', name: 'as-it-was', level: 'ReadOnly', scope }
  expect(inTheWay({ ...ready, right: { is: 'locked', lock } })?.words.what).toMatch(/^The lock as-it-was/)
  expect(inTheWay({ ...ready, right: { is: 'allowed' } })).toBeUndefined()
  expect(inTheWay({ ...ready, right: { is: 'reading' } })).toBeUndefined()
})
