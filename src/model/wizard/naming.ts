import type { Estate } from '../estate.ts'
import { keyOf, nameOfId } from '../paths.ts'
import { groupId, idIn, type Place } from './place.ts'

/** `weu` of `vnet-hub-weu`: what tells a virtual network from others; empty where its name tells nothing. */
export function baseOfNetwork(networkId: string): string {
  const rest = nameOfId(networkId)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^vnet-(hub-)?/, '')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40)
  return rest.startsWith('subscriptions-') ? '' : rest
}

/** What is looked at for a name: where it has to be free, and whether names were proposed for that place before. */
export interface Naming {
  place: Place
  /** `placeKey` of the place that the names were proposed for. */
  namedIn?: string | undefined
  estate: Estate
}

/**
 * A name nothing else of its type in the group has, and no virtual network anywhere: they meet in peerings and in pictures. One that was chosen for the same reason before stays, though it may be
 * taken by now: by what an earlier run of the same plan made.
 * @param others names that the same plan gives already
 */
export function freeNameIn(
  { place, namedIn, estate }: Naming,
  wanted: string,
  current: string,
  type: string,
  others: readonly string[] = [],
): string {
  const given = new Set(others.map(keyOf))
  const { stem, first } = countedFrom(wanted, type)
  const number = current.startsWith(stem) ? /^\d+$/.exec(current.slice(stem.length))?.[0] : undefined
  const isProposed = current === wanted || (number !== undefined && Number(number) >= first)
  const isNamedHere = namedIn === undefined || namedIn === placeKeyOf(place)
  if (isProposed && isNamedHere && !given.has(keyOf(current))) return current
  const elsewhere = type === 'virtualNetworks' ? networkNames(estate) : new Set<string>()
  const taken = (name: string) =>
    given.has(keyOf(name)) ||
    elsewhere.has(keyOf(name)) ||
    estate.resources.get(keyOf(idIn(place, type, name))) !== undefined
  if (!taken(cut(wanted, ''))) return cut(wanted, '')
  for (let next = Math.max(first, 1) + 1; ; next++) {
    const name = cut(stem.slice(0, -1), `-${next}`)
    if (!taken(name)) return name
  }
}

function networkNames(estate: Estate): ReadonlySet<string> {
  const all = estate.rows.map(({ key }) => estate.resources.get(key))
  return new Set(all.flatMap((one) => (one?.kind === 'virtualNetwork' ? [keyOf(one.name)] : [])))
}

/** Of several alike a free name counts on, `lng-malmo-3` after `lng-malmo-2`; others get a number: `cn-weu-to-malmo-1-2`. */
function countedFrom(wanted: string, type: string): { stem: string; first: number } {
  const counts = type === 'publicIPAddresses' || type === 'localNetworkGateways'
  const [, stem, first] = (counts && /^(.+-)(\d{1,3})$/.exec(wanted)) || []
  return stem === undefined ? { stem: `${wanted}-`, first: 1 } : { stem, first: Number(first) }
}

/** What tells where names have to be free, kept with the answers: a name that was proposed for another place is no reason. */
export function placeKeyOf({ subscriptionId, resourceGroup }: Place): string {
  return keyOf(groupId(subscriptionId, resourceGroup))
}

/** Names have at most 80 characters (VPN Gateway 3). */
function cut(name: string, end: string): string {
  return `${name.slice(0, 80 - end.length)}${end}`
}

/** Names for what is new, after one convention: `vgw-weu`, `pip-vgw-weu-1`, `lng-malmo`, `cn-weu-to-malmo`. */
export const CONVENTION = {
  group: (short: string) => `rg-net-${short}`,
  network: (short: string) => `vnet-hub-${short}`,
  gateway: (base: string) => `vgw-${base}`,
  expressRouteGateway: (base: string) => `ergw-${base}`,
  wan: (short: string) => `vwan-${short}`,
  hub: (short: string) => `vhub-${short}`,
  hubVpnGateway: (hub: string) => `vpngw-${hub}`,
  circuit: (location: string) => `erc-${location}`,
  address: (gateway: string, instance: number) => `pip-${gateway}-${instance + 1}`,
  site: (place: string) => `lng-${place}`,
  connection: (gateway: string, site: string) =>
    `cn-${gateway.replace(/^(vgw|ergw)[-_.]/i, '')}-to-${site.replace(/^(lng|erc|er)[-_.]/i, '')}`,
}
