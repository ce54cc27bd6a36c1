import { parentId } from '../../model/paths.ts'
import type { Resource } from '../../model/resources/resource.ts'
import type { StripSource } from './strip-nodes.ts'

/** What a gateway stands in: its virtual network, or its hub and the hub's virtual WAN. */
export function behind(gateway: Resource | undefined, source: StripSource): string[] {
  switch (gateway?.kind) {
    case 'virtualNetworkGateway': {
      const subnet = gateway.ipConfigurations[0]?.subnetId
      const network = subnet === undefined ? undefined : parentId(subnet)
      return network === undefined ? [] : [network]
    }
    case 'vpnGateway':
    case 'expressRouteGateway': {
      const hub = source.find(gateway.virtualHubId)
      const wan = hub?.kind === 'virtualHub' ? hub.virtualWanId : undefined
      return [gateway.virtualHubId, wan].filter((id) => id !== undefined)
    }
    default:
      return []
  }
}

/** The gateway a connection belongs to. */
export function nearEnd(connection: Resource): string | undefined {
  switch (connection.kind) {
    case 'connection':
      return connection.gateway1Id
    case 'vpnConnection':
    case 'expressRouteConnection':
      return connection.gatewayId
    default:
      return undefined
  }
}

/** @param near key of the end it is seen from: a connection of two gateways looks the same from both */
export function farEnd(connection: Resource, near: string | undefined): string | undefined {
  switch (connection.kind) {
    case 'connection': {
      const { localNetworkGatewayId, circuitId, gateway1Id, gateway2Id } = connection
      const other = gateway2Id?.toLowerCase() === near ? gateway1Id : gateway2Id
      return localNetworkGatewayId ?? circuitId ?? other
    }
    case 'vpnConnection':
      return connection.siteId
    case 'expressRouteConnection':
      return connection.circuitPeeringId === undefined ? undefined : parentId(connection.circuitPeeringId)
    default:
      return undefined
  }
}

/** Where the far end of a connection is; `undefined` where its region says it. */
export function placeOf(id: string, source: StripSource): string | undefined {
  const end = source.find(id)
  switch (end?.kind) {
    case 'localNetworkGateway':
    case 'vpnSite':
      return 'On-premises'
    case 'expressRouteCircuit':
      return end.peeringLocation === undefined ? 'Microsoft edge' : `Microsoft edge, ${end.peeringLocation}`
    default:
      return undefined
  }
}
