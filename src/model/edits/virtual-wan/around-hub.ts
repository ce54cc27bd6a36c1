import type { Estate } from '../../estate.ts'
import { keyOf } from '../../paths.ts'
import type { Kind, Resource, ResourceOf } from '../../resources/resource.ts'
import type { VirtualHub } from '../../resources/virtual-wan.ts'
import { memberAt } from '../edit.ts'
import type { About } from '../drawn-form.ts'
import { blocks, type Used } from './said.ts'

/** All resources of a kind that were read, by name. */
export function allOf<K extends Kind>(estate: Estate, kind: K): ResourceOf<K>[] {
  return estate.rows
    .map(({ key }) => estate.resources.get(key))
    .filter((one): one is ResourceOf<K> => one?.kind === kind)
    .toSorted((one, other) => one.name.localeCompare(other.name))
}

export function resourceOf<K extends Kind>(
  estate: Estate,
  kind: K,
  id: string | undefined,
): ResourceOf<K> | undefined {
  const found = estate.resources.get(keyOf(id ?? ''))
  return isOf(found, kind) ? found : undefined
}

function isOf<K extends Kind>(resource: Resource | undefined, kind: K): resource is ResourceOf<K> {
  return resource?.kind === kind
}

/** What lives in a hub and no list over a subscription knows. */
export const HUB_CHILDREN = [
  'hubVirtualNetworkConnections',
  'hubRouteTables',
  'routingIntent',
  'bgpConnections',
] as const

type HubChild = (typeof HUB_CHILDREN)[number]

export function childrenPath(hubId: string, segment: HubChild): string {
  return `${hubId}/${segment}`
}

export function networkConnectionsOf({ found }: Pick<About, 'found'>, hubId: string) {
  return found(childrenPath(hubId, 'hubVirtualNetworkConnections')).filter(
    (one) => one.kind === 'hubVirtualNetworkConnection',
  )
}

export function routeTablesOf({ found }: Pick<About, 'found'>, hubId: string) {
  return found(childrenPath(hubId, 'hubRouteTables')).filter((one) => one.kind === 'hubRouteTable')
}

export function routingIntentOf({ found }: Pick<About, 'found'>, hubId: string) {
  return found(childrenPath(hubId, 'routingIntent')).find((one) => one.kind === 'routingIntent')
}

/** Firewall and appliances of a hub: what a routing intent can send traffic to. */
export function nextHopsOf(hub: VirtualHub): string[] {
  const appliances = memberAt(hub.body, ['properties', 'networkVirtualAppliances'])
  const ids = Array.isArray(appliances)
    ? appliances.flatMap((one) => {
        const id = memberAt(one, ['id'])
        return typeof id === 'string' ? [id] : []
      })
    : []
  return [...(hub.azureFirewallId === undefined ? [] : [hub.azureFirewallId]), ...ids]
}

/** What a new hub, pool or site must not overlap (Virtual WAN document 2.1): all networks, hubs, sites and pools that were read. */
export function usedAround(estate: Estate, except: readonly string[] = []): Used[] {
  const skipped = new Set(except.map(keyOf))
  return estate.rows.flatMap(({ key }): Used[] => {
    const one = estate.resources.get(key)
    if (one === undefined || skipped.has(one.key)) return []
    switch (one.kind) {
      case 'virtualNetwork':
        return blocks(one.addressPrefixes, `the virtual network ${one.name}`)
      case 'virtualHub':
        return blocks(one.addressPrefix === undefined ? [] : [one.addressPrefix], `the hub ${one.name}`)
      case 'vpnSite':
        return blocks(one.addressPrefixes, `the site ${one.name}`)
      case 'p2sVpnGateway':
        return blocks(one.addressPools, `the client pool of ${one.name}`)
      case 'localNetworkGateway':
        return blocks(one.addressPrefixes, `the site ${one.name}`)
      default:
        return []
    }
  })
}
