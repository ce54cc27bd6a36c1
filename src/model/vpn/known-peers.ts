import type { Estate } from '../estate.ts'
import { keyOf } from '../paths.ts'
import type { VirtualNetworkGateway } from '../resources/vpn.ts'
import { ownConnections } from './gateway-tunnels.ts'

/** Peers that a gateway's connections lead to by BGP, as their sites name them. */
export function knownPeers(
  gateway: VirtualNetworkGateway,
  estate: Estate,
): { address: string; name: string }[] {
  const peers = new Map<string, string>()
  for (const connection of ownConnections(gateway, estate)) {
    if (!connection.enableBgp) continue
    for (const id of [connection.localNetworkGatewayId, connection.gateway2Id]) {
      const end = estate.resources.get(keyOf(id ?? ''))
      if (end?.kind !== 'localNetworkGateway' && end?.kind !== 'virtualNetworkGateway') continue
      for (const address of (end.bgp?.peeringAddress ?? '').split(',').filter(Boolean))
        peers.set(address, end.name)
    }
  }
  return [...peers].map(([address, name]) => ({ address, name }))
}
