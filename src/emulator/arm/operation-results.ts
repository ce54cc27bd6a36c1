import { ok, type Answer } from './answer.ts'
import { apiVersionOf, segment, type Exchange } from './exchange.ts'
import { gatewayError } from './refusals.ts'
import { retryAfter } from './timing.ts'

/**
 * GET S/operationresults/{token}, where ARM itself tells how its own operations end (ARM contract 7.6): 202 meanwhile, then the
 * result, and 409 for a resource group that could not go.
 */
export function operationResult(exchange: Exchange): Answer {
  const operation = exchange.model.operation(segment(exchange, 3))
  if (operation === undefined) return gatewayError(404, 'NotFound', 'The operation was not found.')
  if (operation.endsAt <= exchange.now) {
    if (operation.blockedBy !== undefined) return { status: 409, by: 'gateway', body: operation.blockedBy }
    return operation.result === undefined ? { status: operation.resultStatus } : ok(operation.result)
  }
  const headers = {
    Location: resultUrl(exchange, operation.operationId),
    ...retryAfter(15, exchange.settings.speed),
  }
  return { status: 202, headers }
}

/** In lower case, no provider in it (recorded behaviour 2.1). */
export function resultUrl(exchange: Exchange, operationId: string): string {
  return `${exchange.url.origin}/subscriptions/${segment(exchange, 1)}/operationresults/${operationId}?api-version=${apiVersionOf(exchange)}`
}
