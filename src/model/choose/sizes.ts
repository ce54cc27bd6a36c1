import { PROVIDER_MBPS, sizesOnPort } from '../circuit/bandwidths.ts'
import { localRegions } from '../circuit/geography.ts'
import { locationFacts } from '../circuit/locations.ts'
import type { CandidateId } from './candidates.ts'
import { hubMbps, HUB_UNITS, SCALE, SCALE_UNITS, smallestFor } from '../express-route/gateway-skus.ts'
import { skuLimits } from '../vpn/sku-limits.ts'
import { type Answers, atMost } from './answers.ts'

/** Sizes that answers call for. What they leave open is `undefined`: nothing is guessed. */

const VPN_SKUS = [
  { sku: 'VpnGw1AZ', generation: 'Generation1' },
  { sku: 'VpnGw2AZ', generation: 'Generation2' },
  { sku: 'VpnGw3AZ', generation: 'Generation2' },
  { sku: 'VpnGw4AZ', generation: 'Generation2' },
  { sku: 'VpnGw5AZ', generation: 'Generation2' },
] as const

/** The smallest zone-redundant SKU for bandwidth, sites and people that were told; `undefined` where none is, or nothing was told. */
export function vpnSku(answers: Answers): { sku: string; generation: string } | undefined {
  const mbps = atMost('peak', answers)
  const sites = atMost('sites', answers)
  const people = atMost('users', answers)
  if (mbps === undefined && sites === undefined && people === undefined) return undefined
  return VPN_SKUS.find(({ sku, generation }) => {
    const limits = skuLimits(sku, generation)
    return (
      limits !== undefined &&
      limits.megabits >= (mbps ?? 0) &&
      limits.tunnels >= (sites ?? 0) &&
      (limits.clients ?? 0) >= (people ?? 0)
    )
  })
}

export interface CircuitSize {
  port: 'provider' | 'direct'
  /** Of the circuit. */
  mbps: number
  /** Of the port pair, where it is an own one. */
  portGbps?: number
}

/** The smallest circuit that is sold for the peak; on own ports where it is larger or they are asked for. */
export function circuitSize(answers: Answers): CircuitSize | undefined {
  const mbps = atMost('peak', answers)
  if (mbps === undefined) return undefined
  const direct = needsPorts(answers) || mbps > Math.max(...PROVIDER_MBPS)
  if (!direct) {
    const sold = PROVIDER_MBPS.find((one) => one >= mbps)
    return sold === undefined ? undefined : { port: 'provider', mbps: sold }
  }
  for (const portGbps of [10, 100]) {
    const gbps = sizesOnPort(portGbps).find((one) => one * 1000 >= mbps)
    if (gbps !== undefined) return { port: 'direct', mbps: gbps * 1000, portGbps }
  }
  return undefined
}

/** Whether the circuit can only be made on own ports: providers sell up to 10 Gbps. */
export function needsPorts({ given }: Pick<Answers, 'given'>): boolean {
  const isLarge = given.peak?.some((one) => one === '20g' || one === 'more') === true
  return isLarge || given.demands?.includes('ports') === true || given.provider?.includes('direct') === true
}

/** Whether a candidate is made with circuits at two locations: a hub's are, where something has to take over from one and its VPN does not. */
export function hasTwoCircuits(id: CandidateId, { given }: Pick<Answers, 'given'>): boolean {
  const survives = given.survive?.some((one) => one === 'site' || one === 'city') === true
  const minutes = given.outage?.includes('minutes') === true
  return id === 'erMax' || (id === 'wanBoth' && survives) || (id === 'wanEr' && (survives || minutes))
}

/** `Local where offered`: it would pay, but not everything is told that says whether the location has it. */
export type CircuitTier = 'Local' | 'Local where offered' | 'Standard' | 'Premium'

/**
 * Premium reaches other areas and Microsoft 365; Local has what leaves Azure included and reaches only the regions beside its own location
 * (ExpressRoute document 1.1), so two circuits in two cities cannot both be Local into one region.
 */
