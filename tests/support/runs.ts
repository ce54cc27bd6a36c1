import type { PlanRun } from '../../src/model/deployments/run.ts'
import { readRun } from '../../src/queries/kept-runs.ts'

/** What a browser keeps of the runs of plans, for tests that open the app with one. */

/** Where the demo's list keeps a run. */
export function runKeptAs(key: string): string {
  return `hub.runs.1/${key}`
}

const GROUP = /^(\/subscriptions\/[^/]+\/resourceGroups\/[^/]+)/

/** A run of two resources of which the second waits for the first, a minute old. */
export function keptRun(ids: readonly [string, string], now: number, more: object): string {
  const [group = ''] = GROUP.exec(ids[0]) ?? []
  return JSON.stringify({
    id: `${group}/providers/Microsoft.Resources/deployments/s2s-test`,
    name: 's2s-test',
    startedAt: now - 60_000,
    by: 'deployment',
    origin: { wizard: 'site-to-site' },
    groups: [],
    uses: [],
    resources: ids.map((id, at) => ({
      id,
      type: 'Microsoft.Network/x',
      settings: '',
      dependsOn: ids.slice(0, at),
    })),
    created: ids,
    operations: [],
    state: { is: 'running', step: 'running' },
    ...more,
  })
}

/** The same as it is read from there. */
export function runOf(ids: readonly [string, string], more: object): PlanRun {
  const run = readRun('k', JSON.parse(keptRun(ids, 0, more)))
  if (!run) throw new Error('no run')
  return run
}

/** It failed at the second resource: its error is inside the deployment's. */
export function failedAt(ids: readonly [string, string], now: number): object {
  const error = (code: string, message: string, target: string) => ({
    kind: 'invalid',
    code,
    message,
    target,
    details: [],
    correlationId: 'c0ffee00-0000-4000-8000-000000000001',
  })
  const inner = error('GatewayRefused', 'Not this gateway.', ids[1])
  return {
    correlationId: inner.correlationId,
    operations: [
      { targetId: ids[0], state: 'succeeded' },
      { targetId: ids[1], state: 'failed', error: inner },
    ],
    state: {
      is: 'failed',
      during: 'sending',
      at: now - 10_000,
      error: { ...error('DeploymentFailed', 'At least one failed.', ids[0]), inner: [inner] },
    },
  }
}
