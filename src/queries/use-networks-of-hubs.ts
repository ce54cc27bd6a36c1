import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'
import { membersOf, withHubNetworks } from '../model/branch/members.ts'
import type { HubNetworks } from '../model/branch/surroundings.ts'
import { errorIn } from '../model/errors.ts'
import type { Estate } from '../model/estate.ts'
import { keyOf } from '../model/paths.ts'
import type { Resource } from '../model/resources/resource.ts'
import { collectionQuery } from './resource-query.ts'
import { useAzure } from './use-azure.ts'

/**
 * The virtual networks of a hub that is there and of the other hubs of its virtual WAN, read by hub, under the keys of the hubs' pages, since no
 * list of a subscription has them. Their own estate has them too.
 */
export function useNetworksOfHubs(
  estate: Estate,
  { wanId, hubId }: { wanId: string; hubId: string },
): { joined: Estate; hubNetworks: ReadonlyMap<string, HubNetworks> } {
  const azure = useAzure()
  const hubs = useMemo(() => {
    const of = membersOf(estate).hubsOfWan.get(keyOf(wanId)) ?? []
    const own = estate.resources.get(keyOf(hubId))
    const all = own?.kind === 'virtualHub' ? [own, ...of] : of
    return [...new Map(all.map(({ key, id }) => [key, id]))]
  }, [estate, wanId, hubId])
  const read = useQueries({
    queries: hubs.map(([, id]) => collectionQuery(azure, `${id}/hubVirtualNetworkConnections`)),
    combine: networksIn,
  })
  return useMemo(() => {
    const all = read.flatMap((one) => (one.is === 'known' ? one.value : []))
    return {
      joined: all.length === 0 ? estate : withHubNetworks(estate, all),
      hubNetworks: new Map(hubs.map(([key], at) => [key, read[at] ?? { is: 'reading' }])),
    }
  }, [estate, hubs, read])
}

/** The same function for good, so that its value is the same until an answer is another. */
function networksIn(queries: readonly UseQueryResult<readonly Resource[]>[]): HubNetworks[] {
  return queries.map(({ data, error }) => {
    if (data)
      return {
        is: 'known',
        value: data.flatMap((one) => (one.kind === 'hubVirtualNetworkConnection' ? one : [])),
      }
    return error === null ? { is: 'reading' } : { is: 'notReadable', why: errorIn(error).message }
  })
}
