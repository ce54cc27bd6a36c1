/** ExpressRoute partners and where they peer. A selection from the public partner list, names as ARM spells them. */
export interface ProviderRow {
  name: string
  peeringLocations: string[]
}

const CELLS: [name: string, peeringLocations: string][] = [
  ['AARNet', 'Melbourne, Sydney'],
  [
    'AT&T Netbond',
    'Amsterdam, Chicago, Dallas, Frankfurt, London, Silicon Valley, Singapore, Sydney, Tokyo, Washington DC',
  ],
  [
    'British Telecom',
    'Amsterdam, Chicago, Dallas, Frankfurt, Hong Kong SAR, London, New York, Paris, Singapore, Tokyo, Washington DC',
  ],
  [
    'Colt',
    'Amsterdam, Amsterdam2, Berlin, Chicago, Dublin, Frankfurt, Geneva, London, London2, Madrid, Marseille, Milan, Munich, Newport, New York, Paris, Tokyo, Washington DC, Zurich',
  ],
  [
    'Coresite',
    'Chicago, Chicago2, Denver, Los Angeles, New York, Silicon Valley, Silicon Valley2, Washington DC',
  ],
  ['Deutsche Telekom AG', 'Frankfurt, Frankfurt2'],
  ['eir', 'Dublin'],
  [
    'Equinix',
    'Amsterdam, Amsterdam2, Atlanta, Canberra2, Chicago, Dallas, Dublin, Frankfurt, Frankfurt2, Geneva, Hong Kong SAR, London, London2, Los Angeles, Miami, Milan, Munich, New York, Osaka, Paris, Paris2, Perth, Sao Paulo, Seattle, Silicon Valley, Singapore, Stockholm, Sydney, Tokyo, Toronto, Warsaw, Washington DC, Zurich',
  ],
  ['euNetworks', 'Amsterdam, Amsterdam2, Dublin, Frankfurt, London, Paris'],
  ['GEANT', 'Amsterdam, Amsterdam2, Dublin, Frankfurt, London, Marseille, Milan, Paris'],
  [
    'InterCloud',
    'Amsterdam, Chicago, Dallas, Frankfurt, Frankfurt2, Geneva, Hong Kong SAR, London, New York, Paris, Singapore, Washington DC, Zurich',
  ],
  [
    'Interxion',
    'Amsterdam, Amsterdam2, Copenhagen, Dublin, Frankfurt, London, Madrid, Marseille, Paris, Stockholm, Zurich',
  ],
  [
    'Level 3 Communications - Exchange',
    'Amsterdam, Chicago, Dallas, London, Newport, Sao Paulo, Seattle, Silicon Valley, Singapore, Washington DC',
  ],
  [
    'Megaport',
    'Amsterdam, Amsterdam2, Atlanta, Auckland, Chicago, Dallas, Denver, Dubai2, Dublin, Frankfurt, Frankfurt2, Geneva, Hong Kong SAR, Las Vegas, London, London2, Los Angeles, Madrid, Melbourne, Miami, Munich, New York, Osaka, Oslo, Paris, Perth, Phoenix, San Antonio, Seattle, Silicon Valley, Singapore, Stockholm, Sydney, Tokyo, Toronto, Washington DC, Zurich',
  ],
  [
    'NTT Communications',
    'Amsterdam, Hong Kong SAR, London, Los Angeles, New York, Osaka, Singapore, Sydney, Tokyo, Washington DC',
  ],
  [
    'Orange',
    'Amsterdam, Amsterdam2, Chicago, Dallas, Frankfurt, Hong Kong SAR, London, Paris, Sao Paulo, Silicon Valley, Singapore, Stockholm, Sydney, Tokyo, Washington DC',
  ],
  [
    'PacketFabric',
    'Amsterdam, Chicago, Dallas, Denver, Las Vegas, London, Los Angeles, Miami, New York, Seattle, Silicon Valley, Toronto, Washington DC',
  ],
  ['PCCW Global Limited', 'Chicago, Hong Kong SAR, London, Singapore, Tokyo'],
  ['Singtel', 'Hong Kong SAR, Singapore, Singapore2'],
  ['Swisscom', 'Geneva, Zurich'],
  [
    'Tata Communications',
    'Amsterdam, Chennai, Chicago, Dallas, Frankfurt, Hong Kong SAR, London, Mumbai, Pune, Sao Paulo, Silicon Valley, Singapore, Tokyo, Washington DC',
  ],
  ['Telefonica', 'Amsterdam, Dallas, Frankfurt2, Hong Kong SAR, Madrid, Sao Paulo, Singapore, Washington DC'],
  [
    'Telia Carrier',
    'Amsterdam, Chicago, Copenhagen, Dallas, Frankfurt, Hong Kong SAR, London, Oslo, Paris, Stockholm, Washington DC',
  ],
  ['Telstra Corporation', 'Melbourne, Singapore, Sydney'],
  [
    'Verizon',
    'Amsterdam, Chicago, Dallas, Frankfurt, Hong Kong SAR, London, Mumbai, Paris, Silicon Valley, Singapore, Sydney, Tokyo, Toronto, Washington DC',
  ],
  [
    'Vodafone',
    'Amsterdam2, Chicago, Dallas, Hong Kong SAR, London, London2, Milan, Munich, Silicon Valley, Singapore',
  ],
  [
    'Zayo',
    'Amsterdam, Chicago, Dallas, Denver, Dublin, Frankfurt, Hong Kong SAR, London, London2, Los Angeles, Montreal, New York, Paris, Phoenix, San Antonio, Seattle, Silicon Valley, Toronto, Vancouver, Washington DC, Zurich',
  ],
]

