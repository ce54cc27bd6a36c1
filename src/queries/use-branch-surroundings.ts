import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Answers } from '../model/branch/answers.ts'
import { rightsNeeded } from '../model/branch/rights-needed.ts'
import type { Surroundings } from '../model/branch/surroundings.ts'
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
  const around = useMemo(
    (): Surroundings => ({
      estate,
      subscriptions: estate.subscriptions,
      regions,
      groups,
      // A hub's gateway stands in no subnet of yours.
      gatewaySubnet: { is: 'known', value: undefined },
      rights: new Map(),
    }),
    [estate, regions, groups],
  )
  const needs = useMemo(() => rightsNeeded(answers, around), [answers, around])
  const { group } = answers.goal
  const goesInto = useMemo(() => [group], [group])
  return useWithRights(around, needs, goesInto)
}
