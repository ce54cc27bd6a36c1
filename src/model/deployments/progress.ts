import type { HubError } from '../errors.ts'
import { type TypicalTime, typicalWords } from '../operations/durations.ts'
import { stateWord } from '../operations/words.ts'
import { keyOf } from '../paths.ts'
import { planTime, type TypicalOf } from '../plan/plan-time.ts'
import type { DeploymentOperation } from './deployment.ts'
import { type PlanRun, readyWords, type RunResource } from './run.ts'

/** How one resource of a run stands. Times are milliseconds. */
export type ResourceProgress =
  /** `on`: resources of the run that have to be ready first; empty: its turn has come, and nothing was heard of it yet. */
  | { is: 'waiting'; on: readonly RunResource[] }
  | { is: 'running'; since: number }
  | { is: 'succeeded'; took?: number }
  | { is: 'failed'; error: HubError; took?: number }
  | { is: 'canceled' }
  /** The deployment was canceled or has failed, and Azure finishes what it had begun of this resource. */
  | { is: 'goesOn'; since: number }
  /** The deployment ended before. */
  | { is: 'notBegun' }
  /** It was made, and was removed with what the run created. */
  | { is: 'removed' }

/** Each resource of a run with how it stands, in the order of the plan. */
export function progressOf(run: PlanRun): { resource: RunResource; progress: ResourceProgress }[] {
  const operations = new Map(run.operations.map((one) => [keyOf(one.targetId), one]))
  const planned = new Map(run.resources.map((one) => [keyOf(one.id), one]))
  const isReady = (id: string) => operations.get(keyOf(id))?.state === 'succeeded'
  const hasSucceeded = run.state.is === 'succeeded'
  return run.resources.map((resource) => {
    const operation = operations.get(keyOf(resource.id))
    // Azure forgets operations and may not list what was there already: a deployment that succeeded has done all of it.
    if (hasSucceeded) return { resource, progress: { is: 'succeeded', ...tookOf(operation) } }
    if (operation) return { resource, progress: ofOperation(operation, run) }
    if (run.state.is !== 'running') return { resource, progress: { is: 'notBegun' } }
    const on = resource.dependsOn.flatMap((id) => (isReady(id) ? [] : (planned.get(keyOf(id)) ?? [])))
    return { resource, progress: { is: 'waiting', on } }
  })
}

/** The same, with what somebody removed since. @param gone keys */
export function withoutRemoved<Step extends { resource: RunResource; progress: ResourceProgress }>(
  steps: readonly Step[],
  gone: ReadonlySet<string>,
): Step[] {
  return steps.map((step) =>
    gone.has(keyOf(step.resource.id)) ? { ...step, progress: { is: 'removed' } } : step,
  )
}

function ofOperation(operation: DeploymentOperation, { state, id, startedAt }: PlanRun): ResourceProgress {
  const { state: its, at, took } = operation
  switch (its) {
    case 'running': {
      const since = at === undefined ? startedAt : at - (took ?? 0)
      return { is: state.is === 'running' ? 'running' : 'goesOn', since }
    }
    case 'succeeded':
      return { is: 'succeeded', ...tookOf(operation) }
    case 'failed':
      return { is: 'failed', error: operation.error ?? untold(operation.targetId, id), ...tookOf(operation) }
    case 'canceled':
      return { is: 'canceled' }
    default:
      return its satisfies never
  }
}

function tookOf(operation: DeploymentOperation | undefined): { took?: number } {
  return operation?.took === undefined ? {} : { took: operation.took }
}

function untold(target: string, deployment: string): HubError {
  return {
    kind: 'server',
    code: 'OperationFailed',
    message: 'Azure gives no reason. The deployment on the Azure portal may have more.',
    target,
    details: [{ code: 'Deployment', message: deployment }],
  }
}

/** Whether Azure has begun a gateway of a run: what is begun it finishes, also when the run is canceled. */
export function gatewayTurn(run: PlanRun): 'begun' | 'toCome' | 'none' {
  const turns = progressOf(run).flatMap(({ resource, progress }) =>
    /\/(virtualNetwork|expressRoute)Gateways$/i.test(resource.type) ? progress.is : [],
  )
  if (turns.includes('running')) return 'begun'
  return turns.includes('waiting') ? 'toCome' : 'none'
}

/** How long it will typically take from now on; `undefined` where nothing of it is known, or it is over. */
export function timeLeft(run: PlanRun, now: number, typicalOf?: TypicalOf): TypicalTime | undefined {
  if (run.state.is !== 'running') return undefined
  const byId = new Map(progressOf(run).map(({ resource, progress }) => [keyOf(resource.id), progress]))
  return planTime(run, typicalOf, (id) => {
    const progress = byId.get(keyOf(id))
    if (progress?.is === 'running') return now - progress.since
    return progress?.is === 'waiting' ? 0 : 'all'
  })
}

/**
 * `about 25 to 45 min to go`
 * @param faster Azure's times do not hold here: this is the demo, at its own speed
 */
export function toGoWords(left: TypicalTime, faster: boolean): string {
  const words = typicalWords(left)
  return faster && left.of === 'azure'
    ? `Azure would take about ${words} more, the demo is faster`
    : `about ${words} to go`
}

/**
 * How a run stands in a sentence: `5 of 8 resources are ready`.
 * @param gone keys of what was removed since
 */
export function runHeadline(run: PlanRun, gone: ReadonlySet<string> = new Set()): string {
  const total = run.resources.length
  switch (run.state.is) {
    case 'running':
      if (run.canceling) return 'Azure is canceling the deployment'
      return run.turn?.is === 'waiting' && run.turn.behind !== undefined
        ? 'The deployment waits for its turn'
        : readyWords(run)
    case 'succeeded':
      return total === 1 ? 'The resource is ready' : `All ${total} resources are ready`
    case 'failed':
      return 'during' in run.state && run.state.during === 'reading'
        ? 'The deployment was not sent'
        : `${stateWord(run.state)}: ${readyWords(run, gone)}${gone.size > 0 ? `, ${gone.size} removed again` : ''}`
    case 'unknown':
      return 'How the deployment ended is not known'
    default:
      return run.state satisfies never
  }
}
