import type { Answer } from '../../arm/answer.ts'
import type { Exchange } from '../../arm/exchange.ts'
import { parentId } from '../../arm/ids.ts'
import { networkError } from '../../arm/refusals.ts'
import type { Living } from '../../store/living.ts'
import { idAt, numberAt, objectAt, textAt } from '../../wire/read.ts'
import { find, livingIn, referrers } from '../find.ts'
import { incomingOf } from '../global-reach.ts'
import type { Draft } from '../network-type.ts'

/** What every circuit takes that is not Premium, and a Premium one by its Mbps at least (ExpressRoute document 1.4). */
const NOT_PREMIUM = 10
const PREMIUM: [mbps: number, links: number][] = [
  [10_000, 100],
  [5000, 75],
  [2000, 60],
  [1000, 50],
  [500, 40],
  [100, 25],
  [0, 20],
]

/** @param tier of its SKU, or of one that is asked for */
export function mostLinks({ properties }: Living, tier: string | undefined): number {
  if (tier !== 'Premium') return NOT_PREMIUM
  const gbps = numberAt(properties.bandwidthInGbps)
  const mbps =
    gbps === undefined
      ? numberAt(objectAt(properties.serviceProviderProperties).bandwidthInMbps)
      : gbps * 1000
  return PREMIUM.find(([from]) => (mbps ?? 0) >= from)?.[1] ?? NOT_PREMIUM
}

/** Connections of networks and hubs, and Global Reach from both sides, which counts too (ExpressRoute document 1.4). */
export function linksOf(exchange: Exchange, circuit: Living): number {
  const peerings = livingIn(exchange, `${circuit.row.key}/peerings`)
  return [
    ...referrers(exchange, circuit.row.id, 'connections'),
    ...peerings.flatMap((peering) => [
      ...referrers(exchange, peering.row.id, 'expressRouteGateways/expressRouteConnections'),
      ...livingIn(exchange, `${peering.row.key}/connections`),
      ...incomingOf(exchange, peering),
    ]),
  ].length
}

/** One more than the circuit takes; circuits of others cannot be seen and are not counted. */
function refuse({ id, before, exchange }: Draft, circuitId: string | undefined): Answer | undefined {
  const circuit = find(exchange, circuitId ?? '')
  if (circuit === undefined || before !== undefined) return undefined
  const most = mostLinks(circuit, textAt(circuit.row.sku?.tier))
  if (linksOf(exchange, circuit) < most) return undefined
  // The limit is documented, code and text are assumed.
  return networkError(
    400,
    'ExpressRouteCircuitLinkLimitReached',
    `The connection ${id} cannot be made: Express Route Circuit ${circuit.row.id} has the ${most} links that its SKU takes.`,
  )
}

/** Of a network's connection. */
export function refuseCircuitLink(draft: Draft): Answer | undefined {
  return refuse(draft, idAt(draft.sent.peer))
}

/** Of a hub's connection, which names the peering. */
export function refusePeeringLink(draft: Draft): Answer | undefined {
  return refuse(draft, parentId(idAt(draft.sent.expressRouteCircuitPeering) ?? ''))
}

/** Circuits that a gateway takes by its SKU (ExpressRoute document 4.1); of ErGwScale by its units. */
const OF_GATEWAY: Record<string, number> = {
  standard: 4,
  ergw1az: 4,
  highperformance: 8,
  ergw2az: 8,
  ultraperformance: 16,
  ergw3az: 16,
}

function mostCircuits({ row, properties }: Living): number {
  const sku = textAt(objectAt(properties.sku).name) ?? textAt(row.sku?.name) ?? ''
  if (sku.toLowerCase() !== 'ergwscale') return OF_GATEWAY[sku.toLowerCase()] ?? Infinity
  const least = numberAt(objectAt(objectAt(properties.autoScaleConfiguration).bounds).min) ?? 1
  if (least >= 10) return 16
  return least >= 2 ? 8 : 4
}

/** One more circuit than a virtual network's gateway takes. */
export function refuseGatewayCircuit({ sent, id, before, exchange }: Draft): Answer | undefined {
  const gateway = find(exchange, idAt(sent.virtualNetworkGateway1) ?? '')
  if (gateway === undefined || before !== undefined || idAt(sent.peer) === undefined) return undefined
  const most = mostCircuits(gateway)
  const joined = referrers(exchange, gateway.row.id, 'connections').filter(
    ({ properties }) => idAt(properties.peer) !== undefined,
  )
  if (joined.length < most) return undefined
  // The limit is documented, code and text are assumed.
  return networkError(
    400,
    'VirtualNetworkGatewayCircuitLimitReached',
    `The connection ${id} cannot be made: gateway ${gateway.row.id} has the ${most} circuits that its SKU takes.`,
  )
}
