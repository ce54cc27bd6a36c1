import { queryOptions } from '@tanstack/react-query'
import type { Azure } from '../azure/azure.ts'
import {
  readGatewaySubnet,
  readRegions,
  readResourceGroups,
  readServiceProviders,
  readUsages,
} from '../azure/surroundings.ts'
import type { Result } from '../lib/result.ts'
import { HubFailure, type HubError } from '../model/errors.ts'
import { keys } from './keys.ts'

const FRESH = 60_000

/** The same for each: an answer that is asked for once, kept for a minute, and whose failure is an answer too. */
const ONCE = {
  staleTime: FRESH,
  retry: false,
  networkMode: 'always',
} as const

export function regionsQuery(azure: Azure, subscriptionId: string) {
  return queryOptions({
    ...ONCE,
    queryKey: keys.regions(subscriptionId),
    enabled: subscriptionId !== '',
    queryFn: async ({ signal }) => valueOf(await readRegions(azure, subscriptionId, signal)),
  })
}

export function resourceGroupsQuery(azure: Azure, subscriptionId: string) {
  return queryOptions({
    ...ONCE,
    queryKey: keys.resourceGroups(subscriptionId),
    enabled: subscriptionId !== '',
    queryFn: async ({ signal }) => valueOf(await readResourceGroups(azure, subscriptionId, signal)),
  })
}

/** Hundreds of lines that change by the month: kept for an hour. */
export function serviceProvidersQuery(azure: Azure, subscriptionId: string) {
  return queryOptions({
    ...ONCE,
    staleTime: 60 * FRESH,
    queryKey: keys.serviceProviders(subscriptionId),
    enabled: subscriptionId !== '',
    queryFn: async ({ signal }) => valueOf(await readServiceProviders(azure, subscriptionId, signal)),
  })
}

export function usagesQuery(azure: Azure, place: { subscriptionId: string; region: string }) {
  return queryOptions({
    ...ONCE,
    queryKey: keys.usages(place.subscriptionId, place.region),
    enabled: place.subscriptionId !== '' && place.region !== '',
    queryFn: async ({ signal }) => valueOf(await readUsages(azure, place, signal)),
  })
}

/** `null` where the network has no GatewaySubnet: the cache keeps no `undefined`. */
export function gatewaySubnetQuery(azure: Azure, networkId: string) {
  return queryOptions({
    ...ONCE,
    queryKey: keys.gatewaySubnet(networkId),
    enabled: networkId !== '',
    queryFn: async ({ signal }) => valueOf(await readGatewaySubnet(azure, networkId, signal)) ?? null,
  })
}

function valueOf<T>(read: Result<T, HubError>): T {
  if (!read.ok) throw new HubFailure(read.error)
  return read.value
}
