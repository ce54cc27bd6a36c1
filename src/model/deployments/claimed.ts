import type { Estate } from '../estate.ts'
import { memberAt } from '../edits/edit.ts'
import { keyOf } from '../paths.ts'
import type { PlanRun } from './run.ts'

/** Times of Azure itself may differ by so much. */
const SLACK = 60_000

/**
 * Who has made or changed a resource since a run has begun it, in words; `undefined` where nobody is known to have. Azure does not
 * say who made a resource, so this rests on what later runs have begun, on an end that does not fit what is there now, and on the
 * time of creation where the resource has one (ARM `systemData`).
 */
export function claimedSince(
  id: string,
  run: PlanRun,
  runs: readonly PlanRun[],
  estate: Estate,
): string | undefined {
  const later = runs.find(
    (other) => other.key !== run.key && other.startedAt >= run.startedAt && mayWrite(other, id),
  )
  if (later) return `a later deployment, ${later.name}, made or changed it`
  const operation = run.operations.find(({ targetId }) => keyOf(targetId) === keyOf(id))
  const body = estate.resources.get(keyOf(id))?.body
  const provisioning = memberAt(body, ['properties', 'provisioningState'])
  if (operation?.state === 'failed' && provisioning === 'Succeeded')
    return 'it failed in this run, and was made or mended since'
  const createdAt = memberAt(body, ['systemData', 'createdAt'])
  const made = typeof createdAt === 'string' ? Date.parse(createdAt) : undefined
  if (operation?.at !== undefined && operation.state !== 'running' && made !== undefined)
    if (made > operation.at + SLACK) return 'it was made anew since'
  return undefined
}

/** While a run goes on, and where Azure may have forgotten its operations, all that it is about. */
function mayWrite({ state, operations, resources }: PlanRun, id: string): boolean {
  const isOf = (one: string) => keyOf(one) === keyOf(id)
  if (operations.some(({ targetId }) => isOf(targetId))) return true
  return state.is !== 'failed' && resources.some((one) => isOf(one.id))
}
