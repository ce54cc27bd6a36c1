import { expect, test } from 'vitest'
import type { PlanRun } from '../../../model/deployments/run.ts'
import { targetsOf } from './targets.ts'

const N = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network'
const GATEWAY = `${N}/virtualNetworkGateways/vgw`
const [FIRST, SECOND] = [`${N}/connections/cn-1`, `${N}/connections/cn-2`]
const SITE = `${N}/localNetworkGateways/lng-1`

function run(change: Partial<PlanRun>, ids: string[], done: string[]): PlanRun {
  return {
    key: 'one',
    by: 'deployment',
    id: `${N}/deployments/d`,
    name: 'd',
    startedAt: 0,
    origin: { wizard: 'site-to-site' },
    groups: [],
    uses: [],
    state: { is: 'running', step: 'running' },
    resources: ids.map((id) => ({ id, type: '', settings: '', dependsOn: [] })),
    operations: done.map((targetId) => ({ targetId, state: 'succeeded' as const })),
    ...change,
  }
}

test('a second run of the same draft makes what was missing: both are verified', () => {
  const first = run({}, [GATEWAY, SITE, FIRST, SECOND], [GATEWAY, SITE, FIRST])
  const second = run({ uses: [GATEWAY] }, [SECOND], [SECOND])
  expect(targetsOf([second, first])).toEqual({
    gatewayId: GATEWAY,
    connectionIds: [SECOND, FIRST],
    otherIds: [SITE],
  })
})

test('a gateway that was there is told by what the run uses', () => {
  expect(targetsOf([run({ uses: [GATEWAY] }, [FIRST], [FIRST])])?.gatewayId).toBe(GATEWAY)
})

test('nothing to verify before a connection is made', () => {
  expect(targetsOf([run({}, [GATEWAY, FIRST], [GATEWAY])])).toBeUndefined()
  expect(targetsOf([])).toBeUndefined()
})
