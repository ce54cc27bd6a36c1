import type { ExpressRouteGateway } from '../resources/expressroute.ts'
import type { VirtualNetworkGateway } from '../resources/vpn.ts'
import { memberAt, type Replacement } from './edit.ts'
import { heldBy } from './held-by.ts'
import { setMembers, writeAction } from './set-members.ts'

/** What scales: an ExpressRoute gateway of a hub, or one of a network with the SKU ErGwScale. */
export type Scaled = ExpressRouteGateway | VirtualNetworkGateway

/** Scale units as they are typed; least and most alike: it does not scale by itself. */
export interface TypedScale {
  least: string
  most: string
}

export interface ScaleProblem {
  field: keyof TypedScale
  is: 'error' | 'advice'
  text: string
}

const BOUNDS = ['properties', 'autoScaleConfiguration', 'bounds']

/** How many there may be (ExpressRoute document 4.2, Virtual WAN document 6). */
function mostUnits({ kind }: Scaled): number {
  return kind === 'expressRouteGateway' ? 10 : 40
}

export function whyNoScale({ sku = '' }: VirtualNetworkGateway): string | undefined {
  return sku.toLowerCase() === 'ergwscale'
    ? undefined
    : `Only ErGwScale has scale units, and this gateway is ${sku}.`
}

export function typedScale(gateway: Scaled): TypedScale {
  const unit = (name: 'min' | 'max') => {
    const value = memberAt(gateway.body, [...BOUNDS, name])
    return typeof value === 'number' ? String(value) : undefined
  }
  const least = unit('min') ?? '1'
  return { least, most: unit('max') ?? least }
}

export function scaleProblems(gateway: Scaled, { least, most }: TypedScale): ScaleProblem[] {
  const all = mostUnits(gateway)
  const numbers = [least, most].map((text) => (/^\s*\d+\s*$/.test(text) ? Number(text) : NaN))
  const [from = NaN, to = NaN] = numbers
  const problems: ScaleProblem[] = []
  for (const [field, value] of [
    ['least', from],
    ['most', to],
  ] as const)
    if (!(value >= 1 && value <= all))
      problems.push({ field, is: 'error', text: `Enter a whole number from 1 to ${all}.` })
  if (problems.length > 0) return problems
  if (to < from) return [{ field: 'most', is: 'error', text: 'The most is not below the least.' }]
  if (gateway.kind === 'virtualNetworkGateway' && to > from && from < 2)
    return [{ field: 'least', is: 'error', text: 'A gateway that scales by itself has at least 2 units.' }]
  return gateway.kind === 'expressRouteGateway' && from === 1
    ? [{ field: 'least', is: 'advice', text: 'One unit may dip during maintenance; two and more do not.' }]
    : []
}

/** What the units carry (ExpressRoute document 4.1, Virtual WAN document 6). */
export function carries({ kind }: Scaled, units: number): string {
  return `${(kind === 'expressRouteGateway' ? 2 : 1) * units} Gbps`
}

export function scaleEdit(gateway: Scaled, { least, most }: TypedScale): Replacement {
  const [from, to] = [Number(least), Number(most)]
  // A gateway that names no most is not made to name one for nothing.
  const names = memberAt(gateway.body, [...BOUNDS, 'max']) !== undefined || from !== to
  return {
    is: 'edit',
    method: 'PUT',
    topic: 'scale',
    id: gateway.id,
    name: gateway.name,
    changes: setMembers(gateway.body, [
      [[...BOUNDS, 'min'], from],
      ...(names ? [[[...BOUNDS, 'max'], to] as const] : []),
    ]),
    what: `the scale units of ${gateway.name}`,
    effect: 'The price changes with the units. A step takes up to 30 minutes.',
    action: writeAction(
      `Microsoft.Network/${gateway.kind === 'expressRouteGateway' ? 'expressRouteGateways' : 'virtualNetworkGateways'}`,
    ),
    holds: heldBy(gateway),
  }
}
