import { ok, type Result } from '../../lib/result.ts'
import type { HubRoute, PeerRoutes, Routed } from '../../model/diagnostics/hub-route.ts'
import type { HubError } from '../../model/errors.ts'
import type { Azure } from '../azure.ts'
import { list, num, object, text, texts } from '../from-wire/read.ts'

/** POST effectiveRoutes of a hub (Virtual WAN 9.4): up to ten thousand rows in one answer, no pages. */
export async function readEffectiveRoutes(
  { ask }: Pick<Azure, 'ask'>,
  hubId: string,
  { resourceId, virtualWanResourceType }: Routed,
  signal?: AbortSignal,
): Promise<Result<HubRoute[], HubError>> {
  const body = { resourceId, virtualWanResourceType }
  const answer = await ask.action({ id: hubId, action: 'effectiveRoutes', body }, signal)
  if (!answer.ok) return answer
  return ok(
    list(object(answer.value).value).flatMap((entry) => {
      const route = {
        nextHopType: text(entry.nextHopType),
        nextHops: texts(entry.nextHops),
        asPath: text(entry.asPath),
        origin: text(entry.routeOrigin),
      }
      return texts(entry.addressPrefixes).map((prefix): HubRoute => ({ prefix, ...route }))
    }),
  )
}

/**
 * POST learnedRoutes or advertisedRoutes of a peer of a hub or a Route Server: an object keyed by role instance (ARM contract 9.7).
 * @param peerId `<hub id>/bgpConnections/<name>`
 */
export async function readPeerRoutes(
  { ask }: Pick<Azure, 'ask'>,
  peerId: string,
  action: 'learnedRoutes' | 'advertisedRoutes',
  signal?: AbortSignal,
): Promise<Result<PeerRoutes[], HubError>> {
  const answer = await ask.action({ id: peerId, action }, signal)
  if (!answer.ok) return answer
  return ok(
    Object.entries(object(answer.value)).flatMap(([instance, routes]) =>
      Array.isArray(routes)
        ? [
            {
              instance,
              routes: list(routes).map((entry) => ({
                localAddress: text(entry.localAddress),
                network: text(entry.network) ?? '',
                nextHop: text(entry.nextHop),
                sourcePeer: text(entry.sourcePeer),
                origin: text(entry.origin),
                asPath: text(entry.asPath),
                weight: num(entry.weight),
              })),
            },
          ]
        : [],
    ),
  )
}