export function circuitTier(id: CandidateId, answers: Pick<Answers, 'given' | 'place'>): CircuitTier {
  const { given, place } = answers
  if (given.regions?.includes('more') === true || given.extras?.includes('m365') === true) return 'Premium'
  const pays =
    given.egress?.includes('more') === true &&
    given.regions?.includes('1') === true &&
    given.branches?.includes('yes') !== true
  if (!pays || hasTwoCircuits(id, answers)) return 'Standard'
  // A port has its own location, and of one that is not in the dated list nothing is known.
  if (needsPorts(answers) || !locationFacts(place.location)) return 'Local where offered'
  const beside = localRegions(place.location)
  if (place.region !== '') return beside.includes(place.region) ? 'Local' : 'Standard'
  return beside.length > 0 ? 'Local where offered' : 'Standard'
}

/** SKU of the ExpressRoute gateway in a virtual network, with its scale units where it has them; `undefined` where none carries so much. */
export function erGateway(answers: Answers): { sku: string; units?: number } | undefined {
  const mbps = atMost('peak', answers)
  if (mbps === undefined || mbps > SCALE_UNITS.most * 1000) return undefined
  // So that it holds back nothing that the circuit carries.
  const { sku, units } = smallestFor(Math.max(mbps, circuitSize(answers)?.mbps ?? 0))
  return sku === SCALE ? { sku, units: Number(units.max) } : { sku }
}

/** Scale units of a hub's ExpressRoute gateway; `undefined` where it is too small. Two at least: one may dip in maintenance (Virtual WAN document 6). */
export function hubErUnits(answers: Answers): number | undefined {
  const mbps = atMost('peak', answers)
  if (mbps === undefined) return undefined
  for (let units = 2; units <= HUB_UNITS.most; units++) if (hubMbps(units) >= mbps) return units
  return undefined
}

/** Mbps of one scale unit of a hub's VPN gateway. */
const VPN_UNIT_MBPS = 500
/** A gateway carries 20 Gbps. */
const MOST_VPN_UNITS = 40
/** What is kept free (Choosing a solution, section 6). */
const HEAD_ROOM = 1.2

export interface HubVpnUnits {
  sites: number
  /** Of all sites together. */
  mbps: number
  units: number
  withHeadRoom: number
  /** How many hubs it takes, by sites and by Mbps. */
  hubs: number
}

/** Scale units for so many sites of such a size (Choosing a solution, section 6, example 2); `undefined` until both are told exactly. */
export function hubVpnUnits({ exact }: Pick<Answers, 'exact'>): HubVpnUnits | undefined {
  const { sites, size } = exact
  if (sites === undefined || size === undefined) return undefined
  const mbps = sites * size
  const units = Math.ceil(mbps / VPN_UNIT_MBPS)
  const withHeadRoom = Math.ceil((mbps * HEAD_ROOM) / VPN_UNIT_MBPS)
  return {
    sites,
    mbps,
    units,
    withHeadRoom,
    hubs: Math.max(1, Math.ceil(withHeadRoom / MOST_VPN_UNITS), Math.ceil(sites / 1000)),
  }
}

/** People by scale units of a hub's point-to-site gateway (Virtual WAN document 7). */
const PEOPLE_UNITS: readonly (readonly [units: number, people: number])[] = [
  [1, 500],
  [4, 1000],
  [7, 5000],
  [11, 10_000],
  ...[40, 60, 80, 100, 120, 140, 160, 180, 200].map((units) => [units, units * 500] as const),
]

/** The first size of a hub's point-to-site gateway that serves so many; `undefined` where nobody was told of. */
export function hubPeopleUnits(answers: Answers): { units: number; people: number } | undefined {
  const people = atMost('users', answers)
  const found = people === undefined ? undefined : PEOPLE_UNITS.find(([, most]) => most >= people)
  return found && { units: found[0], people: found[1] }
}
