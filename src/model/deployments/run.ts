import { keyOf } from '../paths.ts'
import type { OperationFacts } from '../operations/operation.ts'
import type { PlannedGroup, PlannedResource } from '../plan/plan.ts'
import type { DeploymentOperation } from './deployment.ts'

/** What of a resource of the plan is kept with its run: no body, no secret. */
export type RunResource = Pick<PlannedResource, 'id' | 'type' | 'settings' | 'dependsOn'>

/**
 * The first segment under `/create` of the wizard that a run is of, and the key of the draft that it was made from. `step`: the one that shows
 * it, where a wizard has several runs; else `deploy`.
 */
export interface RunOrigin {
  wizard: 'site-to-site' | 'expressroute' | 'branch'
  draft?: string
  step?: 'ordered'
}

/**
 * A plan that is being carried out, or was: a deployment with all that is needed to find it again and to show how far it is. `id` is the
 * deployment's, `name` its name. `state.step`: `reading` while resource groups are made and asked what will be created, `sending`
 * when Azure may have the deployment, `running` when it has it.
 */
export interface PlanRun extends OperationFacts {
  by: 'deployment'
  origin: RunOrigin
  /** The resource groups that it makes first. */
  groups: readonly PlannedGroup[]
  resources: readonly RunResource[]
  /** Ids of resources there are already that it refers to or writes into: they are read again after it. */
  uses: readonly string[]
  /** Ids of what what-if called Create; absent where nobody could say, and then nothing is removed by itself. */
  created?: readonly string[]
  /** As they were last read; of each resource at most one. */
  operations: readonly DeploymentOperation[]
  correlationId?: string
  /**
   * Whether it has what it holds, see `heldByRun`; nothing is sent before. `behind`: what has it, as it goes on after "change". Absent in
   * what older visits kept.
   */
  turn?: { is: 'waiting'; behind?: string } | { is: 'taken' }
  /** Somebody asked Azure to stop. */
  canceling?: true
}

/** The run under way that makes the same: of the same draft, or of a resource of the plan. */
export function runOfTheSame(
  runs: readonly PlanRun[],
  { ids, draft }: { ids: readonly string[]; draft?: string | undefined },
): PlanRun | undefined {
  const planned = new Set(ids.map(keyOf))
  return runs.find(
    ({ state, origin, resources }) =>
      state.is === 'running' &&
      ((draft !== undefined && origin.draft === draft) || resources.some(({ id }) => planned.has(keyOf(id)))),
  )
}

/** Where a run is shown: a step of its wizard. */
export function runPath({ key, origin }: Pick<PlanRun, 'key' | 'origin'>): string {
  return `/create/${origin.wizard}/${origin.step ?? 'deploy'}?run=${encodeURIComponent(key)}`
}

/** `5 of 8 resources are ready` @param gone keys of what was removed since */
export function readyWords(
  { state, resources, operations }: PlanRun,
  gone: ReadonlySet<string> = new Set(),
): string {
  const total = resources.length
  const done = new Set(operations.flatMap((one) => (one.state === 'succeeded' ? keyOf(one.targetId) : [])))
  // Azure lists nothing of what was there as it was wanted: a deployment that succeeded has all of it.
  const ready =
    state.is === 'succeeded'
      ? total
      : resources.filter(({ id }) => done.has(keyOf(id)) && !gone.has(keyOf(id))).length
  return `${ready} of ${total} ${total === 1 ? 'resource is' : 'resources are'} ready`
}
