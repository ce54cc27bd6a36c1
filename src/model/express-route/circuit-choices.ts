import { PROVIDER_MBPS } from '../circuit/bandwidths.ts'
import type { ExpressRoutePort } from '../resources/expressroute.ts'
import type { CircuitAnswers, Goal } from './answers.ts'
import { cityOf, distanceKm, isMetro, locationFacts } from './locations.ts'
import type { ServiceProvider, Surroundings } from './surroundings.ts'

/** A port can have circuits of twice its size together (ExpressRoute document 1.5). */
export function roomOnPort({ bandwidthInGbps, provisionedBandwidthInGbps = 0 }: ExpressRoutePort): number {
  return 2 * (bandwidthInGbps ?? 0) - provisionedBandwidthInGbps
}

export function providersOf({ providers }: Surroundings): readonly ServiceProvider[] {
  return providers.is === 'known' ? providers.value : []
}

export function providerOf(name: string, around: Surroundings): ServiceProvider | undefined {
  return providersOf(around).find((one) => one.name === name)
}

/** Mbps of a provider; of one that tells none, all that are sold. */
export function bandwidthsOf(provider: ServiceProvider | undefined): readonly number[] {
  return provider && provider.bandwidths.length > 0 ? provider.bandwidths : PROVIDER_MBPS
}

/** Whether a location goes with the resiliency: High is a Metro circuit, the others have their links at one site (ExpressRoute document 2.1). */
export function fitsResiliency(location: string, resiliency: Goal['resiliency']): boolean {
  return isMetro(location) === (resiliency === 'high')
}

/** Every location that providers of the list offer for a resiliency, each once, by name. */
export function locationsFor(resiliency: Goal['resiliency'], around: Surroundings): string[] {
  const all = new Set(providersOf(around).flatMap(({ locations }) => locations))
  return [...all]
    .filter((one) => fitsResiliency(one, resiliency))
    .toSorted((one, other) => one.localeCompare(other))
}

export function providersAt(location: string, around: Surroundings): readonly ServiceProvider[] {
  return providersOf(around).filter(({ locations }) => locations.includes(location))
}

/** Kilometres between two circuits in which one is no disaster for both, and none much slower: product choices (ExpressRoute document 2.4). */
export const NEAR_KM = 50
export const FAR_KM = 1500

/**
 * The location to propose: next to the region, or for a second circuit the nearest to the first that is far enough from it.
 * @param among where the provider is
 */
export function proposedLocation(
  among: readonly string[],
  region: string,
  first?: Pick<CircuitAnswers, 'location'>,
): string {
  if (first === undefined) return among.find((one) => locationFacts(one)?.localRegions.includes(region)) ?? ''
  const others = among
    .filter((one) => cityOf(one) !== cityOf(first.location))
    .flatMap((one) => {
      const km = distanceKm(first.location, one)
      return km === undefined || km < NEAR_KM || km > FAR_KM ? [] : [{ one, km }]
    })
  return others.toSorted((a, b) => a.km - b.km)[0]?.one ?? ''
}
