import type { DeploymentRow } from '../../store/rows.ts'
import type { JsonObject } from '../../wire/json.ts'
import { ok, type Answer } from '../answer.ts'
import { query, type Exchange } from '../exchange.ts'
import { page } from '../paging.ts'
import { gatewayError } from '../refusals.ts'
import { deploymentBody } from './body.ts'
import { addressOf, idOf } from './place.ts'
import { stateOf } from './schedule.ts'
import { withoutSecrets, withoutSecureDefaults } from './template/secrets.ts'

/** A deployment that is there. */
export function deploymentOf({ model, now }: Exchange, id: string): DeploymentRow | undefined {
  const row = model.deployment(id)
  return row !== undefined && (row.goneAt === undefined || row.goneAt > now) ? row : undefined
}

/** The deployment a request is about, or why there is none. */
export function askedFor(exchange: Exchange): { row: DeploymentRow } | { refusal: Answer } {
  const address = addressOf(exchange)
  if ('refusal' in address) return address
  const row = deploymentOf(exchange, address.id)
  if (row !== undefined) return { row }
  // Text as commonly quoted, unverified.
  return {
    refusal: gatewayError(404, 'DeploymentNotFound', `Deployment '${address.name}' could not be found.`),
  }
}

/** GET, or HEAD as an existence check: 204 or 404 (ARM contract 4). */
export function getDeployment(exchange: Exchange): Answer {
  const found = askedFor(exchange)
  if ('refusal' in found) return found.refusal
  const { row } = found
  return exchange.method === 'HEAD' ? { status: 204 } : ok(deploymentBody(row, exchange.now))
}

/** GET of the list, newest first, with `$filter=provisioningState eq '…'` and `$top`. */
export function listDeployments(exchange: Exchange): Answer {
  const address = addressOf(exchange)
  if ('refusal' in address) return address.refusal
  const filter = query(exchange.url, '$filter')?.trim() ?? ''
  const [, wanted] = /^provisioningState\s+eq\s+'([^']*)'$/i.exec(filter) ?? []
  if (filter !== '' && wanted === undefined)
    return gatewayError(
      400,
      'InvalidFilterInQueryString',
      `Invalid $filter '${filter}' specified in the query string.`,
    )
  const scope = idOf(address.place, '').toLowerCase()
  const rows = [...exchange.model.deployments()]
    .filter((row) => row.key.startsWith(scope) && deploymentOf(exchange, row.id) !== undefined)
    .filter((row) => wanted === undefined || sameText(stateOf(row, exchange.now), wanted))
    .sort((one, other) => other.startedAt - one.startedAt)
  const top = Number(query(exchange.url, '$top') ?? NaN)
  return page(
    exchange,
    rows.slice(0, top > 0 ? top : undefined).map((row) => deploymentBody(row, exchange.now)),
  )
}

/** GET …/operationStatuses/{run}: `{ status }`, with the error at the end (ARM contract 7.6). */
export function getStatus(exchange: Exchange): Answer {
  const found = askedFor(exchange)
  if ('refusal' in found) return found.refusal
  const { row } = found
  const run = exchange.segments.at(-1)
  if (row.runId !== run)
    return gatewayError(
      404,
      'DeploymentOperationNotFound',
      `The deployment operation '${run}' could not be found.`,
    )
  const body: JsonObject = { status: stateOf(row, exchange.now) }
  if (row.end?.error !== undefined) body.error = row.end.error
  return ok(body)
}

/** POST …/exportTemplate: the template as it was sent, without what is secret. */
export function exportTemplate(exchange: Exchange): Answer {
  const found = askedFor(exchange)
  if ('refusal' in found) return found.refusal
  const { row } = found
  // The secret of an outer deployment may stand in the template of a nested one.
  const secrets = [...exchange.model.deployments()].flatMap((one) =>
    one.correlationId === row.correlationId ? one.secrets : [],
  )
  return ok({ template: withoutSecrets(withoutSecureDefaults(row.template), secrets) })
}

function sameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