/** Metro locations whose providers were read of (ExpressRoute document 7.2, of 2024). */
const METRO: Record<string, string[]> = {
  'Amsterdam Metro': ['Equinix', 'euNetworks', 'Megaport'],
  'Singapore Metro': ['Equinix', 'Megaport'],
}

export const PROVIDERS: ProviderRow[] = CELLS.map(([name, locations]) => ({
  name,
  peeringLocations: [
    ...locations.split(', '),
    ...Object.keys(METRO).filter((one) => METRO[one]?.includes(name)),
  ],
}))

/** The same for every provider (recorded behaviour 8). */
export const OFFERS: [offerName: string, valueInMbps: number][] = [
  ['50Mbps', 50],
  ['100Mbps', 100],
  ['200Mbps', 200],
  ['500Mbps', 500],
  ['1Gbps', 1000],
  ['2Gbps', 2000],
  ['5Gbps', 5000],
  ['10Gbps', 10000],
]

/** ExpressRoute Direct locations: made-up addresses, real names (public locations page). */
export const PORT_LOCATIONS: [name: string, address: string][] = [
  ['Equinix-Amsterdam-AM5', 'Schepenbergweg 42, 1105 AT Amsterdam, Netherlands'],
  ['Equinix-Ashburn-DC2', '21715 Filigree Court, Ashburn, VA 20147, United States'],
  ['Equinix-Dallas-DA3', '1950 Stemmons Freeway, Dallas, TX 75207, United States'],
  ['Equinix-Frankfurt-FR7', 'Gutleutstrasse 310, 60327 Frankfurt, Germany'],
  ['Equinix-London-LD5', '8 Buckingham Avenue, Slough SL1 4AX, United Kingdom'],
  ['Equinix-Singapore-SG1', '20 Ayer Rajah Crescent, Singapore 139964'],
  ['Interxion-Frankfurt-FRA11', 'Hanauer Landstrasse 298, 60314 Frankfurt, Germany'],
  ['Telehouse-London-North-Two', 'Coriander Avenue, London E14 2AA, United Kingdom'],
]
