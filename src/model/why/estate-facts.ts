import type { Estate } from '../estate.ts'
import { keyOf, parentId } from '../paths.ts'
import type { Kind, Resource, ResourceOf } from '../resources/resource.ts'
import type { Connection } from '../resources/vpn.ts'
import { instancesOf } from '../vpn/instances.ts'
import { known, type Asked } from './asked.ts'
import type { EstateFacts, Neighbour } from './facts.ts'

/**
 * What the estate knows of a connection and of what it hangs together with. Nothing is asked.
 * @param reading the lists of the estate are still on their way: what is not there yet may come
 */
export function estateFacts(
  connection: Connection,
  estate: Estate,
  now: number,
  reading: boolean,
): EstateFacts {
  const find = finder(estate)
  const later = <T>(one: Asked<T>, named: boolean): Asked<T> =>
    reading && named && one.is === 'none' ? { is: 'asking' } : one
  const gateway = find('virtualNetworkGateway', connection.gateway1Id)
  const network = find('virtualNetwork', parentId(gateway?.ipConfigurations[0]?.subnetId ?? ''))
  const rules = connection.natRuleIds.flatMap((id) => find('natRule', id) ?? [])
  return {
    now,
    connection,
    gateway: later(asked(gateway), connection.gateway1Id !== undefined),
    site: later(
      asked(find('localNetworkGateway', connection.localNetworkGatewayId)),
      connection.localNetworkGatewayId !== undefined,
    ),
    network: later(asked(network), connection.gateway1Id !== undefined),
    spokes: (network?.peerings ?? []).flatMap(
      ({ remoteVirtualNetworkId }) => find('virtualNetwork', remoteVirtualNetworkId) ?? [],
    ),
    addresses: gateway === undefined ? [] : instancesOf(gateway, estate).map((one) => one.addresses[0]),
    natRules: later(
      rules.length === connection.natRuleIds.length ? known(rules, rules[0]?.readAt ?? now) : { is: 'none' },
      true,
    ),
    neighbours: neighboursOf(connection, estate),
    twin: later(twinOf(connection, estate, now, reading), connection.gateway2Id !== undefined),
  }
}

function finder(estate: Estate) {
  return <K extends Kind>(kind: K, id: string | undefined): ResourceOf<K> | undefined => {
    const found = id === undefined ? undefined : estate.resources.get(keyOf(id))
    // The kind was just compared, which the compiler cannot carry over to the type parameter.
    return found?.kind === kind ? (found as ResourceOf<K>) : undefined
  }
}

function asked<R extends Resource>(resource: R | undefined): Asked<R> {
  return resource === undefined ? { is: 'none' } : known(resource, resource.readAt)
}

function connectionsOf(gatewayId: string, estate: Estate): Connection[] {
  return estate.links(keyOf(gatewayId)).flatMap(({ id, direction }) => {
    const found = direction === 'usedBy' ? estate.resources.get(keyOf(id)) : undefined
    return found?.kind === 'connection' ? [found] : []
  })
}

function neighboursOf(connection: Connection, estate: Estate): Neighbour[] {
  const find = finder(estate)
  return connectionsOf(connection.gateway1Id ?? '', estate)
    .filter(({ key }) => key !== connection.key)
    .map((other) => {
      const site = find('localNetworkGateway', other.localNetworkGatewayId)
      return { connection: other, ...(site && { site }) }
    })
}

/** Only where the other gateway's subscription was read does a missing connection mean that there is none. */
function twinOf(
  connection: Connection,
  estate: Estate,
  now: number,
  reading: boolean,
): Asked<Connection | undefined> {
  const { gateway1Id = '', gateway2Id } = connection
  if (gateway2Id === undefined) return { is: 'none' }
  const other = estate.resources.get(keyOf(gateway2Id))
  const twin = connectionsOf(gateway2Id, estate).find(
    (one) =>
      keyOf(one.gateway1Id ?? '') === keyOf(gateway2Id) && keyOf(one.gateway2Id ?? '') === keyOf(gateway1Id),
  )
  if (twin) return known(twin, twin.readAt)
  if (reading || other === undefined || isPartlyUnread(other, estate)) return { is: 'none' }
  return known(undefined, Math.max(now, other.readAt))
}

/** Connections of a subscription that could not be read may hold the one that leads back. */
function isPartlyUnread({ subscriptionId }: Resource, estate: Estate): boolean {
  const scope = `/subscriptions/${subscriptionId}`.toLowerCase()
  return estate.unreadable.some((one) => one.scope.toLowerCase().startsWith(scope))
}
