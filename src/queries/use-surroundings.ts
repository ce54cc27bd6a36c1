import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { keyOf } from '../model/paths.ts'
import type { Answers } from '../model/site-to-site/answers.ts'
import { rightsNeeded } from '../model/site-to-site/rights-needed.ts'
import type { Surroundings } from '../model/site-to-site/surroundings.ts'
import { gatewaySubnetQuery, regionsQuery, resourceGroupsQuery, usagesQuery } from './surroundings-query.ts'
import { useAsked, useWithRights } from './use-asked.ts'
import { useAzure } from './use-azure.ts'
import { useEstate } from './use-estate.ts'

/** What the answers of the site-to-site wizard are held against, read as they ask for it; the same until something of it changes. */
export function useSurroundings(answers: Answers): Surroundings {
  const azure = useAzure()
  const { estate } = useEstate()
  const { subscriptionId } = answers.network
  const regions = useAsked(useQuery(regionsQuery(azure, subscriptionId)))
  const groups = useAsked(useQuery(resourceGroupsQuery(azure, subscriptionId)))
  const { region } = answers.network
  // Nothing that is counted is made for a gateway that is there.
  const place = { subscriptionId: answers.goal.gateway === 'new' ? subscriptionId : '', region }
  const usages = useAsked(useQuery(usagesQuery(azure, place)))
  const networkId = networkOf(answers, estate)
  // Also where the estate knows of none: it may be older.
  const subnet = useAsked(useQuery(gatewaySubnetQuery(azure, networkId)))
  const around = useMemo(
    (): Surroundings => ({
      estate,
      subscriptions: estate.subscriptions,
      regions,
      groups,
      usages,
      gatewaySubnet: subnet.is === 'known' ? { is: 'known', value: subnet.value ?? undefined } : subnet,
      rights: new Map(),
    }),
    [estate, regions, groups, usages, subnet],
  )
  const needs = useMemo(() => rightsNeeded(answers, around), [answers, around])
  const goesInto = useMemo(() => [answers.network.group], [answers.network.group])
  return useWithRights(around, needs, goesInto)
}

/** The existing virtual network that is chosen, or that the chosen gateway stands in. */
function networkOf({ goal, gateway, network }: Answers, estate: Surroundings['estate']): string {
  if (goal.gateway === 'existing') {
    const found = estate.resources.get(keyOf(gateway.existing))
    const subnetId = found?.kind === 'virtualNetworkGateway' ? found.ipConfigurations[0]?.subnetId : undefined
    return subnetId?.replace(/\/subnets\/[^/]*$/i, '') ?? ''
  }
  return network.network.is === 'existing' ? network.network.id : ''
}
