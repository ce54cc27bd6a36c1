import type { Estate } from '../estate.ts'
import {
  FAST_PATH_UNITS,
  HUB_CIRCUITS,
  HUB_FAST_PATH_UNITS,
  HUB_UNITS,
  hubMbps,
  SCALE,
  SCALE_UNITS,
  skuFacts,
  unitFaults,
  unitsIn,
  type UnitFault,
  type UnitRange,
} from '../express-route/gateway-skus.ts'
import { count, sentenceList } from '../format.ts'
import { keyOf } from '../paths.ts'
import type { ExpressRouteGateway } from '../resources/expressroute.ts'
import type { VirtualNetworkGateway } from '../resources/vpn.ts'
import { memberAt, type Replacement } from './edit.ts'
import { connectionsOf } from './gateway-connections.ts'
import { heldInHub } from './held-by.ts'
import { hubGatewayConnections } from './removal.ts'
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

function rangeOf({ kind }: Scaled): UnitRange {
  return kind === 'expressRouteGateway' ? HUB_UNITS : SCALE_UNITS
}

export function whyNoScale({ sku = '' }: VirtualNetworkGateway): string | undefined {
  return sku.toLowerCase() === SCALE.toLowerCase()
    ? undefined
    : `Only ${SCALE} has scale units, and this gateway is ${sku}.`
}

export function typedScale(gateway: Scaled): TypedScale {
  const unit = (name: 'min' | 'max') => {
    const value = memberAt(gateway.body, [...BOUNDS, name])
    return typeof value === 'number' ? String(value) : undefined
  }
  const least = unit('min') ?? '1'
  return { least, most: unit('max') ?? least }
}

/** What hangs on a gateway and needs units. */
interface ScaleLoad {
  circuits: number
  /** Names of the connections with FastPath. */
  fastPath: readonly string[]
}

/** As far as its connections were read. */
export function scaleLoad(gateway: Scaled, estate: Estate): ScaleLoad {
  const connections =
    gateway.kind === 'expressRouteGateway'
      ? hubGatewayConnections(gateway, estate).map(
          ({ name, circuitPeeringId: to, expressRouteGatewayBypass }) => ({
            name,
            to,
            expressRouteGatewayBypass,
          }),
        )
      : connectionsOf(gateway, estate).map(({ name, circuitId: to, expressRouteGatewayBypass }) => ({
          name,
          to,
          expressRouteGatewayBypass,
        }))
  return {
    circuits: new Set(connections.flatMap(({ to }) => (to === undefined ? [] : [keyOf(to)]))).size,
    fastPath: connections.flatMap((one) => (one.expressRouteGatewayBypass === true ? [one.name] : [])),
  }
}

/** Fewer units than what hangs on the gateway needs (finding ER-016; ExpressRoute document 4.1, Virtual WAN document 6). */
function loadProblems(gateway: Scaled, least: number, { circuits, fastPath }: ScaleLoad): ScaleProblem[] {
  if (least >= unitsIn(typedScale(gateway).least)) return []
  const isHub = gateway.kind === 'expressRouteGateway'
  const needed = isHub ? HUB_FAST_PATH_UNITS : FAST_PATH_UNITS
  const taken = isHub ? HUB_CIRCUITS : (skuFacts(SCALE, least)?.circuits ?? circuits)
  const problem = (text: string): ScaleProblem => ({ field: 'least', is: 'error', text })
  return [
    ...(fastPath.length > 0 && least < needed
      ? [problem(`FastPath needs ${needed} units. Switch it off first on ${sentenceList(fastPath)}.`)]
      : []),
    ...(circuits > taken
      ? [
          problem(
            `${count(least, 'unit')} ${least === 1 ? 'takes' : 'take'} ${taken} circuits, and it has ${circuits}.`,
          ),
        ]
      : []),
  ]
}

/** @param load that its connections are */
export function scaleProblems(
  gateway: Scaled,
  { least, most }: TypedScale,
  load: ScaleLoad = { circuits: 0, fastPath: [] },
): ScaleProblem[] {
  const range = rangeOf(gateway)
  const wrong = unitFaults({ min: least, max: most }, range).map(({ at, is }): ScaleProblem => ({
    field: at === 'min' ? 'least' : 'most',
    is: 'error',
    text: FAULTS[is](range),
  }))
  if (wrong.length > 0) return wrong
  const heavy = loadProblems(gateway, unitsIn(least), load)
  if (heavy.length > 0) return heavy
  return gateway.kind === 'expressRouteGateway' && unitsIn(least) === 1
    ? [{ field: 'least', is: 'advice', text: 'One unit may dip during maintenance; two and more do not.' }]
    : []
}

const FAULTS: Readonly<Record<UnitFault['is'], (range: UnitRange) => string>> = {
  range: ({ least, most }) => `Enter a whole number from ${least} to ${most}.`,
  order: () => 'The most is not below the least.',
  scale: ({ leastToScale }) => `A gateway that scales by itself has at least ${leastToScale} units.`,
}

/** What the units carry (ExpressRoute document 4.1, Virtual WAN document 6). */
export function carries({ kind }: Scaled, units: number): string {
  const mbps = kind === 'expressRouteGateway' ? hubMbps(units) : (skuFacts(SCALE, units)?.mbps ?? 0)
  return `${mbps / 1000} Gbps`
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
    ...heldInHub(gateway),
  }
}
