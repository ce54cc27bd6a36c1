import type { Answer } from '../answer.ts'
import type { Exchange } from '../exchange.ts'
import { resultUrl } from '../operation-results.ts'
import { startOperation } from '../operations.ts'
import { gatewayError } from '../refusals.ts'
import { askedFor } from './read.ts'
import { isActive } from './schedule.ts'

/** DELETE: 202 with `Location`, 204 at the end (ARM contract 7.6). What it has made stays. */
export function removeDeployment(exchange: Exchange): Answer {
  const found = askedFor(exchange)
  if ('refusal' in found) return found.refusal
  const { row } = found
  if (isActive(row))
    return gatewayError(
      409,
      'DeploymentActive',
      `Unable to delete deployment '${row.name}': it is still active. Cancel it first.`,
    )
  const operation = startOperation(exchange, {
    seconds: 5,
    location: '',
    announces: [],
    resultStatus: 204,
    retryAfter: 10,
    notifies: false,
  })
  const { endsAt, operationId } = operation.row
  exchange.save({ ...row, goneAt: endsAt })
  return { status: 202, headers: { ...operation.headers, Location: resultUrl(exchange, operationId) } }
}

/** The deployments of a resource group go with it. */
export function removeWithGroup({ model, save }: Exchange, groupKey: string, at: number): void {
  for (const row of model.deployments())
    if (row.key.startsWith(`${groupKey}/`) && row.goneAt === undefined) save({ ...row, goneAt: at })
}
