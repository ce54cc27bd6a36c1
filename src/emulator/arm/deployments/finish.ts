import { NEVER } from '../timing.ts'
import type { DeploymentEnd, DeploymentRow, Row } from '../../store/rows.ts'
import { textAt } from '../../wire/read.ts'
import type { Model } from '../../store/model.ts'

interface Books {
  model: Model
  save(row: Row): void
}

/**
 * Writes that a deployment is over, into the one it was nested in and into the activity log too. What it was sent is forgotten:
 * it may hold secrets.
 */
export function finish({ model, save }: Books, row: DeploymentRow, end: DeploymentEnd): void {
  const { sent: _secret, ...rest } = row
  save({ ...rest, steps: row.steps.map(({ body: _done, ...step }) => step), end })
  for (const outer of model.deployments()) {
    if (!outer.steps.some((step) => step.key === row.key && step.state.is === 'nested')) continue
    const steps = outer.steps.map((step) => {
      const { state } = step
      if (step.key !== row.key || state.is !== 'nested') return step
      const failure = end.error && { failure: end.error }
      return { ...step, state: { ...state, is: 'begun' as const, endsAt: end.at, ...failure } }
    })
    save({ ...outer, steps })
  }
  const started = model
    .activities()
    .find(
      (one) =>
        one.endsAt === NEVER &&
        one.correlationId === row.correlationId &&
        one.scope.toLowerCase() === row.key,
    )
  if (started === undefined) return
  const { error } = end
  const failure = error && { code: textAt(error.code) ?? '', message: textAt(error.message) ?? '' }
  save({ ...started, endsAt: end.at, ...(failure && { failure }) })
}
