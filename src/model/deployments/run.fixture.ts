import type { HubError } from '../errors.ts'
import type { OperationState } from '../operations/operation.ts'
import { PLAN } from '../plan/plan.fixture.ts'
import type { PlanRun } from './run.ts'

export const NOW = 1_000_000
export const RUNNING: OperationState = { is: 'running', step: 'running' }
export const error = (code: string): HubError => ({ kind: 'invalid', code, message: '', details: [] })

/** A run of the plan of the fixture, under way unless something else is said. */
export function run(change: Partial<PlanRun> = {}): PlanRun {
  return {
    key: 'k 1',
    by: 'deployment',
    id: '/d',
    name: 'd',
    startedAt: 1,
    origin: { wizard: 'site-to-site' },
    groups: PLAN.groups,
    resources: PLAN.resources,
    uses: [],
    operations: [],
    state: RUNNING,
    ...change,
  }
}
