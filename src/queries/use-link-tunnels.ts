import { useQuery } from '@tanstack/react-query'
import type { Estate } from '../model/estate.ts'
import { keyOf } from '../model/paths.ts'
import type { LinkConnection, VpnConnection } from '../model/resources/virtual-wan.ts'
import { hubInstances } from '../model/virtual-wan/hub-instances.ts'
import { type LinkTunnel, linkTunnels } from '../model/virtual-wan/link-tunnels.ts'
import { resourceQuery } from './resource-query.ts'
import { useAzure } from './use-azure.ts'
import { type LinkIke, useLinkIke } from './use-link-ike.ts'

/** The tunnels of a connection’s links on each instance of its gateway, asked for at once: a connection has four links at most. */
export function useLinkTunnels(
  connection: VpnConnection,
  estate: Estate,
): { tunnelsOf(link: LinkConnection): LinkTunnel[]; ike: LinkIke } {
  // Lists of gateways leave their instances out, and the estate has whichever came last: a list, or what is read here.
  const { data: read } = useQuery(resourceQuery(useAzure(), connection.gatewayId))
  const gateway = read ?? estate.resources.get(keyOf(connection.gatewayId))
  const instances = gateway?.kind === 'vpnGateway' ? hubInstances(gateway) : []
  const ike = useLinkIke(
    connection.id,
    connection.links.flatMap(({ id }) => id ?? []),
    true,
  )
  return { tunnelsOf: ({ id }) => linkTunnels(instances, ike.of(id)), ike }
}
