import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Answers } from '../model/express-route/answers.ts'
import { existingNetwork, gatewayPlace } from '../model/express-route/place.ts'
import { rightsNeeded } from '../model/express-route/rights-needed.ts'
import type { Surroundings } from '../model/express-route/surroundings.ts'
import type { Asked, ResourceGroup } from '../model/wizard/around.ts'
import {
  gatewaySubnetQuery,
  regionsQuery,
  resourceGroupsQuery,
  serviceProvidersQuery,
} from './surroundings-query.ts'
import { useAsked, useWithRights } from './use-asked.ts'
import { useAzure } from './use-azure.ts'
import { useEstate } from './use-estate.ts'

/** What the answers of the ExpressRoute wizard are held against, read as they ask for it; the same until something of it changes. */
export function useExpressRouteSurroundings(answers: Answers): Surroundings {
  const azure = useAzure()
  const { estate } = useEstate()
  const { subscriptionId } = answers.goal
  // Of a gateway, its network or hub, which may be in another subscription than the circuits.
  const other = gatewaySubscription(answers, estate)
  const regions = useAsked(useQuery(regionsQuery(azure, other)))
  const groups = useAsked(useQuery(resourceGroupsQuery(azure, subscriptionId)))
  const otherGroups = useAsked(useQuery(resourceGroupsQuery(azure, other)))
  const providers = useAsked(useQuery(serviceProvidersQuery(azure, subscriptionId)))
  // Also where the estate knows of none: it may be older.
  const subnet = useAsked(useQuery(gatewaySubnetQuery(azure, networkOf(answers, estate))))
  const around = useMemo(
    (): Surroundings => ({
      estate,
      subscriptions: estate.subscriptions,
      regions,
      groups: both(groups, otherGroups),
      gatewaySubnet: subnet.is === 'known' ? { is: 'known', value: subnet.value ?? undefined } : subnet,
      providers,
      rights: new Map(),
    }),
    [estate, regions, groups, otherGroups, subnet, providers],
  )
  const needs = useMemo(() => rightsNeeded(answers, around), [answers, around])
  const goesInto = useMemo(
    () => [answers.goal.group, answers.gateway.group],
    [answers.goal.group, answers.gateway.group],
  )
  return useWithRights(around, needs, goesInto)
}

/** Each is known only where both are; the same list twice does no harm. */
function both(
  one: Asked<readonly ResourceGroup[]>,
  other: Asked<readonly ResourceGroup[]>,
): Asked<readonly ResourceGroup[]> {
  if (one.is !== 'known') return one
  if (other.is !== 'known') return other
  return one.value === other.value ? one : { is: 'known', value: [...one.value, ...other.value] }
}

/** As far as the estate alone tells. */
function alone(estate: Surroundings['estate']): Surroundings {
  const reading = { is: 'reading' } as const
  return {
    estate,
    subscriptions: estate.subscriptions,
    regions: reading,
    groups: reading,
    gatewaySubnet: reading,
    providers: reading,
    rights: new Map(),
  }
}

function gatewaySubscription(answers: Answers, estate: Surroundings['estate']): string {
  return gatewayPlace(answers, alone(estate)).subscriptionId || answers.goal.subscriptionId
}

/** The existing virtual network that is chosen, or that the chosen gateway stands in. */
function networkOf(answers: Answers, estate: Surroundings['estate']): string {
  const found = existingNetwork(answers, alone(estate))
  if (found) return found.id
  const { goal, gateway } = answers
  return goal.to === 'network' && gateway.use === 'new' && gateway.network.is === 'existing'
    ? gateway.network.id
    : ''
}
