import { cityOf, locationFacts } from './locations.ts'

/**
 * Geopolitical areas, which circuits of tier Standard do not leave (ExpressRoute document 1.1). The document gives the rule but no list: this
 * one is unverified, so what rests on it is only advised, as what is known here. Azure decides. Names of regions as `location` spells them.
 */
const AREAS: Readonly<Record<string, readonly string[]>> = {
  Europe: [
    'austriaeast',
    'belgiumcentral',
    'denmarkeast',
    'francecentral',
    'francesouth',
    'germanynorth',
    'germanywestcentral',
    'italynorth',
    'northeurope',
    'norwayeast',
    'norwaywest',
    'polandcentral',
    'spaincentral',
    'swedencentral',
    'switzerlandnorth',
    'switzerlandwest',
    'uksouth',
    'ukwest',
    'westeurope',
  ],
  'North America': [
    'canadacentral',
    'canadaeast',
    'centralus',
    'eastus',
    'eastus2',
    'mexicocentral',
    'northcentralus',
    'southcentralus',
    'westcentralus',
    'westus',
    'westus2',
    'westus3',
  ],
  Asia: ['eastasia', 'southeastasia', 'indonesiacentral', 'malaysiawest', 'taiwannorth'],
  Oceania: ['australiacentral', 'australiaeast', 'australiasoutheast', 'newzealandnorth'],
  India: ['centralindia', 'southindia', 'westindia'],
  Japan: ['japaneast', 'japanwest'],
  'South Korea': ['koreacentral', 'koreasouth'],
  'South America': ['brazilsouth', 'chilecentral'],
  'South Africa': ['southafricanorth', 'southafricawest'],
  'the Middle East': ['israelcentral', 'qatarcentral', 'uaecentral', 'uaenorth'],
}

/** Of cities without a region next to them. */
const CITIES: Readonly<Record<string, string>> = {
  Atlanta: 'North America',
  Auckland: 'Oceania',
  Copenhagen: 'Europe',
  Dallas: 'North America',
  'Los Angeles': 'North America',
  Miami: 'North America',
  Montreal: 'North America',
  'New York': 'North America',
  Perth: 'Oceania',
  Vancouver: 'North America',
}

/** @returns `undefined` where it is not known here */
export function areaOfRegion(region: string): string | undefined {
  const name = region.replaceAll(' ', '').toLowerCase()
  return Object.entries(AREAS).find(([, regions]) => regions.includes(name))?.[0]
}

/** Regions that a Local circuit at a peering location reaches; empty where none are known. */
export function localRegions(peeringLocation: string): readonly string[] {
  const facts = locationFacts(peeringLocation) ?? locationFacts(siteOf(peeringLocation))
  return facts?.localRegions ?? []
}

/** @returns `undefined` where it is not known here */
export function areaOfLocation(peeringLocation: string): string | undefined {
  const [local] = localRegions(peeringLocation)
  if (local !== undefined) return areaOfRegion(local)
  const city = cityOf(siteOf(peeringLocation))
  return Object.hasOwn(CITIES, city) ? CITIES[city] : undefined
}

/** The location of a Direct port says "Equinix-Amsterdam-AM5". */
function siteOf(peeringLocation: string): string {
  const parts = peeringLocation.split('-')
  return (parts.length === 3 ? parts[1] : undefined) ?? peeringLocation
}
