import type { DeploymentRow } from '../../store/rows.ts'
import type { Answer } from '../answer.ts'
import type { Exchange } from '../exchange.ts'
import { gatewayError } from '../refusals.ts'
import { deploymentCanceled } from './failures.ts'
import { finish } from './finish.ts'
import { askedFor } from './read.ts'
import { isActive } from './schedule.ts'

/** POST …/cancel: 204 (ARM contract 7.6). What was not begun never is; what is under way goes on by itself. */
export function cancelDeployment(exchange: Exchange): Answer {
  const found = askedFor(exchange)
  if ('refusal' in found) return found.refusal
  const { row } = found
  if (!isActive(row))
    // Code and text unverified.
    return gatewayError(
      409,
      'DeploymentCannotBeCancelled',
      `The deployment '${row.name}' cannot be cancelled because it is in the provisioning state '${row.end?.state}'.`,
    )
  cancel(exchange, row)
  return { status: 204 }
}

function cancel(exchange: Exchange, row: DeploymentRow): void {
  finish(exchange, row, {
    at: exchange.now,
    state: 'Canceled',
    error: deploymentCanceled(row.name, row.id),
  })
  for (const { key, state } of row.steps) {
    const nested = state.is === 'nested' ? exchange.model.deployment(key) : undefined
    if (nested !== undefined && isActive(nested)) cancel(exchange, nested)
  }
}
