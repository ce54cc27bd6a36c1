import type { Exchange } from '../../arm/exchange.ts'
import type { Living } from '../../store/living.ts'
import type { JsonObject } from '../../wire/json.ts'
import { objectAt, textAt } from '../../wire/read.ts'
import { type CircuitSite, sitesOf, testsOf } from '../circuit-sites.ts'
import { answerLater, type Action } from './start.ts'

const SECONDS = 20
const DAY = 86_400_000
/** It refreshes at most hourly (ExpressRoute document 2.3). */
const HOUR = 3_600_000

/** POST getResiliencyInformation: score and what would raise it (ExpressRoute document 2.2); names of the parts are assumed. */
export const resiliencyInformation: Action = (exchange, at) => {
  const sites = sitesOf(exchange, at)
  const route = routeScore(sites) * multiplier(exchange, at, sites)
  const zone = gatewayScore(at)
  const open = [...(isMultiSite(sites) ? [] : [MULTI_SITE]), ...(zone < 8 ? [ZONES] : [])]
  const rest = open.length === 0 ? 10 : 0
  const score = route + zone + rest
  const gains = [...(isMultiSite(sites) ? [] : [15]), ...(zone < 8 ? [10 - zone] : [])]
  return answerLater(exchange, at, {
    seconds: SECONDS,
    result: {
      overallScore: String(score),
      scoreChange: '0',
      minScoreFromRecommendations: String(gains.length === 0 ? 0 : Math.min(...gains)),
      maxScoreFromRecommendations: String(gains.reduce((sum, one) => sum + one, 0)),
      lastComputedTime: hourOf(exchange.now),
      nextEligibleComputeTime: hourOf(exchange.now + HOUR),
      components: [
        component('RouteResiliency', route, 80, isMultiSite(sites) ? [] : [MULTI_SITE]),
        component('GatewayResiliency', zone, 10, zone < 8 ? [ZONES] : []),
        component('Recommendations', rest, 10, []),
      ],
    },
  })
}

const MULTI_SITE = {
  recommendationTitle: 'Connect the gateway to circuits in two peering locations',
  recommendationId: 'multi-site',
  severity: 'High',
  recommendationText:
    'All circuits of this gateway are in one peering location. When that fails, Azure is cut off.',
  callToActionText: 'Design for resiliency',
  callToActionLink: 'https://learn.microsoft.com/azure/expressroute/design-architecture-for-resiliency',
}

const ZONES = {
  recommendationTitle: 'Use a zone-redundant gateway',
  recommendationId: 'zone-redundant',
  severity: 'Medium',
  recommendationText: 'The gateway is in no availability zone.',
  callToActionText: 'About zone-redundant gateways',
  callToActionLink: 'https://learn.microsoft.com/azure/vpn-gateway/about-zone-redundant-vnet-gateways',
}

function component(name: string, current: number, max: number, recommendations: JsonObject[]): JsonObject {
  return { name, currentScore: String(current), maxScore: String(max), recommendations }
}

function locationsOf(sites: readonly CircuitSite[]): string[] {
  return [...new Set(sites.map(({ location }) => location))]
}

function isMultiSite(sites: readonly CircuitSite[]): boolean {
  return locationsOf(sites).length > 1
}

function routeScore(sites: readonly CircuitSite[]): number {
  if (sites.length === 0) return 0
  if (isMultiSite(sites)) return 20
  const whole = sites.some(({ paths }) => paths.length >= 2 && paths.every(({ up }) => up !== undefined))
  if (!whole) return 0
  return sites.some(({ location }) => location.endsWith(' Metro')) ? 10 : 5
}

function multiplier(exchange: Exchange, gateway: Living, sites: readonly CircuitSite[]): number {
  if (!isMultiSite(sites)) return 1
  const newest = locationsOf(sites).map((location) =>
    Math.max(
      ...testsOf(gateway).flatMap((test) =>
        test.location === location && test.stoppedAt !== undefined ? [test.stoppedAt] : [],
      ),
      -Infinity,
    ),
  )
  const factors = newest.map((at) => {
    const days = (exchange.now - at) / DAY
    return days <= 30 ? 4 : days <= 60 ? 3 : days <= 90 ? 2 : 1
  })
  const tested = newest.filter((at) => at > -Infinity).length
  const best = Math.max(...factors)
  return tested > 0 && tested < newest.length ? best / 2 : Math.min(...factors)
}

/** By SKU; zones of the address tell zonal from zone-redundant, which is not looked at here. */
function gatewayScore(gateway: Living): number {
  const sku = textAt(objectAt(gateway.properties.sku).name)?.toLowerCase() ?? ''
  if (/^ergw[123]az$|^ergwscale$/.test(sku)) return 10
  return sku === 'ultraperformance' ? 2 : 0
}

/** POST getRoutesInformation: routes by the set of locations they come from. */
export const routesInformation: Action = (exchange, at) => {
  const sites = sitesOf(exchange, at)
  const sets = new Map<string, Map<string, CircuitSite[]>>()
  const networks = new Set(sites.flatMap(announced))
  for (const network of networks) {
    const from = sites.filter((site) => announced(site).includes(network))
    const name = locationsOf(from).toSorted().join(', ')
    const set = sets.get(name) ?? new Map<string, CircuitSite[]>()
    set.set(network, from)
    sets.set(name, set)
  }
  return answerLater(exchange, at, {
    seconds: SECONDS,
    result: {
      lastComputedTime: hourOf(exchange.now),
      nextEligibleComputeTime: hourOf(exchange.now + HOUR),
      routeSetVersion: '1',
      routeSets: [...sets].map(([name, set]) => ({
        name,
        locations: name.split(', '),
        details: Object.fromEntries(
          [...set].map(([network, from]) => [
            network,
            from.map(({ circuit, paths }) => ({
              circuit: circuit.row.id,
              pri: activity(paths, 'primary'),
              sec: activity(paths, 'secondary'),
            })),
          ]),
        ),
      })),
      circuitsMetadataMap: Object.fromEntries(
        sites.map(({ circuit, location }) => [
          circuit.row.id,
          { name: nameOf(circuit), link: circuit.row.id, location },
        ]),
      ),
    },
  })
}

export function announced({ paths }: CircuitSite): string[] {
  return [...new Set(paths.flatMap(({ up, announces }) => (up === undefined ? [] : announces)))]
}

/** `Active` or `Passive` (words assumed). */
function activity(paths: CircuitSite['paths'], device: 'primary' | 'secondary'): string {
  return paths.find((path) => path.device === device)?.up === undefined ? 'Passive' : 'Active'
}

export function nameOf({ row }: Living): string {
  return row.id.slice(row.id.lastIndexOf('/') + 1)
}

function hourOf(at: number): string {
  return new Date(Math.floor(at / HOUR) * HOUR).toISOString()
}
