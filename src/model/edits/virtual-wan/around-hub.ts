import { formatPrefix } from '../../../lib/cidr.ts'
import type { Estate } from '../../estate.ts'
import { keyOf } from '../../paths.ts'
import type { Kind, Resource, ResourceOf } from '../../resources/resource.ts'
import type { VirtualHub } from '../../resources/virtual-wan.ts'
import { memberAt } from '../edit.ts'
import type { About } from '../drawn-form.ts'
import { blocks, type Used, usedBy } from './said.ts'

/** All resources of a kind that were read, by name. */
export function allOf<K extends Kind>(estate: Estate, kind: K): ResourceOf<K>[] {
  return estate.rows
    .map(({ key }) => estate.resources.get(key))
    .filter((one): one is ResourceOf<K> => one?.kind === kind)
    .toSorted((one, other) => one.name.localeCompare(other.name))
}

/** Names that are taken where something new is to be: in another group or subscription they are free (ARM contract 2). */
export function namesIn(estate: Estate, kind: Kind, { subscriptionId }: Resource, group: string): string[] {
  return allOf(estate, kind).flatMap((one) =>
    keyOf(one.subscriptionId) === keyOf(subscriptionId) && keyOf(one.resourceGroup) === keyOf(group.trim())
      ? one.name
      : [],
  )
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

interface UsedAround extends Used {
  /** Of the resource that has it. */
  key: string
}

/** Address space of all networks, hubs, sites and pools that were read. */
export function usedAround(estate: Estate, except: readonly string[] = []): UsedAround[] {
  const skipped = new Set(except.map(keyOf))
  return estate.rows.flatMap(({ key }): UsedAround[] => {
    const one = estate.resources.get(key)
    if (one === undefined || skipped.has(one.key)) return []
    return blocksOf(one).map((block) => ({ ...block, key: one.key }))
  })
}

function blocksOf(one: Resource): Used[] {
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
}

/** The hubs of a WAN that were read. */
export function hubsOfWan(estate: Estate, wanId: string | undefined): VirtualHub[] {
  const wan = keyOf(wanId ?? '')
  return wan === '' ? [] : allOf(estate, 'virtualHub').filter((hub) => keyOf(hub.virtualWanId ?? '') === wan)
}

/** Lists of the networks that are joined to a WAN, one for each hub. */
export function joinedNetworkPaths(estate: Estate, wanId: string | undefined): string[] {
  return hubsOfWan(estate, wanId).map(({ id }) => childrenPath(id, 'hubVirtualNetworkConnections'))
}

/**
 * What an address space in a WAN shares addresses with. Only with what is joined to the WAN it must not: its hubs, sites and pools, and networks
 * of its hubs (Virtual WAN document 2.1). Anything else may have the same as long as it is not joined.
 * @param except ids of what is left out
 */
export function overlapIn(
  wanId: string | undefined,
  text: string,
  about: Pick<About, 'estate' | 'found'>,
  except: readonly string[] = [],
): { is: 'error' | 'advice'; text: string } | undefined {
  const { estate } = about
  const hubs = hubsOfWan(estate, wanId)
  const isOfHub = new Set(hubs.map(({ key }) => key))
  const joined = new Set([
    ...isOfHub,
    ...allOf(estate, 'vpnSite').flatMap(({ key, virtualWanId }) =>
      virtualWanId !== undefined && keyOf(virtualWanId) === keyOf(wanId ?? '') ? key : [],
    ),
    ...allOf(estate, 'p2sVpnGateway').flatMap(({ key, virtualHubId }) =>
      isOfHub.has(keyOf(virtualHubId ?? '')) ? key : [],
    ),
    ...hubs.flatMap(({ id }) =>
      networkConnectionsOf(about, id).map((one) => keyOf(one.remoteVirtualNetworkId ?? '')),
    ),
  ])
  const used = usedAround(estate, except)
  const words = ({ prefix, of }: Used) => `${text} overlaps ${formatPrefix(prefix)} of ${of}`
  const inWan = usedBy(
    text,
    used.filter(({ key }) => joined.has(key)),
  )
  if (inWan) return { is: 'error', text: `${words(inWan)}.` }
  const other = usedBy(text, used)
  return (
    other && {
      is: 'advice',
      text: `${words(other)}, which is not joined to this WAN as far as was read. Once it is, traffic between them does not find its way.`,
    }
  )
}
