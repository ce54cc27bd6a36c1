import type { Answer } from '../arm/answer.ts'
import { apiVersionOf, type Exchange } from '../arm/exchange.ts'
import { locationName } from '../arm/locations.ts'
import { networkError } from '../arm/refusals.ts'
import type { ResourceRow } from '../store/rows.ts'

/**
 * What follows a new shared key too soon is told so in another way (VPN gateway document 5.4 and 5.5, number 13: issue 14473 of
 * Azure/azure-rest-api-specs). Text as in public reports, status as in ARM contract 5.
 */
export function anotherOperation(
  exchange: Exchange,
  { id, location = '' }: Pick<ResourceRow, 'id' | 'location'>,
  write: { operationId: string },
): Answer {
  const subscription = id.split('/').slice(0, 3).join('/')
  const uri =
    `${exchange.url.origin}${subscription}/providers/Microsoft.Network/locations/${locationName(location)}` +
    `/operations/${write.operationId}?api-version=${apiVersionOf(exchange)}`
  return networkError(
    429,
    'AnotherOperationInProgress',
    'Another operation on this or dependent resource is in progress. To retrieve status of the operation use uri: ' +
      `${uri}.`,
  )
}
