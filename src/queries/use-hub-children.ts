import { useQueries } from '@tanstack/react-query'
import type { Kind, Resource, ResourceOf } from '../model/resources/resource.ts'
import type { HubBgpConnection } from '../model/resources/virtual-wan.ts'
import type { Asked } from '../model/why/asked.ts'
import type { HubChildren } from '../model/virtual-wan/hub-children.ts'
import { askedOf, mapped } from './asked-of.ts'
import { collectionQuery, resourceQuery } from './resource-query.ts'
import { useAzure } from './use-azure.ts'

/** Each list of a hub's children, with the kind of what is in it. */
const LISTS = {
  connections: ['hubVirtualNetworkConnections', 'hubVirtualNetworkConnection'],
  tables: ['hubRouteTables', 'hubRouteTable'],
  intents: ['routingIntent', 'routingIntent'],
} as const satisfies Record<string, readonly [segment: string, kind: Kind]>

type ListName = keyof typeof LISTS

/** The lists of one hub, each as far as it is known. */
export type AskedChildren = { [Name in ListName]: Asked<ResourceOf<(typeof LISTS)[Name][1]>[]> }

/** What was read of it; nothing of what is on its way or was refused. */
export function readChildren(asked: AskedChildren): HubChildren {
  const value = <T>(one: Asked<T>) => (one.is === 'known' ? one.value : undefined)
  return {
    connections: value(asked.connections),
    tables: value(asked.tables),
    intents: value(asked.intents),
  }
}

/** Virtual network connections, route tables and routing intent of a hub, read for its page and under the same keys. */
export function useHubChildren(hubId: string): AskedChildren {
  const azure = useAzure()
  const [connections, tables, intents] = useQueries({
    queries: [
      collectionQuery(azure, `${hubId}/${LISTS.connections[0]}`),
      collectionQuery(azure, `${hubId}/${LISTS.tables[0]}`),
      collectionQuery(azure, `${hubId}/${LISTS.intents[0]}`),
    ],
  })
  return {
    connections: mapped(askedOf(connections, true), (all) => only(all, LISTS.connections[1])),
    tables: mapped(askedOf(tables, true), (all) => only(all, LISTS.tables[1])),
    intents: mapped(askedOf(intents, true), (all) => only(all, LISTS.intents[1])),
  }
}

/** Its network virtual appliances, which no list over a subscription has: those that were read, and what is to be said of the others. */
export function useAppliances(ids: readonly string[]): {
  read: Resource[]
  refused: boolean
  reading: boolean
} {
  const azure = useAzure()
  const all = useQueries({ queries: ids.map((id) => resourceQuery(azure, id)) })
  return {
    read: all.flatMap(({ data }) => data ?? []),
    refused: all.some(({ data, isError }) => data === undefined && isError),
    reading: all.some(({ isPending }) => isPending),
  }
}

/** The BGP peers of a hub or a Route Server. */
export function useHubPeers(hubId: string): Asked<HubBgpConnection[]> & { again(): void } {
  const [query] = useQueries({ queries: [collectionQuery(useAzure(), `${hubId}/bgpConnections`)] })
  const peers = mapped(askedOf(query, true), (all) => only(all, 'hubBgpConnection'))
  return { ...peers, again: () => void query?.refetch() }
}

/** Of several hubs, by key: connections and intents alone, and whether one of the lists was refused. */
export function useChildrenOfHubs(
  hubs: readonly { id: string; key: string }[],
): ReadonlyMap<string, HubChildren & { refused: boolean }> {
  const azure = useAzure()
  const read = useQueries({
    queries: hubs.flatMap(({ id }) => [
      collectionQuery(azure, `${id}/${LISTS.connections[0]}`),
      collectionQuery(azure, `${id}/${LISTS.intents[0]}`),
    ]),
  })
  return new Map(
    hubs.map(({ key }, at) => {
      const [connections, intents] = [read[at * 2], read[at * 2 + 1]]
      return [
        key,
        {
          connections: connections?.data && only(connections.data, LISTS.connections[1]),
          intents: intents?.data && only(intents.data, LISTS.intents[1]),
          refused: connections?.isError === true || intents?.isError === true,
        },
      ]
    }),
  )
}

function only<K extends Kind>(all: readonly Resource[], kind: K): ResourceOf<K>[] {
  return all.filter((one): one is ResourceOf<K> => one.kind === kind)
}
