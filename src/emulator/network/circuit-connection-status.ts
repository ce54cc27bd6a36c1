import type { Exchange } from '../arm/exchange.ts'
import { parseId, sameId } from '../arm/ids.ts'
import type { Living } from '../store/living.ts'
import type { JsonObject } from '../wire/json.ts'
import { idAt, textAt } from '../wire/read.ts'
import { runningTest, sitesOf } from './circuit-sites.ts'
import { find, livingIn } from './find.ts'

/**
 * How a connection to a circuit stands. The gateway speaks to Microsoft's edge, so a router on-premises takes nothing from it; what does:
 * a provider that has not done its part, no private peering or one that is off (ExpressRoute document 2.6, 3.1), a failover test of the
 * location (2.3), and an authorization that is gone (5, unverified). Of a circuit nobody here knows the status stays as it is.
 */
export function withCircuitStatus(properties: JsonObject, at: Living, exchange: Exchange): JsonObject {
  const circuit = find(exchange, idAt(properties.peer) ?? '')
  if (properties.connectionStatus !== 'Connected' || circuit === undefined) return properties
  return isCut(exchange, at, circuit) ? { ...properties, connectionStatus: 'NotConnected' } : properties
}

function isCut(exchange: Exchange, at: Living, circuit: Living): boolean {
  const { serviceProviderProvisioningState: provider, expressRoutePort } = circuit.properties
  if (expressRoutePort === undefined && provider !== undefined && provider !== 'Provisioned') return true
  const peering = find(exchange, `${circuit.row.id}/peerings/AzurePrivatePeering`)
  if (peering === undefined || peering.properties.state === 'Disabled') return true
  return isRevoked(exchange, at, circuit) || isTested(exchange, at)
}

function isRevoked(exchange: Exchange, at: Living, circuit: Living): boolean {
  const key = textAt(at.properties.authorizationKey)
  const own = parseId(at.row.id)?.subscriptionId
  if (key === undefined || own === parseId(circuit.row.id)?.subscriptionId) return false
  return !livingIn(exchange, `${circuit.row.key}/authorizations`).some(
    ({ properties }) => properties.authorizationKey === key,
  )
}

function isTested(exchange: Exchange, at: Living): boolean {
  const gateway = find(exchange, idAt(at.properties.virtualNetworkGateway1) ?? '')
  if (gateway === undefined) return false
  const tested = runningTest(gateway, exchange.now)?.location
  return sitesOf(exchange, gateway).some(
    ({ connection, location }) => location === tested && sameId(connection.row.id, at.row.id),
  )
}
