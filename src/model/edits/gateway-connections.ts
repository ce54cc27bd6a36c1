import type { Estate } from '../estate.ts'
import { count } from '../format.ts'
import { keyOf, nameOfId } from '../paths.ts'
import type { Resource } from '../resources/resource.ts'
import type { Connection } from '../resources/vpn.ts'
import type { Touched } from './consequences.ts'

/** The connections that use a gateway or a local network gateway, as far as they were read, by name. */
export function connectionsOf(resource: Resource, estate: Estate): Connection[] {
  return estate
    .links(resource.key)
    .filter(({ direction }) => direction === 'usedBy')
    .map(({ id }) => estate.resources.get(keyOf(id)))
    .filter((one) => one?.kind === 'connection')
    .toSorted((one, other) => one.name.localeCompare(other.name))
}

/** A connection with its status, for a list of what depends on something. */
export function touchedConnection(connection: Connection): Touched {
  const { id, name, connectionStatus, tunnels } = connection
  const status = connectionStatus ?? 'status not read'
  if (tunnels.length < 2) return { id, name, note: status }
  return {
    id,
    name,
    note: `${status}, ${tunnelsUp(connection)} of ${count(tunnels.length, 'tunnel')} connected`,
  }
}

export function tunnelsUp({ tunnels }: Connection): number {
  return tunnels.filter((tunnel) => tunnel.connectionStatus?.toLowerCase() === 'connected').length
}

/** What a connection reaches, and the gateway it starts from: ids may be of what was not read. */
export function endsOf(connection: Connection, estate: Estate): { near: Touched[]; far: Touched[] } {
  const named = (ids: readonly (string | undefined)[]) =>
    ids
      .filter((id) => id !== undefined)
      .map((id) => {
        const known = estate.resources.get(keyOf(id))
        return { id: known?.id ?? id, name: known?.name ?? nameOfId(id) }
      })
  const { gateway1Id, gateway2Id, localNetworkGatewayId, circuitId } = connection
  return { near: named([gateway1Id]), far: named([gateway2Id, localNetworkGatewayId, circuitId]) }
}
