import { formatPrefix, parsePrefix, type Prefix } from '../../../lib/cidr.ts'
import { keyOf, nameOfId } from '../../paths.ts'
import { meet, spanOf } from '../../wizard/ranges.ts'
import { membersOf } from '../members.ts'
import { networksOf, virtualNetwork } from '../networks.ts'
import {
  connectionsThere,
  hubIdOf,
  hubNameOf,
  hubPrefixOf,
  siteChosen,
  siteIdOf,
  siteNameOf,
  usesBgp,
  wanIdOf,
} from '../place.ts'
import type { Answers } from '../answers.ts'
import type { Surroundings } from '../surroundings.ts'
import { advice, error, type Looked, type WizardCheck } from './check.ts'

interface Owned {
  owner: string
  span: ReturnType<typeof spanOf>
  text: string
  /** Both sides of an overlap that speak BGP may be meant. */
  bgp: boolean
  /** Azure can send there one way only. */
  hard: boolean
  site: number | undefined
}

/**
 * Prefixes of the branches against the hub, its virtual networks and the other hubs, which is an error (Virtual WAN document 2.1, 5.1, VW-005), and
 * against each other, the branches that the gateway has and the virtual networks of other hubs, which is advice: with BGP at both it may be meant.
 */
export function overlapChecks({ answers, around }: Looked): WizardCheck[] {
  const others = surrounding(answers, around)
  const own = answers.sites.flatMap((site, index): (Owned & { field: string })[] => {
    const there = siteChosen(site, around)
    const bgp = (there?.links ?? site.links).some(({ asn }) => usesBgp(asn, answers))
    const texts = there ? there.addressPrefixes : site.prefixes
    return texts.flatMap((text, at) => {
      const owned = ownedBy(text, siteNameOf(site) || `site ${index + 1}`, { bgp, hard: false, site: index })
      return owned.map((one) => ({
        ...one,
        field: there ? `sites.${index}.existing` : `sites.${index}.prefixes.${at}`,
      }))
    })
  })
  // Sorted, so that each is held against its neighbours alone: hundreds of sites have thousands of prefixes.
  const all: readonly Owned[] = [...others, ...own].toSorted((a, b) => a.span.first - b.span.first)
  return own.flatMap((one): WizardCheck[] => {
    const met = meeting(one, all)
    const hard = met.find((other) => other.hard)
    const at = ['sites', one.field] as const
    if (hard)
      return [error('VW-005', at, `${one.text} of ${one.owner} overlaps ${hard.text} of ${hard.owner}.`)]
    // Of two sites the later one tells.
    const soft = met.find((other) => !(other.bgp && one.bgp) && (other.site ?? -1) < (one.site ?? 0))
    return soft
      ? [
          advice(
            'site-overlap',
            at,
            `${one.text} of ${one.owner} overlaps ${soft.text} of ${soft.owner}: the hub sends all of it one way.`,
          ),
        ]
      : []
  })
}

/** The other ranges that share an address with one; of its own site none. @param all by their first address */
function meeting(one: Owned, all: readonly Owned[]): Owned[] {
  const met: Owned[] = []
  for (const other of all) {
    if (other.span.first > one.span.last) break
    if (other.site !== one.site && meet(other.span, one.span)) met.push(other)
  }
  return met
}

function surrounding(answers: Answers, around: Surroundings): Owned[] {
  const { estate } = around
  const [hubId, wan] = [hubIdOf(answers), keyOf(wanIdOf(answers, around))]
  const hard = { bgp: false, hard: true, site: undefined }
  const networks = [
    ...answers.hub.networks,
    ...networksOf(hubId, around).flatMap(({ remoteVirtualNetworkId }) => remoteVirtualNetworkId ?? []),
  ]
  const others = (membersOf(estate).hubsOfWan.get(wan) ?? []).filter(({ key }) => key !== keyOf(hubId))
  const planned = new Set(answers.sites.map((site) => keyOf(siteIdOf(site, answers, around))))
  return [
    ...ownedBy(hubPrefixOf(answers, around), `the hub ${hubNameOf(answers)}`, hard),
    ...others.flatMap(({ name, addressPrefix = '' }) => ownedBy(addressPrefix, `the hub ${name}`, hard)),
    ...others.flatMap((hub) =>
      networksOf(hub.id, around).flatMap(({ remoteVirtualNetworkId = '' }) =>
        (virtualNetwork(remoteVirtualNetworkId, around)?.addressPrefixes ?? []).flatMap((text) =>
          ownedBy(text, `the virtual network ${nameOfId(remoteVirtualNetworkId)} of the hub ${hub.name}`, {
            ...hard,
            hard: false,
          }),
        ),
      ),
    ),
    ...[...new Set(networks.map(keyOf))].flatMap((id) => {
      const found = virtualNetwork(id, around)
      return (found?.addressPrefixes ?? []).flatMap((text) =>
        ownedBy(text, `the virtual network ${nameOfId(found?.id ?? id)}`, hard),
      )
    }),
    ...connectionsThere(answers, around).flatMap(({ siteId = '' }) => {
      const found = planned.has(keyOf(siteId)) ? undefined : estate.resources.get(keyOf(siteId))
      if (found?.kind !== 'vpnSite') return []
      const bgp = found.links.some(({ asn }) => asn !== undefined)
      return found.addressPrefixes.flatMap((text) =>
        ownedBy(text, `the site ${found.name}`, { bgp, hard: false, site: undefined }),
      )
    }),
  ]
}

function ownedBy(typed: string, owner: string, rest: Pick<Owned, 'bgp' | 'hard' | 'site'>): Owned[] {
  const prefix: Prefix | undefined = parsePrefix(typed.trim())
  if (prefix?.family !== 4 || prefix.length === 0) return []
  return [{ owner, span: spanOf(prefix), text: formatPrefix(prefix), ...rest }]
}
