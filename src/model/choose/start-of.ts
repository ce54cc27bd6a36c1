import { cityOf, isMetro, locationFacts } from '../circuit/locations.ts'
import { carriedToExpressRoute, type CarriedToExpressRoute } from '../express-route/carried.ts'
import { carriedToSiteToSite, type CarriedToSiteToSite } from '../site-to-site/carried.ts'
import type { Answers } from './answers.ts'
import type { CandidateId } from './candidates.ts'
import { type EstateFacts, NOTHING_THERE } from './estate-facts.ts'
import {
  circuitSize,
  circuitTier,
  hasTwoCircuits,
  hubErUnits,
  hubVpnUnits,
  needsPorts,
  vpnSku,
} from './sizes.ts'

/** Where a branch is connected to a virtual hub. */
export const BRANCH_PATH = '/create/branch/goal'

export interface Start {
  label: string
  to: string
  /** In place of the first one, not after it. */
  instead?: true
}

/**
 * The set-ups that make a candidate, the first one first, each with what the answers tell it.
 * @param owned a site joins a VPN gateway that is there, where that counts
 */
export function startsOf(
  id: CandidateId,
  answers: Answers,
  { vpnGateways }: Pick<EstateFacts, 'vpnGateways'> = NOTHING_THERE,
): Start[] {
  const there = answers.countsEstate ? vpnGateways : []
  switch (id) {
    case 'vpn':
      return [siteToSite(answers), ...there.slice(0, MOST_THERE).map((one) => siteOf(one, answers))]
    case 'er':
      return [expressRoute(id, answers, { resiliency: 'standard', to: 'network' })]
    case 'erMetro':
      return [expressRoute(id, answers, { resiliency: 'high', to: 'network' })]
    case 'erMax':
      return [expressRoute(id, answers, { resiliency: 'maximum', to: 'network' })]
    case 'erVpn':
      return [siteToSite(answers), expressRoute(id, answers, { resiliency: 'standard', to: 'network' })]
    case 'wanVpn':
      return [branch(answers)]
    case 'wanEr':
      return [circuitsOfHub(id, answers)]
    case 'wanBoth': {
      const both = [branch(answers), circuitsOfHub(id, answers)]
      // Where the VPN only stands in, the circuits are what carries, and take longest.
      return answers.given.internet?.includes('backup') === true ? both.toReversed() : both
    }
    default:
      return id satisfies never
  }
}

function siteToSite(answers: Answers): Start {
  const { region, devices, vendor } = answers.place
  const size = vpnSku(answers)
  const carried: CarriedToSiteToSite = {
    ...(region !== '' && { region }),
    ...(devices !== '' && { devices: devices === '2' ? 2 : 1 }),
    ...(vendor !== '' && { vendor }),
    ...(size && { sku: size.sku, generation: size.generation }),
  }
  return { label: 'Set up VPN', to: withSearch('/create/site-to-site/goal', carriedToSiteToSite(carried)) }
}

/** More of them would be a list, which the estate's own page is. */
const MOST_THERE = 2

function siteOf({ id, name }: EstateFacts['vpnGateways'][number], answers: Answers): Start {
  const { devices, vendor } = answers.place
  const search = carriedToSiteToSite({
    ...(devices !== '' && { devices: devices === '2' ? 2 : 1 }),
    ...(vendor !== '' && { vendor }),
  })
  search.set('gateway', id)
  return {
    label: `Connect a site to ${name}`,
    to: withSearch('/create/site-to-site/goal', search),
    instead: true,
  }
}

function branch(answers: Answers): Start {
  const { region } = answers.place
  const vpn = hubVpnUnits(answers)
  const search = new URLSearchParams({
    ...(region !== '' && { region }),
    // Of each hub, where it takes several.
    ...(vpn && { units: String(Math.ceil(vpn.withHeadRoom / vpn.hubs)) }),
  })
  return { label: 'Connect a branch', to: withSearch(BRANCH_PATH, search) }
}

function expressRoute(
  id: CandidateId,
  answers: Answers,
  goal: { resiliency: 'standard' | 'high' | 'maximum'; to: 'network' | 'hub' },
): Start {
  const { region, location } = answers.place
  const size = circuitSize(answers)
  const tier = circuitTier(id, answers)
  const fitting = locationFor(location, goal.resiliency)
  const port = needsPorts(answers) || size?.port === 'direct' ? 'direct' : 'provider'
  const units = goal.to === 'hub' ? hubErUnits(answers) : undefined
  const carried: CarriedToExpressRoute = {
    ...goal,
    ...(units !== undefined && { units }),
    port,
    ...(region !== '' && { region }),
    ...(port === 'provider' && fitting !== '' && { location: fitting }),
    ...(size && { mbps: size.mbps }),
    ...((tier === 'Local' || tier === 'Premium') && { tier }),
    ...(answers.given.egress?.includes('more') === true && { unlimited: true as const }),
  }
  return {
    label: 'Set up ExpressRoute',
    to: withSearch('/create/expressroute/resiliency', carriedToExpressRoute(carried)),
  }
}

/** High resiliency is at the Metro location of a city, the others at one that is not; empty where none is known. */
function locationFor(location: string, resiliency: 'standard' | 'high' | 'maximum'): string {
  if (location === '' || isMetro(location) === (resiliency === 'high')) return location
  const other = resiliency === 'high' ? `${cityOf(location)} Metro` : cityOf(location)
  return locationFacts(other) ? other : ''
}

function circuitsOfHub(id: CandidateId, answers: Answers): Start {
  return expressRoute(id, answers, {
    resiliency: hasTwoCircuits(id, answers) ? 'maximum' : 'standard',
    to: 'hub',
  })
}

function withSearch(path: string, search: URLSearchParams): string {
  return search.size === 0 ? path : `${path}?${search.toString()}`
}
