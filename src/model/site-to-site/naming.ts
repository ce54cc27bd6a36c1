import type { Answers, Site } from './answers.ts'
import { baseOfNetwork, CONVENTION, freeNameIn, placeKeyOf } from '../wizard/naming.ts'
import { nameOfChosen } from '../wizard/place.ts'
import { gatewayNameOf, placeOf, regionOf, siteNameOf } from './place.ts'
import { regionShort } from '../wizard/region-short.ts'
import type { Surroundings } from './surroundings.ts'

/** `weu` of `vnet-hub-weu`: what tells a virtual network from others, or the region. */
export function baseName(answers: Answers, around: Surroundings): string {
  const { network } = answers.network
  const base = network.is === 'existing' ? baseOfNetwork(network.id) : ''
  return base === '' ? regionShort(regionOf(answers, around)) : base
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
  const naming = { place: placeOf(answers, around), namedIn: answers.namedIn, estate: around.estate }
  return freeNameIn(naming, wanted, current, type, others)
}

/** What tells where names have to be free, kept with the answers: a name that was proposed for another place is no reason. */
export function placeKey(answers: Answers, around: Surroundings): string {
  return placeKeyOf(placeOf(answers, around))
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
