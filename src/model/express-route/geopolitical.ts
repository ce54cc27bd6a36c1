import { locationFacts } from './locations.ts'

/**
 * Geopolitical areas as circuits of tier Standard are bound to (ExpressRoute document 1.1). The document gives the rule but no list: this one is
 * unverified, so what rests on it is only advised and told as what is known here. Azure decides.
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
  Korea: ['koreacentral', 'koreasouth'],
  'South America': ['brazilsouth', 'chilecentral'],
  Africa: ['southafricanorth', 'southafricawest'],
  'the Middle East': ['israelcentral', 'qatarcentral', 'uaecentral', 'uaenorth'],
}

/** Of peering locations without a region next to them. */
const LOCATION_AREAS: Readonly<Record<string, string>> = {
  Atlanta: 'North America',
  'Atlanta Metro': 'North America',
  Auckland: 'Oceania',
  Copenhagen: 'Europe',
  Dallas: 'North America',
  'Dallas Metro': 'North America',
  'Los Angeles': 'North America',
  'Los Angeles2': 'North America',
  Miami: 'North America',
  Montreal: 'North America',
  'New York': 'North America',
  'New York Metro': 'North America',
  Perth: 'Oceania',
  Vancouver: 'North America',
}

/** @returns `undefined` where it is not known here */
export function areaOfRegion(region: string): string | undefined {
  return Object.entries(AREAS).find(([, regions]) => regions.includes(region))?.[0]
}

export function areaOfLocation(location: string): string | undefined {
  const [region] = locationFacts(location)?.localRegions ?? []
  if (region !== undefined) return areaOfRegion(region)
  return Object.hasOwn(LOCATION_AREAS, location) ? LOCATION_AREAS[location] : undefined
}
