/**
 * Geopolitical areas by Azure region, which Standard circuits do not leave (ExpressRoute document 1.1). Which regions make an area is not
 * in that document and unverified: what rests on it is told as possible. Names as `location` spells them.
 */
const AREAS: Readonly<Record<string, readonly string[]>> = {
  Europe: [
    'austriaeast',
    'belgiumcentral',
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
    'northcentralus',
    'southcentralus',
    'westcentralus',
    'westus',
    'westus2',
    'westus3',
  ],
  'South America': ['brazilsouth'],
  Asia: ['eastasia', 'southeastasia'],
  Japan: ['japaneast', 'japanwest'],
  'South Korea': ['koreacentral', 'koreasouth'],
  India: ['centralindia', 'southindia', 'westindia'],
  Oceania: ['australiacentral', 'australiaeast', 'australiasoutheast', 'newzealandnorth'],
  'South Africa': ['southafricanorth', 'southafricawest'],
}

/** Local regions of peering locations (ExpressRoute document 7.2, of 2023); those without one are in `ELSEWHERE`. */
const LOCAL: Readonly<Record<string, readonly string[]>> = {
  Amsterdam: ['westeurope'],
  Berlin: ['germanynorth'],
  'Cape Town': ['southafricawest'],
  Chennai: ['southindia'],
  Chicago: ['northcentralus'],
  Denver: ['westcentralus'],
  Dublin: ['northeurope'],
  Frankfurt: ['germanywestcentral'],
  Geneva: ['switzerlandwest'],
  'Hong Kong': ['eastasia'],
  Johannesburg: ['southafricanorth'],
  London: ['uksouth'],
  Madrid: ['westeurope', 'spaincentral'],
  Melbourne: ['australiasoutheast'],
  Milan: ['italynorth'],
  Mumbai: ['westindia'],
  'Newport(Wales)': ['ukwest'],
  Osaka: ['japanwest'],
  Oslo: ['norwayeast'],
  Paris: ['francecentral'],
  Phoenix: ['westus3'],
  Pune: ['centralindia'],
  'Quebec City': ['canadaeast'],
  'San Antonio': ['southcentralus'],
  'Sao Paulo': ['brazilsouth'],
  Seattle: ['westus2'],
  Seoul: ['koreacentral'],
  'Silicon Valley': ['westus'],
  Singapore: ['southeastasia'],
  Stockholm: ['swedencentral'],
  Sydney: ['australiaeast'],
  Tokyo: ['japaneast'],
  Toronto: ['canadacentral'],
  Warsaw: ['polandcentral'],
  'Washington DC': ['eastus', 'eastus2'],
  Zurich: ['switzerlandnorth'],
}

const ELSEWHERE: Readonly<Record<string, string>> = {
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

export function areaOfRegion(region: string): string | undefined {
  const name = region.replaceAll(' ', '').toLowerCase()
  return Object.entries(AREAS).find(([, regions]) => regions.includes(name))?.[0]
}

/** Regions that a Local circuit at a peering location reaches; empty where none are known. */
export function localRegions(peeringLocation: string): readonly string[] {
  return LOCAL[siteOf(peeringLocation)] ?? []
}

export function areaOfLocation(peeringLocation: string): string | undefined {
  const site = siteOf(peeringLocation)
  const [local] = localRegions(site)
  return local === undefined ? ELSEWHERE[site] : areaOfRegion(local)
}

/** "Amsterdam2" and "Amsterdam Metro" are in Amsterdam; a Direct port says "Equinix-Amsterdam-AM5". */
function siteOf(peeringLocation: string): string {
  const plain = peeringLocation.replace(/ Metro$/, '').replace(/\d+$/, '')
  const parts = peeringLocation.split('-')
  return parts.length === 3 ? (parts[1] ?? plain) : plain
}
