import { count } from '../format.ts'
import { keyOf } from '../paths.ts'
import { inTheWayOf, saidPart, stateOf, type PicturePart } from '../wizard/picture-parts.ts'
import type { Answers } from './answers.ts'
import type { WizardCheck } from './checks/check.ts'
import { networksOf } from './networks.ts'
import {
  gatewayThere,
  hubIdOf,
  hubNameOf,
  hubPrefixOf,
  hubThere,
  regionOf,
  siteChosen,
  siteNameOf,
  wanNameOf,
  wanTypeOf,
} from './place.ts'
import type { Surroundings } from './surroundings.ts'

/** What will exist once the plan has run, from the branches to the hub. */
export interface PlanPicture {
  /** Those with errors first. */
  sites: readonly (PicturePart & { key: string })[]
  /** Of all sites. */
  links: number
  gateway: PicturePart
  /** Each ends a tunnel of every link. */
  instances: readonly PicturePart[]
  /** The hub, which the gateway stands in. */
  subnet: PicturePart
  /** The virtual WAN, which the hub is in. */
  network: PicturePart
  /** Short region name. */
  region: string
  /** Virtual networks of the hub, there and to come. */
  peers: number
}

/**
 * @param checks of all steps; only errors count here
 * @param isTold which of them are told by now; all, on a page that is not typed on
 */
export function pictureOf(
  answers: Answers,
  around: Surroundings,
  checks: readonly WizardCheck[],
  isTold: (check: WizardCheck) => boolean = () => true,
): PlanPicture {
  const errors = checks.filter(({ is }) => is === 'error')
  const at = inTheWayOf(errors, isTold)
  const ofSite = bySite(errors)
  const { hub, gateway } = answers
  const there = gatewayThere(answers, around)
  const units = String(there?.scaleUnits ?? gateway.units.trim())
  const sites = answers.sites.map((site, index) => {
    const chosen = siteChosen(site, around)
    const links = chosen?.links.length ?? site.links.length
    const [first] = chosen
      ? chosen.links.map(({ ipAddress, fqdn }) => ipAddress ?? fqdn)
      : site.links.map(({ endpoint }) => endpoint)
    const own = ofSite.get(index)
    return {
      key: site.key,
      name: siteNameOf(site),
      ...stateOf(site.use === 'existing' ? 'exists' : 'new', own && { told: own.some(isTold) }),
      facts: [first?.trim() ?? '', ...(links > 1 ? [count(links, 'link')] : [])],
    }
  })
  return {
    sites: sites.toSorted((one, other) => worst(one) - worst(other)),
    links: answers.sites.reduce(
      (sum, site) => sum + (siteChosen(site, around)?.links ?? site.links).length,
      0,
    ),
    gateway: {
      name: there?.name ?? gateway.name.trim(),
      ...stateOf(there ? 'exists' : 'new', at('gateway')),
      facts: [units === '1' ? '1 scale unit' : `${units} scale units`],
    },
    instances: [0, 1].map((number) => ({
      name: `Instance ${number}`,
      ...stateOf(there ? 'exists' : 'new', at('gateway')),
      facts: [there?.instances[number]?.publicIPAddress ?? ''],
    })),
    subnet: {
      name: hubNameOf(answers),
      ...stateOf(hub.use === 'existing' || hubThere(answers, around) ? 'exists' : 'new', at('hub')),
      facts: [hubPrefixOf(answers, around)],
    },
    network: {
      name: wanNameOf(answers),
      ...stateOf(answers.goal.wan.is === 'existing' ? 'exists' : 'new', at('goal.wan')),
      facts: [wanTypeOf(answers, around) ?? ''],
    },
    region: regionOf(answers, around),
    peers: new Set(
      [
        ...answers.hub.networks,
        ...networksOf(hubIdOf(answers), around).map(
          ({ key, remoteVirtualNetworkId }) => remoteVirtualNetworkId ?? key,
        ),
      ].map(keyOf),
    ).size,
  }
}

function worst({ state, wrong }: PicturePart): number {
  return wrong ? 0 : state === 'notYet' ? 1 : 2
}

/** Asked for each of hundreds, so it is sorted once. */
function bySite(errors: readonly WizardCheck[]): ReadonlyMap<number, readonly WizardCheck[]> {
  const found = new Map<number, WizardCheck[]>()
  for (const error of errors) {
    const [, index] = /^sites\.(\d+)/.exec(error.field) ?? []
    if (index === undefined) continue
    found.set(Number(index), [...(found.get(Number(index)) ?? []), error])
  }
  return found
}

const SAID = 3

/** The same in words, for who does not see it. */
export function pictureWords({ sites, links, gateway, subnet, network, peers }: PlanPicture): string {
  const more = sites.length - SAID
  const branches = [...sites.slice(0, SAID).map(saidPart), ...(more > 0 ? [`${more} more`] : [])].join('; ')
  return `On-premises: ${count(sites.length, 'branch', 'branches')} with ${count(links, 'link')}: ${branches}. In Azure: VPN gateway ${saidPart(gateway)} in hub ${saidPart(subnet)} of virtual WAN ${saidPart(network)}, with ${count(peers, 'virtual network')}.`
}
