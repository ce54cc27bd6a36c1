import { useMemo } from 'react'
import { keyOf } from '../model/paths.ts'
import type { Answers } from '../model/site-to-site/answers.ts'
import { rightsNeeded } from '../model/site-to-site/rights-needed.ts'
import type { Surroundings } from '../model/site-to-site/surroundings.ts'
import { useAround, useNeededRights } from './use-around.ts'
import { useEstate } from './use-estate.ts'

/** What the answers of the site-to-site wizard are held against, read as they ask for it; the same until something of it changes. */
export function useSurroundings(answers: Answers): Surroundings {
  const { estate } = useEstate()
  const around = useAround(answers.network.subscriptionId, networkOf(answers, estate))
  const needs = useMemo(() => rightsNeeded(answers, { ...around, rights: new Map() }), [answers, around])
  const rights = useNeededRights(needs)
  return useMemo(() => ({ ...around, rights }), [around, rights])
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
