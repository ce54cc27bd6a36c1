import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Answers } from '../model/branch/answers.ts'
import { hubIdOf } from '../model/branch/place.ts'
import { rightsNeeded } from '../model/branch/rights-needed.ts'
import type { Surroundings } from '../model/branch/surroundings.ts'
import { regionsQuery, resourceGroupsQuery } from './surroundings-query.ts'
import { useAsked, useWithRights } from './use-asked.ts'
import { useAzure } from './use-azure.ts'
import { useEstate } from './use-estate.ts'
import { useNetworksOfHubs } from './use-networks-of-hubs.ts'

/** What the answers of Connect a branch are held against, read as they ask for it; the same until something of it changes. */
export function useBranchSurroundings(answers: Answers): Surroundings {
  const azure = useAzure()
  const { estate } = useEstate()
  const { subscriptionId } = answers.goal
  const regions = useAsked(useQuery(regionsQuery(azure, subscriptionId)))
  const groups = useAsked(useQuery(resourceGroupsQuery(azure, subscriptionId)))
  const wanId = answers.goal.wan.is === 'existing' ? answers.goal.wan.id : ''
  const { joined, hubNetworks } = useNetworksOfHubs(estate, { wanId, hubId: hubIdOf(answers) })
  const around = useMemo(
    (): Surroundings => ({
      estate: joined,
      subscriptions: estate.subscriptions,
      regions,
      groups,
      // A hub's gateway stands in no subnet of yours.
      gatewaySubnet: { is: 'known', value: undefined },
      rights: new Map(),
      hubNetworks,
    }),
    [estate, joined, hubNetworks, regions, groups],
  )
  const needs = useMemo(() => rightsNeeded(answers, around), [answers, around])
  const { group } = answers.goal
  const goesInto = useMemo(() => [group], [group])
  return useWithRights(around, needs, goesInto)
}
