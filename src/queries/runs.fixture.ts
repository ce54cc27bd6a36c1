import { expect, vi } from 'vitest'
import { tabsOfOneBrowser } from '../../tests/support/tabs.ts'
import type { Deployments } from '../azure/deployments.ts'
import { err, ok } from '../lib/result.ts'
import type { ChangeType } from '../model/deployments/changes.ts'
import type { Deployment, DeploymentOperation } from '../model/deployments/deployment.ts'
import type { PlanRun } from '../model/deployments/run.ts'
import type { ErrorKind, HubError } from '../model/errors.ts'
import { GATEWAY, PLAN, SUBNET } from '../model/plan/plan.fixture.ts'
import { keptList } from './kept-list.ts'
import { createRuns, type RunOrder } from './runs.ts'
import type { Holders } from './turns.ts'

export const SECRET = 'MARKER-7c1e'
export const error = (kind: ErrorKind, code: string = kind): HubError => ({
  kind,
  code,
  message: code,
  details: [],
})
export const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 5))
export const ORDER: RunOrder = {
  plan: PLAN,
  templateFor: ({ name }) => ({ name }),
  secrets: { sharedKeyMalmo1: SECRET },
  origin: { wizard: 'site-to-site', draft: 'd1' },
}

/** Azure as the test has it, for all tabs; each looks again when the test says so. */
export function fakeAzure() {
  const azure = {
    now: Date.UTC(2026, 10, 29, 9),
    calls: [] as string[],
    deployment: undefined as Pick<Deployment, 'state' | 'error'> | undefined,
    operations: [] as DeploymentOperation[],
    /** What a call fails with, by name. */
    failing: new Map<string, HubError>(),
    /** Ids of what somebody made meanwhile. */
    there: new Set<string>(),
    /** What what-if says of the subnet. */
    subnet: 'NoChange' as ChangeType,
    /** Calls that never come back. */
    stuck: new Set<string>(),
    onStart: () => ok({ is: 'begun' as const }) as Awaited<ReturnType<Deployments['start']>>,
  }
  const waits = new Set<() => void>()
  const client = (who: string, isClosed: () => boolean): Deployments => {
    const call = async <T>(name: string, value: () => T) => {
      azure.calls.push(`${who} ${name}`)
      const answer = value()
      if (azure.stuck.has(name) || isClosed()) return new Promise<never>(() => undefined)
      await Promise.resolve()
      const failure = azure.failing.get(name)
      return failure ? err(failure) : ok(answer)
    }
    return {
      validate: () => call('validate', () => undefined),
      whatIf: () =>
        call('whatIf', () => [
          { id: SUBNET, change: azure.subnet, deltas: [] },
          { id: GATEWAY, change: 'Create' as const, deltas: [] },
        ]),
      isThere: (id) => call('isThere', () => azure.there.has(id)),
      start: async ({ id, secrets }) => {
        azure.calls.push(`${who} start ${secrets.sharedKeyMalmo1 === SECRET}`)
        const answer = azure.onStart()
        expect(id).toMatch(/deployments\/s2s-vgw-20261129090000$/)
        return azure.stuck.has('start') || isClosed() ? new Promise<never>(() => undefined) : answer
      },
      read: async (id) => {
        const answer = await call('read', () => azure.deployment)
        if (!answer.ok) return answer
        return answer.value ? ok({ id, correlationId: 'c1', ...answer.value }) : err(error('notFound'))
      },
      wait: (signal) =>
        new Promise((resolve, reject) => {
          waits.add(resolve)
          signal?.addEventListener('abort', () => reject(new Error('woken')))
        }),
      operations: () => call('operations', () => azure.operations),
      cancel: () => call('cancel', () => undefined),
      makeGroup: ({ name }) => call(`group ${name}`, () => 'made' as const),
    }
  }
  return {
    azure,
    client,
    /** Every tab looks again. */
    async tick(seconds = 10) {
      azure.now += seconds * 1000
      for (const look of waits) look()
      waits.clear()
      await settled()
    },
  }
}

export function openTab(
  who: string,
  { azure, client }: ReturnType<typeof fakeAzure>,
  browser = tabsOfOneBrowser(),
  set = { signIn: false },
  ledger: Holders = { holder: () => undefined, subscribe: () => () => undefined },
) {
  const tab = browser.open()
  let isClosed = false
  const onReady = vi.fn<(ids: readonly string[]) => void>()
  const onEnd = vi.fn<(run: PlanRun) => void>()
  let ids = 0
  const runs = createRuns({
    deployments: () => Promise.resolve(client(who, () => isClosed)),
    kept: keptList(() => tab.storage, 'runs.1', 'ann', tab.heard),
    locks: tab.locks,
    name: 'ann',
    ledger: { name: 'ann', holder: ledger.holder, subscribe: ledger.subscribe },
    needsSignIn: () => set.signIn,
    onReady,
    onEnd,
    clock: () => azure.now,
    sleep: (_, signal) =>
      new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(new Error('woken')))),
    newId: () => `${who}${++ids}`,
  })
  runs.subscribe(() => undefined)
  return {
    runs,
    onReady,
    onEnd,
    browser,
    only: () => {
      const [run] = runs.getSnapshot()
      if (!run) throw new Error('no run')
      return run
    },
    text: () =>
      Array.from({ length: tab.storage.length }, (_, at) =>
        tab.storage.getItem(tab.storage.key(at) ?? ''),
      ).join(),
    close() {
      isClosed = true
      tab.close()
    },
  }
}
