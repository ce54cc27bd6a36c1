import { apiVersionFor } from '../../src/azure/api-versions.ts'
import { progressOf } from '../../src/model/deployments/progress.ts'
import type { PlanRun } from '../../src/model/deployments/run.ts'
import { CONNECTIONS, GATEWAY, PLAN, SUBNET } from '../../src/model/plan/plan.fixture.ts'
import type { Plan } from '../../src/model/plan/plan.ts'
import { deploymentId, templateOf } from '../../src/model/plan/template.ts'
import { keptList } from '../../src/queries/kept-list.ts'
import { createRuns } from '../../src/queries/runs.ts'
import { tabsOfOneBrowser } from '../support/tabs.ts'
import { idOf, onContoso, type On } from './on-contoso.ts'

// The plan of the fixture in the subscriptions of contoso, and tabs that carry it out.

export const KEY = 'MARKER-key-0123456789'
export const OWN = idOf('vgw-weu-prod').split('/')[2] ?? ''
export const OTHER = idOf('vnet-hub-neu').split('/')[2] ?? ''

/** In contoso's subscriptions. */
function moved<T>(value: T): T {
  const text = JSON.stringify(value)
    .replaceAll('11111111-1111-4111-8111-111111111111', OWN)
    .replaceAll('22222222-2222-4222-8222-222222222222', OTHER)
  return JSON.parse(text) as T
}

export const plan: Plan = moved(PLAN)
export const at = { gateway: moved(GATEWAY), subnet: moved(SUBNET), connections: moved(CONNECTIONS) }
const secrets = { sharedKeyMalmo1: KEY, sharedKeyMalmo2: KEY }
export const network = at.subnet.replace(/\/subnets\/.*/, '')
export const rehearsed = {
  id: deploymentId({ ...plan.at, name: 'check' }),
  template: templateOf(plan, apiVersionFor),
}

/** The virtual network that the plan puts its subnet into, in a group of its own. */
export async function world(): Promise<On> {
  const on = onContoso()
  await on.emulator.control({ do: 'settings', speed: 'fast' })
  await on.emulator.ask('PUT', network.replace(/\/providers.*/, ''), { location: plan.location })
  await on.emulator.ask('PUT', network, {
    location: plan.location,
    properties: { addressSpace: { addressPrefixes: ['10.60.0.0/16'] } },
  })
  on.emulator.pass(60)
  return on
}

export function openTab(on: On, browser = tabsOfOneBrowser(), id = 'k') {
  const tab = browser.open()
  let isClosed = false
  const azure = on.azureOf(() => isClosed)
  const ready: string[] = []
  let ended: (run: PlanRun) => void = () => undefined
  const end = new Promise<PlanRun>((resolve) => (ended = resolve))
  const runs = createRuns({
    deployments: azure.deployments,
    kept: keptList(() => tab.storage, 'runs.1', 'ann', tab.heard),
    locks: tab.locks,
    name: 'ann',
    ledger: { name: 'contract', holder: () => undefined, subscribe: () => () => undefined },
    needsSignIn: () => false,
    onReady: (ids) => ready.push(...ids),
    onEnd: (run) => ended(run),
    clock: () => on.emulator.now(),
    sleep: () => Promise.resolve(),
    newId: () => id,
  })
  runs.subscribe(() => undefined)
  return {
    runs,
    azure,
    browser,
    ready,
    /** How the run ended. */
    end,
    start: (of: Plan = plan) =>
      runs.start({
        plan: of,
        secrets,
        origin: { wizard: 'site-to-site' },
        templateFor: ({ name }) => templateOf(of, apiVersionFor, { name }),
      }),
    close() {
      isClosed = true
      tab.close()
    },
    until: (is: (run: PlanRun) => boolean) =>
      new Promise<void>((resolve) => {
        const look = () => runs.getSnapshot().some(is) && resolve()
        runs.subscribe(look)
        look()
      }),
  }
}

export const states = (run: PlanRun) =>
  Object.fromEntries(
    progressOf(run).map(({ resource, progress }) => [resource.id.split('/').at(-1), progress.is]),
  )
export const ALL = plan.resources.map(({ id }) => id.split('/').at(-1) ?? '')
export const each = (is: string) => Object.fromEntries(ALL.map((name) => [name, is]))
export const provisioned = async (on: On, id: string): Promise<unknown> =>
  (await on.emulator.ask('GET', id)).body.properties?.provisioningState
