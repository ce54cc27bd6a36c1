import type { JsonObject } from '../../lib/json.ts'
import type { VirtualNetworkGateway } from '../resources/vpn.ts'
import { memberAt, type Replacement } from './edit.ts'
import { expressRouteMoves, sizeOfExpressRoute } from './express-route-sku.ts'
import { heldBy } from './held-by.ts'
import { whyNoNatRules } from './nat-rules.ts'
import { setMembers, writeAction } from './set-members.ts'

/** A SKU an existing gateway can be changed to, and how. */
export interface SkuMove {
  sku: string
  /** `upgrade`: to the zone-redundant SKU of the same size; `resize`: another size; `toScale`: to ErGwScale. */
  is: 'upgrade' | 'resize' | 'toScale'
}

export type SkuMoves = { is: 'some'; moves: SkuMove[] } | { is: 'none'; why: string }

/** Sizes of each generation that can still be made (VPN Gateway 1.1, 1.4). */
const SIZES = { generation1: [1, 2, 3], generation2: [2, 3, 4, 5] }

/**
 * The changes of SKU that need no new gateway (VPN Gateway 1.7): within one generation, to a zone-redundant SKU only, since
 * others can no longer be made. Where the generation is not known only the same size is sure.
 */
export function skuMoves({ sku = '', generation, gatewayType, body }: VirtualNetworkGateway): SkuMoves {
  if (gatewayType?.toLowerCase() === 'expressroute') return expressRouteMoves(sku)
  if (gatewayType?.toLowerCase() !== 'vpn') return none('This is neither a VPN nor an ExpressRoute gateway.')
  const name = /^vpngw([1-5])(az)?$/i.exec(sku)
  if (name === null) return none(whyNone(sku))
  const size = Number(name[1])
  const isZonal = name[2] !== undefined
  const sizes = sizesOf(generation) ?? [size]
  // No NAT rules on VpnGw1AZ (VPN Gateway 1.6).
  const hasRules = hasNatRules(body)
  const moves = sizes
    .filter(
      (other) =>
        (!isZonal || other !== size) && !(hasRules && whyNoNatRules({ sku: `VpnGw${other}AZ`, gatewayType })),
    )
    .map((other): SkuMove => ({ sku: `VpnGw${other}AZ`, is: other === size ? 'upgrade' : 'resize' }))
  return moves.length > 0
    ? { is: 'some', moves }
    : none('Azure does not say which generation this gateway is of, so other sizes cannot be offered.')
}

/** What keeps a size from being offered, for the one who looks for it; `undefined`: nothing does. */
export function whyNoSmallest({ generation, body }: VirtualNetworkGateway): string | undefined {
  return sizesOf(generation)?.includes(1) && hasNatRules(body)
    ? 'VpnGw1AZ is not offered: it takes no NAT rules, and this gateway has some.'
    : undefined
}

function hasNatRules(body: JsonObject): boolean {
  const rules = memberAt(body, ['properties', 'natRules'])
  return Array.isArray(rules) && rules.length > 0
}

/**
 * Whether a move is to a smaller size. Unverified (VPN Gateway 1.7): the documents name resizing within a generation and do
 * not say in which direction.
 */
export function isSmaller({ sku = '' }: VirtualNetworkGateway, move: SkuMove): boolean {
  const sizeOf = (name: string) => {
    const size = /^vpngw(\d)/i.exec(name)?.[1]
    return size === undefined ? sizeOfExpressRoute(name) : Number(size)
  }
  if (move.is === 'toScale') return false
  return sizeOf(move.sku) < sizeOf(sku)
}

/** Said wherever a smaller size is chosen. */
export const SMALLER = 'Microsoft does not publish whether Azure takes a smaller size; it may refuse it.'

function sizesOf(generation: string | undefined): number[] | undefined {
  switch (generation?.toLowerCase()) {
    case 'generation1':
      return SIZES.generation1
    case 'generation2':
      return SIZES.generation2
    default:
      return undefined
  }
}

function whyNone(sku: string): string {
  switch (sku.toLowerCase()) {
    case 'basic':
      return 'A Basic gateway cannot be changed to another SKU: it has to be deleted and made anew, and gets another public address.'
    case 'standard':
    case 'highperformance':
      return `${sku} leaves only by the migration of its Basic public IP address, which moves it to a VpnGw SKU.`
    default:
      return sku === '' ? 'Azure did not say which SKU this gateway has.' : `No change from ${sku} is known.`
  }
}

function none(why: string): SkuMoves {
  return { is: 'none', why }
}

/** @param sku one of `skuMoves` */
export function skuEdit(gateway: VirtualNetworkGateway, { sku, is }: SkuMove): Replacement {
  return {
    is: 'edit',
    method: 'PUT',
    topic: 'sku',
    id: gateway.id,
    name: gateway.name,
    // Name and tier have the same value (VPN Gateway 3.1).
    changes: setMembers(gateway.body, [
      [['properties', 'sku', 'name'], sku],
      [['properties', 'sku', 'tier'], sku],
    ]),
    what: `the SKU of ${gateway.name}`,
    effect: effectOf(gateway, is),
    action: writeAction('Microsoft.Network/virtualNetworkGateways'),
    holds: heldBy(gateway),
  }
}

function effectOf({ gatewayType }: VirtualNetworkGateway, is: SkuMove['is']): string {
  if (is === 'toScale') return 'It is changed in place, without an interruption. That takes up to two hours.'
  if (gatewayType?.toLowerCase() === 'expressroute')
    return 'The connections stay. Plan for a short interruption while the size changes.'
  return is === 'upgrade'
    ? 'The public addresses stay. Azure expects no interruption between SKUs of the same size.'
    : 'The public addresses stay. The tunnels are interrupted for a short time while the size changes.'
}
