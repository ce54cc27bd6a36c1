import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { errorIn } from '../model/errors.ts'
import type { Around, Asked } from '../model/wizard/around.ts'
import { type NeededRight, rightKey } from '../model/wizard/needed-rights.ts'
import { gatewaySubnetQuery, regionsQuery, resourceGroupsQuery } from './surroundings-query.ts'
import { useAzure } from './use-azure.ts'
import { useEstate } from './use-estate.ts'
import { useRightsOf } from './use-rights.ts'

/**
 * What the answers of any wizard are held against, but rights; the same until something of it changes.
 * @param networkId of the virtual network whose GatewaySubnet is looked at, also where the estate knows of none: it may be older
 */
export function useAround(subscriptionId: string, networkId: string): Omit<Around, 'rights'> {
  const azure = useAzure()
  const { estate } = useEstate()
  const regions = useAsked(useQuery(regionsQuery(azure, subscriptionId)))
  const groups = useAsked(useQuery(resourceGroupsQuery(azure, subscriptionId)))
  const subnet = useAsked(useQuery(gatewaySubnetQuery(azure, networkId)))
  return useMemo(
    () => ({
      estate,
      subscriptions: estate.subscriptions,
      regions,
      groups,
      gatewaySubnet: subnet.is === 'known' ? { is: 'known', value: subnet.value ?? undefined } : subnet,
    }),
    [estate, regions, groups, subnet],
  )
}

/** The account's rights, by `rightKey`. */
export function useNeededRights(needs: readonly NeededRight[]): Around['rights'] {
  const rights = useRightsOf(needs)
  return useMemo(
    () =>
      new Map(
        needs.flatMap((need, at) => {
          const right = rights[at]
          return right ? [[rightKey(need), right] as const] : []
        }),
      ),
    [needs, rights],
  )
}

/** A query that is off, since there is nothing to ask, reads as being read: nobody looks at it. */
export function useAsked<T>({ data, error }: { data: T | undefined; error: Error | null }): Asked<T> {
  return useMemo(() => {
    if (data !== undefined) return { is: 'known', value: data }
    return error === null ? { is: 'reading' } : { is: 'notReadable', why: errorIn(error).message }
  }, [data, error])
}
