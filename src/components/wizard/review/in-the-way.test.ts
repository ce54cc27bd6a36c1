import { expect, test } from 'vitest'
import { runOf } from '../../../../tests/support/runs.ts'
import { runOfTheSame } from '../../../model/deployments/run.ts'
import { GATEWAY, PLAN, SUBNET } from '../../../model/plan/plan.fixture.ts'
import type { Plan } from '../../../model/plan/plan.ts'
import { inTheWay } from './in-the-way.ts'

const OTHERS = [`${SUBNET}-2`, `${GATEWAY}-2`] as const

function obstacleOf(ids: readonly [string, string], more: object) {
  const run = runOf(ids, more)
  const running = runOfTheSame([run], { ids: PLAN.resources.map(({ id }) => id), draft: 'd1' })
  const values = { sharedKeyMalmo1: 'x', sharedKeyMalmo2: 'x' }
  return inTheWay({ ...ready, plan: PLAN, secrets: { ...ready.secrets, values }, running })
}

const draft = (key: string) => ({ origin: { wizard: 'site-to-site', draft: key } })
const over = { state: { is: 'succeeded', by: 'answer', at: 1 } }

test.each<[what: string, ids: readonly [string, string], more: object, inTheWay: boolean]>([
  ['of this draft', OTHERS, draft('d1'), true],
  ['of one of its resources, in another spelling', [OTHERS[0], GATEWAY.toUpperCase()], draft('d2'), true],
  ['of others', OTHERS, draft('d2'), false],
  ['that is over', [SUBNET, GATEWAY], { ...draft('d1'), ...over }, false],
])('a run %s', (_, ids, more, is) => {
  expect(obstacleOf(ids, more)).toEqual(is ? expect.objectContaining({ run: expect.anything() }) : undefined)
})

const scope = '/subscriptions/s/resourceGroups/rg'
const plan: Plan = {
  groups: [],
  at: { subscriptionId: 's', resourceGroup: 'rg' },
  location: 'westeurope',
  name: 'plan',
  resources: [{ id: `${scope}/x`, type: 'x', body: {}, dependsOn: [], settings: '' }],
  uses: [],
}
const ready = {
  plan,
  checks: [],
  steps: [],
  step: 'review',
  isTold: () => false,
  secrets: { values: {}, gone: false, are: '', todo: '', step: 'connection', field: 'connection.key' },
  rightsAt: 'goal',
  subscriptions: [],
  running: undefined,
  right: { is: 'allowed' } as const,
}

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

test('what only this page asks is told by the button first, and in words once it is told', () => {
  const check = { rule: 'x', step: 'review', field: 'ready', is: 'error' as const, text: 'Confirm it.' }
  expect(inTheWay({ ...ready, checks: [check] })).toMatchObject({
    asked: true,
    words: { what: 'Confirm it.' },
  })
  const told = inTheWay({ ...ready, checks: [check], isTold: () => true })
  expect(told).toMatchObject({ words: { what: 'Confirm it.' }, field: 'ready' })
  expect(told).not.toHaveProperty('asked')
  expect(inTheWay({ ...ready, checks: [check, { ...check, step: 'goal' }] })?.words.what).toMatch(/^2 errors/)
})

test('what passes by itself keeps the button off, and leads nowhere', () => {
  const check = {
    rule: 'x',
    step: 'review',
    field: 'hub',
    is: 'error' as const,
    text: 'The router is being made.',
  }
  expect(inTheWay({ ...ready, checks: [{ ...check, waits: true }] })).toEqual({
    words: { what: 'The router is being made.', remedy: 'The button works by itself once that is over.' },
  })
  // Beside it something has to be put right.
  expect(inTheWay({ ...ready, checks: [{ ...check, waits: true }, check] })?.words.what).toMatch(/^2 errors/)
})

test('where nothing is left but what has to wait, it is not called done', () => {
  const nothing = { ...ready, plan: { ...plan, resources: [] } }
  expect(inTheWay(nothing)?.words.what).toContain('everything is there already')
  const waits = 'Orange has not made the private peering of er yet.'
  expect(inTheWay({ ...nothing, waits })?.words).toEqual({
    what: 'There is nothing to create yet: what is left has to wait.',
    remedy: waits,
  })
})
