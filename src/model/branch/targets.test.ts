import { expect, it } from 'vitest'
import { siteConnection } from '../../../tests/support/resources.ts'
import { run } from '../deployments/run.fixture.ts'
import type { PlanRun } from '../deployments/run.ts'
import { idIn } from '../plan/plan.fixture.ts'
import type { Resource } from '../resources/resource.ts'
import { targetsOf } from './targets.ts'

const GATEWAY = idIn('rg-net', 'vpnGateways/vpngw-1')
const connection = (name: string) => `${GATEWAY}/vpnConnections/${name}`
const site = (name: string) => idIn('rg-net', `vpnSites/${name}`)

/** A run that makes connections, each with its site or to one that is there. @param made names of those it has made */
function runOf(names: readonly string[], made: readonly string[], old: readonly string[] = []): PlanRun {
  return run({
    state: { is: 'unknown', error: { kind: 'server', code: 'x', message: '', details: [] }, at: 1 },
    uses: [GATEWAY, ...old.map(site)],
    resources: names.map((name) => ({
      id: connection(name),
      type: 'Microsoft.Network/vpnGateways/vpnConnections',
      settings: '',
      dependsOn: [GATEWAY, ...(old.includes(name) ? [] : [site(name)])],
    })),
    operations: made.map((name) => ({ targetId: connection(name), state: 'succeeded' })),
  })
}

it('tells the sites of what is connected alone: made ones by the runs, others by the estate', () => {
  const there: Resource = siteConnection('old', { id: connection('old'), siteId: site('old') })
  const estate = { resources: new Map([[connection('old').toLowerCase(), there]]) }
  const first = runOf(['a', 'b', 'old', 'c'], ['a', 'old'], ['old', 'unused'])
  expect(targetsOf([first], estate)?.siteIds).toEqual([site('a'), site('old')])
  // The site of a second run is there already.
  const second = runOf(['b', 'c'], ['b'], ['b', 'c'])
  expect(targetsOf([second, first], estate)?.siteIds).toEqual([site('b'), site('a'), site('old')])
  expect(targetsOf([runOf(['a'], [])], estate)).toBeUndefined()
})

it('counts what a run under way is still to connect, and nothing of one that has ended', () => {
  const estate = { resources: new Map() }
  const ended = runOf(['a', 'b', 'c'], ['a'])
  expect(targetsOf([ended], estate)?.toCome).toBe(0)
  expect(targetsOf([{ ...ended, state: { is: 'running', step: 'running' } }], estate)?.toCome).toBe(2)
})
