import type { Model } from '../../store/model.ts'
import type { DeploymentRow, DeploymentStep } from '../../store/rows.ts'

/** What happens next to a deployment that is under way. */
export type Next = { at: number; does: 'begin'; step: number } | { at: number; does: 'end' }

/** Of all deployments: the one whose turn is first, if it is by `now`. Nothing runs: this is asked before every answer. */
export function nextOf(model: Model, now: number): { row: DeploymentRow; next: Next } | undefined {
  let first: { row: DeploymentRow; next: Next } | undefined
  for (const row of model.deployments()) {
    const next = nextIn(row)
    if (next === undefined || next.at > now) continue
    if (first === undefined || next.at < first.next.at) first = { row, next }
  }
  return first
}

/**
 * A resource begins when all it waits for are done; what waits for a failed one never begins, the others go on. The deployment
 * ends with the last that was begun.
 */
function nextIn(row: DeploymentRow): Next | undefined {
  if (row.end !== undefined) return undefined
  const next = laterIn(row)
  const gone = row.goneAt
  return gone !== undefined && (next === undefined || next.at > gone) ? { at: gone, does: 'end' } : next
}

function laterIn({ steps, beginsAt }: DeploymentRow): Next | undefined {
  const byKey = new Map(steps.map((step) => [step.key, step]))
  let last = beginsAt
  let first: { at: number; step: number } | undefined
  let open = false
  for (const [index, step] of steps.entries()) {
    const { state } = step
    if (state.is === 'waiting') {
      const at = readyAt(step, byKey)
      if (at === 'never') continue
      open = true
      if (at === 'not yet') continue
      const due = Math.max(at, beginsAt, state.notBefore ?? 0)
      if (first === undefined || due < first.at) first = { at: due, step: index }
    } else if (state.is === 'nested') open = true
    else last = Math.max(last, state.is === 'begun' ? state.endsAt : state.at)
  }
  if (first !== undefined) return { at: first.at, does: 'begin', step: first.step }
  return open ? undefined : { at: last, does: 'end' }
}

function readyAt(step: DeploymentStep, byKey: Map<string, DeploymentStep>): number | 'not yet' | 'never' {
  let at = 0
  let waits = false
  for (const key of step.waitsFor) {
    const before = byKey.get(key)
    if (before === undefined) continue
    const { state } = before
    if (state.is === 'refused' || (state.is === 'begun' && state.failure !== undefined)) return 'never'
    if (state.is === 'begun') at = Math.max(at, state.endsAt)
    else if (state.is === 'nested') waits = true
    else if (readyAt(before, byKey) === 'never') return 'never'
    else waits = true
  }
  return waits ? 'not yet' : at
}

/** Of the states of a deployment (ARM contract 12.3) the one at `now`. */
export function stateOf({ end, beginsAt }: DeploymentRow, now: number): string {
  if (end !== undefined) return end.state
  return now < beginsAt ? 'Accepted' : 'Running'
}

export function isActive(row: DeploymentRow): boolean {
  return row.end === undefined
}
