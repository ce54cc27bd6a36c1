import { keyOf, nameOfId } from '../paths.ts'
import type { Answers, Site } from './answers.ts'
import { gatewayNameOf, groupId, idIn, nameOfChosen, placeOf, regionOf, siteNameOf } from './place.ts'
import { regionShort } from '../wizard/region-short.ts'
import type { Surroundings } from './surroundings.ts'

/** `weu` of `vnet-hub-weu`: what tells a virtual network from others, or the region. */
export function baseName(answers: Answers, around: Surroundings): string {
  const { network } = answers.network
  const name = network.is === 'existing' ? nameOfId(network.id) : ''
  const rest = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^vnet-(hub-)?/, '')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40)
  return rest === '' || rest.startsWith('subscriptions-') ? regionShort(regionOf(answers, around)) : rest
}

/** Names for what is new, after one convention: `vgw-weu`, `pip-vgw-weu-1`, `lng-malmo`, `cn-weu-to-malmo`. */
export const CONVENTION = {
  group: (short: string) => `rg-net-${short}`,
  network: (short: string) => `vnet-hub-${short}`,
  gateway: (base: string) => `vgw-${base}`,
  address: (gateway: string, instance: number) => `pip-${gateway}-${instance + 1}`,
  site: (place: string) => `lng-${place}`,
  connection: (gateway: string, site: string) =>
    `cn-${gateway.replace(/^vgw[-_.]/i, '')}-to-${site.replace(/^lng[-_.]/i, '')}`,
}

/**
 * A name nothing else of its type in the group has. One that was chosen for the same reason before stays, though it may be
 * taken by now: by what an earlier run of the same plan made.
 * @param others names that the same plan gives already
 */
export function freeName(
  wanted: string,
  current: string,
  type: string,
  answers: Answers,
  around: Surroundings,
  others: readonly string[] = [],
): string {
  const place = placeOf(answers, around)
  const given = new Set(others.map(keyOf))
  const { stem, first } = countedFrom(wanted, type)
  const number = current.startsWith(stem) ? /^\d+$/.exec(current.slice(stem.length))?.[0] : undefined
  const isProposed = current === wanted || (number !== undefined && Number(number) >= first)
  if (isProposed && isNamedHere(answers, around) && !given.has(keyOf(current))) return current
  const taken = (name: string) =>
    given.has(keyOf(name)) || around.estate.resources.get(keyOf(idIn(place, type, name))) !== undefined
  if (!taken(cut(wanted, ''))) return cut(wanted, '')
  for (let next = Math.max(first, 1) + 1; ; next++) {
    const name = cut(stem.slice(0, -1), `-${next}`)
    if (!taken(name)) return name
  }
}

/** Of several alike a free name counts on, `lng-malmo-3` after `lng-malmo-2`; others get a number: `cn-weu-to-malmo-1-2`. */
function countedFrom(wanted: string, type: string): { stem: string; first: number } {
  const counts = type === 'publicIPAddresses' || type === 'localNetworkGateways'
  const [, stem, first] = (counts && /^(.+-)(\d{1,3})$/.exec(wanted)) || []
  return stem === undefined ? { stem: `${wanted}-`, first: 1 } : { stem, first: Number(first) }
}

/** What tells where names have to be free, kept with the answers: a name that was proposed for another place is no reason. */
export function placeKey(answers: Answers, around: Surroundings): string {
  const { subscriptionId, resourceGroup } = placeOf(answers, around)
  return keyOf(groupId(subscriptionId, resourceGroup))
}

function isNamedHere(answers: Answers, around: Surroundings): boolean {
  return answers.namedIn === undefined || answers.namedIn === placeKey(answers, around)
}

/** Names have at most 80 characters (VPN Gateway 3). */
function cut(name: string, end: string): string {
  return `${name.slice(0, 80 - end.length)}${end}`
}

export function connectionName(
  site: Site,
  answers: Answers,
  around: Surroundings,
  others: readonly string[],
): string {
  const wanted = CONVENTION.connection(gatewayNameOf(answers), siteNameOf(site))
  return freeName(wanted, site.connection, 'connections', answers, around, others)
}

/** The second device of a place is called after the first: `lng-malmo-2` after `lng-malmo-1`. */
export function nextSiteName(before: string): string {
  const numbered = /^(.*[-_.])(\d+)$/.exec(before)
  return numbered ? `${numbered[1]}${Number(numbered[2]) + 1}` : `${before}-2`
}

/** Of the deployment: `s2s-vgw-weu`, with what ARM takes in a deployment's name. */
export function planName(answers: Answers): string {
  const of = gatewayNameOf(answers) || nameOfChosen(answers.network.network)
  return `s2s-${of.replaceAll(/[^\w.()-]+/g, '-')}`.slice(0, 40)
}
