import { ok, type Result } from '../../lib/result.ts'
import type { GatewayRoute } from '../../model/diagnostics/gateway-route.ts'
import type { HubError } from '../../model/errors.ts'
import type { Azure } from '../azure.ts'
import { list, num, object, text } from '../from-wire/read.ts'

/**
 * POST getLearnedRoutes of a virtual network gateway, or getAdvertisedRoutes to one peer.
 * @param peer address of the peer; without it the learnt routes
 */
export async function readGatewayRoutes(
  { ask }: Pick<Azure, 'ask'>,
  id: string,
  peer?: string,
  signal?: AbortSignal,
): Promise<Result<GatewayRoute[], HubError>> {
  const answer = await ask.action(
    peer === undefined
      ? { id, action: 'getLearnedRoutes' }
      : { id, action: 'getAdvertisedRoutes', query: { peer } },
    signal,
  )
  if (!answer.ok) return answer
  return ok(
    list(object(answer.value).value).map((entry) => ({
      localAddress: text(entry.localAddress),
      network: text(entry.network) ?? '',
      nextHop: text(entry.nextHop),
      sourcePeer: text(entry.sourcePeer),
      origin: text(entry.origin),
      asPath: text(entry.asPath),
      weight: num(entry.weight),
    })),
  )
}
