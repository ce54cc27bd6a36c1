import type { Answer } from '../arm/answer.ts'
import { segment, type Exchange } from '../arm/exchange.ts'
import { sameId } from '../arm/ids.ts'
import { page } from '../arm/paging.ts'
import { resourceNotFound } from '../arm/refusals.ts'
import { idAt } from '../wire/read.ts'
import { find, referrers } from './find.ts'
import { bodyOf } from './view.ts'

/** GET virtualNetworkGateways/{g}/connections: list entities, no status and no key (ARM contract 9.2). */
export function listGatewayConnections(exchange: Exchange): Answer {
  const id = `/subscriptions/${segment(exchange, 1)}/resourceGroups/${segment(exchange, 3)}/providers/Microsoft.Network/virtualNetworkGateways/${segment(exchange, 7)}`
  if (find(exchange, id) === undefined) {
    return resourceNotFound('virtualNetworkGateways', segment(exchange, 7), segment(exchange, 3))
  }
  const own = referrers(exchange, id, 'connections').filter(({ properties }) =>
    [properties.virtualNetworkGateway1, properties.virtualNetworkGateway2].some((one) =>
      sameId(idAt(one), id),
    ),
  )
  return page(
    exchange,
    own.map((at) => bodyOf(exchange, at, 'list')),
  )
}
