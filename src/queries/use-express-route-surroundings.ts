import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Answers } from '../model/express-route/answers.ts'
import { networkIdOf } from '../model/express-route/place.ts'
import { rightsNeeded } from '../model/express-route/rights-needed.ts'
import type { Surroundings } from '../model/express-route/surroundings.ts'
import type { Around, Asked } from '../model/wizard/around.ts'
import { unreadAround } from '../model/wizard/unread.ts'
import { resourceGroupsQuery, serviceProvidersQuery } from './surroundings-query.ts'
import { useAround, useAsked, useNeededRights } from './use-around.ts'
import { useAzure } from './use-azure.ts'
import { useEstate } from './use-estate.ts'

/** What the answers of the ExpressRoute wizard are held against, read as they ask for it; the same until something of it changes. */
export function useExpressRouteSurroundings(answers: Answers): Surroundings {
  const azure = useAzure()
  const { estate } = useEstate()
  const { goal, gateway } = answers
  const networkId = useMemo(
    () => networkIdOf(answers, { ...unreadAround(estate), providers: { is: 'reading' } }) ?? '',
    [answers, estate],
  )
  const around = useAround(gateway.subscriptionId, networkId)
  const providers = useAsked(useQuery(serviceProvidersQuery(azure, goal.subscriptionId)))
  const ofCircuits = useAsked(useQuery(resourceGroupsQuery(azure, goal.subscriptionId)))
  const unowned = useMemo(
    () => ({ ...around, providers, groups: together(ofCircuits, around.groups) }),
    [around, providers, ofCircuits],
  )
  const needs = useMemo(() => rightsNeeded(answers, { ...unowned, rights: new Map() }), [answers, unowned])
  const rights = useNeededRights(needs)
  return useMemo(() => ({ ...unowned, rights }), [unowned, rights])
}

/** Resource groups of two subscriptions, or of the one that both are. */
function together(one: Around['groups'], other: Around['groups']): Asked<Groups> {
  if (one.is !== 'known') return one
  if (other.is !== 'known') return other
  const known = new Map<string, Groups[number]>()
  for (const group of [...one.value, ...other.value])
    known.set(`${group.subscriptionId}/${group.name}`.toLowerCase(), group)
  return { is: 'known', value: [...known.values()] }
}

type Groups = Extract<Around['groups'], { is: 'known' }>['value']
