import { connectionsOf } from '../edits/gateway-connections.ts'
import type { Estate } from '../estate.ts'
import { keyOf, parentId } from '../paths.ts'
import type { ExpressRouteConnection } from '../resources/expressroute.ts'
import type { Resource } from '../resources/resource.ts'
import type { Connection } from '../resources/vpn.ts'

/** A connection of an ExpressRoute gateway with its circuit, as far as ARM tells it. */
export interface Linked {
  connection: Connection | ExpressRouteConnection
  circuitId?: string
}

/** The connections of a gateway in a virtual network, whatever resource group they are in, or in a hub; none of anything else. */
export function linkedTo(gateway: Resource | undefined, estate: Estate): Linked[] {
  if (gateway?.kind === 'virtualNetworkGateway')
    return connectionsOf(gateway, estate).map((connection) => ({
      connection,
      ...(connection.circuitId !== undefined && { circuitId: connection.circuitId }),
    }))
  if (gateway?.kind !== 'expressRouteGateway') return []
  return estate.rows.flatMap(({ key, kind }) => {
    const found = kind === 'expressRouteConnection' ? estate.resources.get(key) : undefined
    if (found?.kind !== 'expressRouteConnection' || keyOf(found.gatewayId) !== gateway.key) return []
    const circuitId = parentId(found.circuitPeeringId ?? '')
    return [{ connection: found, ...(circuitId !== undefined && { circuitId }) }]
  })
}
