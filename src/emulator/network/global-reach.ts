import { ok, type Answer } from '../arm/answer.ts'
import { segment, type Exchange } from '../arm/exchange.ts'
import { groupOf } from '../arm/group-of.ts'
import { nameOf, parentId, sameId } from '../arm/ids.ts'
import { page } from '../arm/paging.ts'
import { childNotFound, groupNotFound } from '../arm/refusals.ts'
import { guidOf } from '../clock.ts'
import type { Living } from '../store/living.ts'
import type { OperationFailure } from '../store/rows.ts'
import type { JsonObject } from '../wire/json.ts'
import { idAt, isObject, textAt } from '../wire/read.ts'
import { find, livingIn, referrers } from './find.ts'
import type { Draft, NetworkType } from './network-type.ts'
import type { Route } from './routes.ts'
import { refuseGlobalReach } from './validate/global-reach.ts'

const TYPE = 'expressRouteCircuits/peerings/connections'

/** Global Reach, from the circuit that began it; shapes of an azure-powershell recording of 2018 and the published example. */
export const circuitConnections: NetworkType = {
  type: TYPE,
  noun: 'ExpressRouteCircuitConnection',
  lists: ['parent'],
  seconds: { create: 21, update: 21, remove: 21 },
  retryAfter: 10,
  notifies: false,
  etagHeader: false,
  typeAt: 'end',
  hasGuid: false,
  patch: false,
  readOnly: ['circuitConnectionStatus'],
  required: ['peerExpressRouteCircuitPeering', 'addressPrefix'],
  refuse: refuseGlobalReach,
  fails: notProvisioned,
  fill: ({ sent, before, id }) => ({
    expressRouteCircuitPeering: { id: parentId(id) ?? '' },
    ...sent,
    // A key that is left out stays, as with every secret of a PUT here (assumed).
    authorizationKey: sent.authorizationKey ?? before?.properties.authorizationKey,
    circuitConnectionStatus: before?.properties.circuitConnectionStatus ?? 'Connecting',
    ipv6CircuitConnectionConfig: isObject(sent.ipv6CircuitConnectionConfig)
      ? { ...sent.ipv6CircuitConnectionConfig, circuitConnectionStatus: 'Connected' }
      : undefined,
  }),
  settles: ({ before }) =>
    before === undefined ? [{ after: 0, merge: { circuitConnectionStatus: 'Connected' } }] : [],
}

/** Late, with the message of recorded behaviour 3. */
function notProvisioned({ id, exchange }: Draft): OperationFailure | undefined {
  const circuit = find(exchange, circuitIdOf(id))
  if (circuit === undefined || circuit.properties.expressRoutePort !== undefined) return undefined
  const state = textAt(circuit.properties.serviceProviderProvisioningState) ?? 'NotProvisioned'
  if (state === 'Provisioned') return undefined
  return {
    code: 'InitiatingCircuitNotProvisioned',
    message:
      `Put Global Reach Connection Initiating Circuit Subscription = ${id.split('/')[2] ?? ''}, ServiceKey = ` +
      `${textAt(circuit.properties.serviceKey) ?? ''} is Not Provisioned. Current Status ${state}`,
  }
}

function circuitIdOf(id: string): string {
  return id.replace(/\/peerings\/.*$/i, '')
}

/** Connections that lead to a peering, as its own side sees them: under other names (ExpressRoute document 9, number 12). */
export function incomingOf(exchange: Exchange, peering: Living): JsonObject[] {
  // What stands in a circuit's body has its etag.
  const { etag } = find(exchange, circuitIdOf(peering.row.id)) ?? peering
  return referrers(exchange, peering.row.id, TYPE)
    .filter(({ properties }) => sameId(idAt(properties.peerExpressRouteCircuitPeering), peering.row.id))
    .map((at) => {
      const name = guidOf(at.row.key)
      const { addressPrefix, circuitConnectionStatus } = at.properties
      return {
        name,
        id: `${peering.row.id}/peerConnections/${name}`,
        etag,
        properties: {
          provisioningState: 'Succeeded',
          expressRouteCircuitPeering: { id: peering.row.id },
          peerExpressRouteCircuitPeering: { id: parentId(at.row.id) ?? '' },
          ...(addressPrefix !== undefined && { addressPrefix }),
          ...(circuitConnectionStatus !== undefined && { circuitConnectionStatus }),
          connectionName: nameOf(at.row.id),
          authResourceGuid: '',
        },
        type: 'Microsoft.Network/expressRouteCircuits/peerings/peerConnections',
      }
    })
}

/** Whether a circuit is in Global Reach, from either side. */
export function reachesOthers(exchange: Exchange, circuit: Living): boolean {
  return livingIn(exchange, `${circuit.row.key}/peerings`).some(
    (peering) =>
      livingIn(exchange, `${peering.row.key}/connections`).length > 0 ||
      incomingOf(exchange, peering).length > 0,
  )
}

/** GET of what leads to a peering, all and one. `group`: where the provider begins. */
export function incomingRoutes(group: string): Route[] {
  const path = `${group}/expressroutecircuits/:c/peerings/:p/peerconnections`
  return [
    { method: 'GET', path, answer: (exchange) => incoming(exchange, (items) => page(exchange, items)) },
    {
      method: 'GET',
      path: `${path}/:n`,
      answer: (exchange) =>
        incoming(exchange, (items) => {
          const found = items.find(({ name }) => textAt(name) === segment(exchange, 11).toLowerCase())
          return found === undefined ? childNotFound(`/${exchange.segments.join('/')}`) : ok(found)
        }),
    },
  ]
}

function incoming(exchange: Exchange, answer: (items: JsonObject[]) => Answer): Answer {
  if (groupOf(exchange) === undefined) return groupNotFound(segment(exchange, 3))
  const id = `/${exchange.segments.slice(0, 10).join('/')}`
  const peering = find(exchange, id)
  return peering === undefined ? childNotFound(id) : answer(incomingOf(exchange, peering))
}
