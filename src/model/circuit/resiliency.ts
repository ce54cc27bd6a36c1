import { connectionsOf } from '../edits/gateway-connections.ts'
import type { Estate } from '../estate.ts'
import { sentenceList } from '../format.ts'
import { keyOf } from '../paths.ts'
import type { ExpressRouteCircuit } from '../resources/expressroute.ts'
import type { VirtualNetworkGateway } from '../resources/vpn.ts'
import type { Verdict } from '../status/verdict.ts'
import { whyConnectionDead, whyDead } from './dead-ends.ts'
import { isMetro } from './locations.ts'
import { placeOf } from './place.ts'
import { levelOf, type ResiliencyLevel } from './resiliency-level.ts'

/** What Azure tells of a gateway's resiliency; scores are text on the wire and may be anything (ExpressRoute document 2.3). */
export interface ResiliencyReading {
  score?: string
  change?: string
  computedAt?: string
  nextAt?: string
  components: { name: string; score?: string; most?: string; recommendations: Recommendation[] }[]
}

export interface Recommendation {
  title?: string
  severity?: string
  text?: string
  /** Of a host that the app links to; others are shown as text. */
  link?: string
}

/** Networks that come from the same locations. */
export interface RouteSet {
  locations: string[]
  networks: string[]
}

/** One failover test; `status` as Azure spells it. */
export interface FailoverTestReading {
  guid?: string
  location?: string
  status?: string
  startedAt?: string
  endedAt?: string
  connections: { name?: string; status?: string }[]
  issues: string[]
}

export interface DerivedResiliency {
  level: ResiliencyLevel
  /** By name. */
  locations: string[]
  verdict: Verdict
  sentence: string
}

/** By where the circuits of a gateway are, as far as they were read. */
export function derivedResiliency(gateway: VirtualNetworkGateway, estate: Estate): DerivedResiliency {
  return ofEnds(
    connectionsOf(gateway, estate).flatMap((connection) => {
      const circuit = estate.resources.get(keyOf(connection.circuitId ?? ''))
      if (circuit?.kind !== 'expressRouteCircuit') return []
      return [{ circuit, dead: whyConnectionDead(connection) ?? whyDead(circuit) }]
    }),
    estate,
  )
}

/** Of circuits that lead to the same. What of a location was not readable counts for nothing. */
export function resiliencyOf(circuits: readonly ExpressRouteCircuit[], estate: Estate): DerivedResiliency {
  return ofEnds(
    circuits.map((circuit) => ({ circuit, dead: whyDead(circuit) })),
    estate,
  )
}

interface End {
  circuit: ExpressRouteCircuit
  /** Why nothing passes over it now. */
  dead: string | undefined
}

/** The level is that of what is built; whether it holds now is said beside it. */
function ofEnds(ends: readonly End[], estate: Estate): DerivedResiliency {
  const placesOf = (some: readonly End[]) =>
    [...new Set(some.flatMap(({ circuit }) => placeOf(circuit, estate) ?? []))].toSorted()
  const locations = placesOf(ends)
  const level = levelOf(locations)
  const words = wordsOf(level, locations)
  const dead = ends.flatMap((end) => end.dead ?? [])
  if (dead.length === 0 || levelOf(placesOf(ends.filter((end) => end.dead === undefined))) === level)
    return { level, locations, ...words }
  return {
    level,
    locations,
    verdict: 'attention',
    sentence: `Built for ${words.sentence} That does not hold now: ${sentenceList(dead)}.`,
  }
}

function wordsOf(
  level: ResiliencyLevel,
  locations: readonly string[],
): Pick<DerivedResiliency, 'verdict' | 'sentence'> {
  const metro = locations.filter(isMetro).join(' and ')
  const others = locations.filter((one) => !isMetro(one)).join(' and ')
  switch (level) {
    case 'none':
      return {
        verdict: 'unknown',
        sentence: 'No circuit of it was read, so its resiliency cannot be told.',
      }
    case 'Maximum':
      return {
        verdict: 'healthy',
        sentence: `Maximum: circuits in ${others}. It survives the loss of one location.`,
      }
    case 'High':
      return {
        verdict: 'healthy',
        sentence:
          locations.length === 1
            ? `High: a Metro circuit, ${metro}. It survives the loss of one of its two sites.`
            : `High: circuits in ${locations.join(' and ')}. Maximum takes two locations that are not Metro.`,
      }
    case 'Standard':
      return {
        verdict: 'attention',
        sentence: `Standard: everything is in ${others}. When that location fails, Azure is cut off; a circuit in a second location makes it Maximum.`,
      }
    default:
      return level satisfies never
  }
}

/** Hosts of Microsoft's that a recommendation may lead to. */
const HOSTS = new Set([
  'learn.microsoft.com',
  'docs.microsoft.com',
  'portal.azure.com',
  'aka.ms',
  'go.microsoft.com',
])

/** @returns `undefined` for every address that is not one of theirs */
export function safeLink(text: string | undefined): string | undefined {
  try {
    const url = new URL(text ?? '')
    return url.protocol === 'https:' && HOSTS.has(url.hostname) ? url.href : undefined
  } catch {
    return undefined
  }
}
