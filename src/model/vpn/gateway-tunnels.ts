import { connectionVerdict } from '../details/values.ts'
import type { Estate } from '../estate.ts'
import { keyOf } from '../paths.ts'
import type { Connection, Tunnel, VirtualNetworkGateway } from '../resources/vpn.ts'
import type { Verdict } from '../status/verdict.ts'
import { addressesIn, type GatewayInstance, instanceOfTunnel, instancesOf } from './instances.ts'

/** The far end of a connection. */
export interface FarEnd {
  id: string
  /** Addresses, or a name that resolves to one, the tunnel may go to. */
  addresses: string[]
}

/** One tunnel of a gateway; without `tunnel` all that is known of a connection whose tunnels Azure does not tell. */
export interface GatewayTunnel {
  key: string
  connection: Connection
  far?: FarEnd
  tunnel?: Tunnel
  /** Absent where it cannot be told. */
  instance?: GatewayInstance
  /** Of the far end: one, or all it may be. */
  remote: string[]
  /** ARM's spelling; absent where it was not read or not given. */
  status?: string
  verdict: Verdict
}

/** The connections that are this gateway's own, by name; those of another gateway to this one are that gateway's. */
export function ownConnections(gateway: VirtualNetworkGateway, estate: Estate): Connection[] {
  return connectionsAt(gateway, estate).filter(({ gateway1Id }) => keyOf(gateway1Id ?? '') === gateway.key)
}

/** Every connection that ends in this gateway, from either side. */
export function connectionsAt(gateway: VirtualNetworkGateway, estate: Estate): Connection[] {
  return estate
    .links(gateway.key)
    .flatMap(({ role, id }) => (role === 'Connections' ? (estate.resources.get(keyOf(id)) ?? []) : []))
    .filter((one) => one.kind === 'connection')
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** Why a gateway shows no connection: there is none, or those of its subscription could not all be read. */
export function noConnectionWords(gateway: VirtualNetworkGateway, estate: Estate): string {
  const subscription = `/subscriptions/${gateway.subscriptionId}`.toLowerCase()
  const unread = estate.unreadable.some(
    ({ scope, action }) =>
      keyOf(scope).startsWith(subscription) && /\/(connections|resources|subscriptions|\*)\/read$/i.test(action),
  )
  return unread
    ? 'Connections of this subscription could not all be read, so it is not known whether any uses this gateway.'
    : 'No connection uses this gateway.'
}

/** Every tunnel of a gateway's own connections. */
export function tunnelsOf(gateway: VirtualNetworkGateway, estate: Estate): GatewayTunnel[] {
  const instances = instancesOf(gateway, estate)
  return ownConnections(gateway, estate).flatMap((connection): GatewayTunnel[] => {
    const far = farEndOf(connection, gateway, estate)
    const remote = far?.addresses ?? []
    if (connection.tunnels.length === 0) {
      const status = connection.connectionStatus
      return [
        {
          key: connection.key,
          connection,
          far,
          remote,
          // Of one instance there is nothing to tell.
          instance: instances.length === 1 ? instances[0] : undefined,
          status,
          verdict:
            status === undefined && connection.source === 'get' ? 'unknown' : connectionVerdict(status),
        },
      ]
    }
    return connection.tunnels.map((tunnel, index) => {
      const named = addressesIn(tunnel.name).filter((one) => remote.includes(one))
      return {
        key: `${connection.key} ${index}`,
        connection,
        far,
        tunnel,
        remote: named.length === 1 ? named : remote,
        instance: instanceOfTunnel(tunnel.name, instances),
        status: tunnel.connectionStatus,
        verdict:
          tunnel.connectionStatus === undefined ? 'unknown' : connectionVerdict(tunnel.connectionStatus),
      }
    })
  })
}

/** What a connection joins a gateway to. */
export function farEndOf(
  connection: Connection,
  gateway: Pick<VirtualNetworkGateway, 'key'>,
  estate: Pick<Estate, 'resources'>,
): FarEnd | undefined {
  const other =
    keyOf(connection.gateway1Id ?? '') === gateway.key ? connection.gateway2Id : connection.gateway1Id
  const id = connection.localNetworkGatewayId ?? other ?? connection.circuitId
  if (id === undefined) return undefined
  const end = estate.resources.get(keyOf(id))
  switch (end?.kind) {
    case 'localNetworkGateway':
      return { id: end.id, addresses: [end.gatewayIpAddress ?? end.fqdn ?? []].flat() }
    case 'virtualNetworkGateway':
      return { id: end.id, addresses: instancesOf(end, estate).flatMap(({ addresses }) => addresses) }
    default:
      return { id, addresses: [] }
  }
}
