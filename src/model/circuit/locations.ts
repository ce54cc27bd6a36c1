/** What is known of a peering location. */
export interface LocationFacts {
  /** Degrees, approximate: for a distance that is shown rounded. */
  latitude: number
  longitude: number
  /** Short names of the Azure regions next to it, which circuits of tier Local lead to; none: no Local there. */
  localRegions: readonly string[]
}

function at(latitude: number, longitude: number, ...localRegions: string[]): LocationFacts {
  return { latitude, longitude, localRegions }
}

/**
 * ExpressRoute document 7.2: the local regions are of a list of 2023 with single additions of 2026, the coordinates unverified and
 * approximate. Azure gives neither with its list of providers, and decides: what rests on this is told as what is known here. Metro
 * locations stand at their first site.
 */
const LOCATIONS: Readonly<Record<string, LocationFacts>> = {
  Amsterdam: at(52.37, 4.9, 'westeurope'),
  Amsterdam2: at(52.3, 4.76, 'westeurope'),
  Atlanta: at(33.75, -84.39),
  Auckland: at(-36.85, 174.76),
  Berlin: at(52.52, 13.4, 'germanynorth'),
  'Cape Town': at(-33.92, 18.42, 'southafricawest'),
  Chennai: at(13.08, 80.27, 'southindia'),
  Chicago: at(41.88, -87.63, 'northcentralus'),
  Chicago2: at(41.88, -87.64, 'northcentralus'),
  Copenhagen: at(55.68, 12.57),
  Dallas: at(32.78, -96.8),
  Denver: at(39.74, -104.99, 'westcentralus'),
  Dubai: at(25.2, 55.27, 'uaenorth'),
  Dublin: at(53.35, -6.26, 'northeurope'),
  Dublin2: at(53.29, -6.42, 'northeurope'),
  Frankfurt: at(50.11, 8.68, 'germanywestcentral'),
  Frankfurt2: at(50.1, 8.63, 'germanywestcentral'),
  Geneva: at(46.2, 6.14, 'switzerlandwest'),
  'Hong Kong': at(22.32, 114.17, 'eastasia'),
  // As the list of a subscription spelled it.
  'Hong Kong SAR': at(22.32, 114.17, 'eastasia'),
  'Hong Kong2': at(22.27, 114.24, 'eastasia'),
  Jakarta: at(-6.21, 106.85, 'indonesiacentral'),
  Johannesburg: at(-26.2, 28.05, 'southafricanorth'),
  London: at(51.51, -0.6, 'uksouth'),
  London2: at(51.51, 0.0, 'uksouth'),
  'Los Angeles': at(34.05, -118.25),
  'Los Angeles2': at(34.05, -118.26),
  Madrid: at(40.42, -3.7, 'spaincentral'),
  Melbourne: at(-37.81, 144.96, 'australiasoutheast'),
  Miami: at(25.76, -80.19),
  Milan: at(45.46, 9.19, 'italynorth'),
  Montreal: at(45.5, -73.57),
  Mumbai: at(19.08, 72.88, 'westindia'),
  'New York': at(40.78, -74.07),
  Newport: at(51.58, -3.0, 'ukwest'),
  'Newport(Wales)': at(51.58, -3.0, 'ukwest'),
  Osaka: at(34.69, 135.5, 'japanwest'),
  Oslo: at(59.91, 10.75, 'norwayeast'),
  Paris: at(48.86, 2.35, 'francecentral'),
  Paris2: at(48.92, 2.36, 'francecentral'),
  Perth: at(-31.95, 115.86),
  Phoenix: at(33.45, -112.07, 'westus3'),
  Pune: at(18.52, 73.86, 'centralindia'),
  'Quebec City': at(46.81, -71.21, 'canadaeast'),
  'San Antonio': at(29.42, -98.49, 'southcentralus'),
  'Sao Paulo': at(-23.55, -46.63, 'brazilsouth'),
  Seattle: at(47.61, -122.33, 'westus2'),
  Seoul: at(37.57, 126.98, 'koreacentral'),
  'Silicon Valley': at(37.34, -121.89, 'westus'),
  'Silicon Valley2': at(37.38, -121.97, 'westus'),
  Singapore: at(1.29, 103.79, 'southeastasia'),
  Singapore2: at(1.34, 103.89, 'southeastasia'),
  Stockholm: at(59.33, 18.07, 'swedencentral'),
  Sydney: at(-33.87, 151.21, 'australiaeast'),
  Sydney2: at(-33.82, 151.17, 'australiaeast'),
  Taipei: at(25.03, 121.57, 'taiwannorth'),
  Tokyo: at(35.68, 139.69, 'japaneast'),
  Tokyo2: at(35.66, 139.79, 'japaneast'),
  Toronto: at(43.65, -79.38, 'canadacentral'),
  Toronto2: at(43.64, -79.4, 'canadacentral'),
  Vancouver: at(49.28, -123.12),
  Warsaw: at(52.23, 21.01, 'polandcentral'),
  'Washington DC': at(39.04, -77.49, 'eastus', 'eastus2'),
  'Washington DC2': at(38.95, -77.36, 'eastus', 'eastus2'),
  Zurich: at(47.38, 8.54, 'switzerlandnorth'),
  'Amsterdam Metro': at(52.37, 4.9, 'westeurope'),
  'Atlanta Metro': at(33.75, -84.39),
  'Brussels Metro': at(50.85, 4.35, 'belgiumcentral'),
  'Chicago Metro': at(41.88, -87.63, 'northcentralus'),
  'Dallas Metro': at(32.78, -96.8),
  'Dublin Metro': at(53.35, -6.26, 'northeurope'),
  'Frankfurt Metro': at(50.11, 8.68, 'germanywestcentral'),
  'Jakarta Metro': at(-6.21, 106.85, 'indonesiacentral'),
  'Madrid Metro': at(40.42, -3.7, 'spaincentral'),
  'Milan Metro': at(45.46, 9.19, 'italynorth'),
  'Mumbai Metro': at(19.08, 72.88, 'westindia'),
  'New York Metro': at(40.78, -74.07),
  'Oslo Metro': at(59.91, 10.75, 'norwayeast'),
  'Silicon Valley Metro': at(37.34, -121.89, 'westus'),
  'Singapore Metro': at(1.29, 103.79, 'southeastasia'),
  'Stockholm Metro': at(59.33, 18.07, 'swedencentral'),
  'Taipei Metro': at(25.03, 121.57, 'taiwannorth'),
  'Toronto Metro': at(43.65, -79.38, 'canadacentral'),
  'Vienna Metro': at(48.21, 16.37, 'austriaeast'),
  'Washington DC Metro': at(39.04, -77.49, 'eastus', 'eastus2'),
  'Zurich Metro': at(47.38, 8.54, 'switzerlandnorth'),
}

/** @returns `undefined` for a location that is not in the list */
export function locationFacts(location: string): LocationFacts | undefined {
  return Object.hasOwn(LOCATIONS, location) ? LOCATIONS[location] : undefined
}

/** Every location that something is known of; Azure's list of a subscription may have others. */
export function knownLocations(): string[] {
  return Object.keys(LOCATIONS)
}

/** Circuits there have one link at each of two sites of a city (ExpressRoute document 2.1). */
export function isMetro(location: string): boolean {
  return location.endsWith(' Metro')
}

/** `Amsterdam` of `Amsterdam`, `Amsterdam2` and `Amsterdam Metro`. */
export function cityOf(location: string): string {
  return location.replace(/(\d+| Metro)$/, '')
}

const EARTH_KM = 6371

/** Great-circle distance of two locations in kilometres; `undefined` where one is not known. */
export function distanceKm(one: string, other: string): number | undefined {
  const [a, b] = [locationFacts(one), locationFacts(other)]
  if (!a || !b) return undefined
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2
  const chord =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude)
  return 2 * EARTH_KM * Math.asin(Math.sqrt(Math.min(1, chord)))
}
