import type { Estate } from '../estate.ts'
import {
  FAST_PATH_UNITS,
  HUB_FAST_PATH_UNITS,
  SCALE,
  scaleUnitsOf,
  skuFacts,
} from '../express-route/gateway-skus.ts'
import { keyOf, parentId } from '../paths.ts'
import type { ExpressRouteCircuit, ExpressRouteConnection } from '../resources/expressroute.ts'
import type { Connection } from '../resources/vpn.ts'
import { memberAt, type Replacement } from './edit.ts'
import { heldBy } from './held-by.ts'
import { setMembers, writeAction } from './set-members.ts'

/** A connection with a circuit: of a gateway in a network or in a hub. */
export type CircuitConnection = Connection | ExpressRouteConnection

export interface TypedCircuitConnection {
  weight: string
  fastPath: boolean
  privateLink: boolean
  /** Of a hub alone: whether the default route goes on to on-premises. */
  internet: boolean
}

export interface CircuitConnectionProblem {
  field: keyof TypedCircuitConnection
  is: 'error' | 'advice'
  text: string
}

/** (ExpressRoute document 5) */
const MOST_WEIGHT = 32_000

export function whyNotCircuitConnection({ connectionType }: Connection): string | undefined {
  return connectionType?.toLowerCase() === 'expressroute'
    ? undefined
    : 'This connection is not of ExpressRoute.'
}

export function typedCircuitConnection(connection: CircuitConnection): TypedCircuitConnection {
  return {
    weight: String(connection.routingWeight ?? 0),
    fastPath: connection.expressRouteGatewayBypass,
    privateLink: memberAt(connection.body, ['properties', 'enablePrivateLinkFastPath']) === true,
    internet: connection.kind === 'expressRouteConnection' && connection.enableInternetSecurity,
  }
}

/** The circuit it leads to, where it was read. */
export function circuitOfConnection(
  connection: CircuitConnection,
  estate: Estate,
): ExpressRouteCircuit | undefined {
  const id =
    connection.kind === 'connection' ? connection.circuitId : parentId(connection.circuitPeeringId ?? '')
  const found = estate.resources.get(keyOf(id ?? ''))
  return found?.kind === 'expressRouteCircuit' ? found : undefined
}

/** ExpressRoute document 4.1 and 5; Virtual WAN document 6. */
export function circuitConnectionProblems(
  connection: CircuitConnection,
  typed: TypedCircuitConnection,
  estate: Estate,
): CircuitConnectionProblem[] {
  const problems: CircuitConnectionProblem[] = []
  const weight = /^\s*\d+\s*$/.test(typed.weight) ? Number(typed.weight) : NaN
  if (!(weight >= 0 && weight <= MOST_WEIGHT))
    problems.push({ field: 'weight', is: 'error', text: `Enter a whole number from 0 to ${MOST_WEIGHT}.` })
  const why = typed.fastPath ? whyNoFastPath(connection, estate) : undefined
  if (why !== undefined) problems.push({ field: 'fastPath', ...why })
  if (typed.privateLink) {
    if (!typed.fastPath)
      problems.push({ field: 'privateLink', is: 'error', text: 'Private link needs FastPath itself.' })
    else if (circuitOfConnection(connection, estate)?.expressRoutePortId === undefined)
      problems.push({
        field: 'privateLink',
        is: 'advice',
        text: 'Azure gives it on circuits of ExpressRoute Direct, and not everywhere.',
      })
  }
  return problems
}

/** What stands in the way of FastPath: the gateway, which has to be large enough. */
function whyNoFastPath(
  connection: CircuitConnection,
  estate: Estate,
): Omit<CircuitConnectionProblem, 'field'> | undefined {
  const id = connection.kind === 'connection' ? connection.gateway1Id : connection.gatewayId
  const gateway = estate.resources.get(keyOf(id ?? ''))
  if (gateway?.kind === 'expressRouteGateway') {
    const isDirect = circuitOfConnection(connection, estate)?.expressRoutePortId !== undefined
    return isDirect && (gateway.minScaleUnits ?? 0) >= HUB_FAST_PATH_UNITS
      ? undefined
      : {
          is: 'advice',
          text: `In a hub FastPath is for circuits of ExpressRoute Direct, from ${HUB_FAST_PATH_UNITS} scale units; there it is on by itself.`,
        }
  }
  if (gateway?.kind !== 'virtualNetworkGateway') return undefined
  const sku = gateway.sku ?? ''
  if (skuFacts(sku, scaleUnitsOf(gateway.body).min)?.fastPath === true) return undefined
  return sku.toLowerCase() === SCALE.toLowerCase()
    ? {
        is: 'error',
        text: `FastPath needs ${FAST_PATH_UNITS} scale units at least: change those of the gateway first.`,
      }
    : {
        is: 'error',
        text: `FastPath needs UltraPerformance, ErGw3AZ or ${SCALE} with ${FAST_PATH_UNITS} units, and the gateway is ${gateway.sku ?? 'of an unknown SKU'}.`,
      }
}

export function circuitConnectionEdit(
  connection: CircuitConnection,
  typed: TypedCircuitConnection,
): Replacement {
  const inHub = connection.kind === 'expressRouteConnection'
  return {
    is: 'edit',
    method: 'PUT',
    topic: 'weight',
    id: connection.id,
    name: connection.name,
    changes: setMembers(connection.body, [
      [['properties', 'routingWeight'], Number(typed.weight)],
      [['properties', 'expressRouteGatewayBypass'], typed.fastPath],
      [['properties', 'enablePrivateLinkFastPath'], typed.privateLink],
      ...(inHub ? [[['properties', 'enableInternetSecurity'], typed.internet] as const] : []),
    ]),
    what: `weight and FastPath of ${connection.name}`,
    effect: 'Of two ways to one network the larger weight is taken.',
    action: writeAction(
      inHub
        ? 'Microsoft.Network/expressRouteGateways/expressRouteConnections'
        : 'Microsoft.Network/connections',
    ),
    holds: heldBy(connection),
  }
}
