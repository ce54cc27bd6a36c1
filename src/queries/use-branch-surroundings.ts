import { useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Answers } from '../model/branch/answers.ts'
import { errorIn } from '../model/errors.ts'
import { hubsOfWan } from '../model/edits/virtual-wan/around-hub.ts'
import { wanIdOf } from '../model/branch/place.ts'
import { rightsNeeded } from '../model/branch/rights-needed.ts'
import type { Surroundings } from '../model/branch/surroundings.ts'
import type { Resource } from '../model/resources/resource.ts'
import type { HubVirtualNetworkConnection } from '../model/resources/virtual-wan.ts'
import type { Asked } from '../model/wizard/around.ts'
import { collectionQuery } from './resource-query.ts'
import { regionsQuery, resourceGroupsQuery } from './surroundings-query.ts'
import { useAsked, useWithRights } from './use-asked.ts'
import { useAzure } from './use-azure.ts'
import { useEstate } from './use-estate.ts'

/** What the answers of Connect a branch are held against, read as they ask for it; the same until something of it changes. */
export function useBranchSurroundings(answers: Answers): Surroundings {
  const azure = useAzure()
  const { estate } = useEstate()
  const { subscriptionId } = answers.goal
  const regions = useAsked(useQuery(regionsQuery(azure, subscriptionId)))
  const groups = useAsked(useQuery(resourceGroupsQuery(azure, subscriptionId)))
  const wanId = wanIdOf(answers, { estate })
  const hubs = useMemo(() => hubsOfWan(estate, wanId), [estate, wanId])
  const lists = useQueries({
    queries: hubs.map(({ id }) => collectionQuery(azure, `${id}/hubVirtualNetworkConnections`)),
    combine: connectionsIn,
  })
  const networks = useMemo(
    () => new Map(hubs.map(({ key }, at) => [key, lists[at] ?? { is: 'reading' as const }])),
    [hubs, lists],
  )
  const around = useMemo(
    (): Surroundings => ({
      estate,
      networks,
      subscriptions: estate.subscriptions,
      regions,
      groups,
      // A hub's gateway stands in no subnet of yours.
      gatewaySubnet: { is: 'known', value: undefined },
      rights: new Map(),
    }),
    [estate, networks, regions, groups],
  )
  const needs = useMemo(() => rightsNeeded(answers, around), [answers, around])
  const { group } = answers.goal
  const goesInto = useMemo(() => [group], [group])
  return useWithRights(around, needs, goesInto)
}

/** The same as before where nothing of it changed: everything is held against it anew else. */
function connectionsIn(
  read: readonly Pick<UseQueryResult<Resource[]>, 'data' | 'error'>[],
): Asked<HubVirtualNetworkConnection[]>[] {
  return read.map(({ data, error }) => {
    if (data !== undefined)
      return {
        is: 'known',
        value: data.flatMap((one) => (one.kind === 'hubVirtualNetworkConnection' ? [one] : [])),
      }
    return error === null ? { is: 'reading' } : { is: 'notReadable', why: errorIn(error).message }
  })
}
