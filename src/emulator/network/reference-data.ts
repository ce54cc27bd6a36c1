import { ok, type Answer } from '../arm/answer.ts'
import { segment, type Exchange } from '../arm/exchange.ts'
import { page } from '../arm/paging.ts'
import { childNotFound } from '../arm/refusals.ts'
import type { JsonObject } from '../wire/json.ts'
import { OFFERS, PORT_LOCATIONS, PROVIDERS } from './service-provider-table.ts'

/** GET S/expressRouteServiceProviders: every item has the same unusable id, and no location (recorded behaviour 8). */
export function serviceProviders(exchange: Exchange): Answer {
  return page(
    exchange,
    PROVIDERS.map((row) => ({
      name: row.name,
      id: '/subscriptions//resourceGroups//providers/Microsoft.Network/expressRouteServiceProviders/',
      type: 'Microsoft.Network/expressRouteServiceProviders',
      properties: {
        provisioningState: 'Succeeded',
        peeringLocations: row.peeringLocations,
        bandwidthsOffered: OFFERS.map(([offerName, valueInMbps]) => ({ offerName, valueInMbps })),
      },
    })),
  )
}

/** GET S/ExpressRoutePortsLocations: bandwidths are empty in the list, filled in GET of one (ARM contract 11). */
export function portsLocations(exchange: Exchange): Answer {
  return page(
    exchange,
    PORT_LOCATIONS.map(([name, address]) => portsLocation(exchange, name, address, [])),
  )
}

export function portsLocationByName(exchange: Exchange): Answer {
  const wanted = segment(exchange, 5)
  const [name, address] = PORT_LOCATIONS.find(([one]) => one.toLowerCase() === wanted.toLowerCase()) ?? []
  if (name === undefined || address === undefined) {
    return childNotFound(`/${exchange.segments.join('/')}`)
  }
  return ok(
    portsLocation(exchange, name, address, [
      { offerName: '10 Gbps', valueInGbps: 10 },
      { offerName: '100 Gbps', valueInGbps: 100 },
    ]),
  )
}

function portsLocation(
  exchange: Exchange,
  name: string,
  address: string,
  availableBandwidths: JsonObject[],
): JsonObject {
  return {
    name,
    id: `/subscriptions/${segment(exchange, 1)}/providers/Microsoft.Network/expressRoutePortsLocations/${name}`,
    type: 'Microsoft.Network/expressRoutePortsLocations',
    properties: { provisioningState: 'Succeeded', address, contact: 'noc@example.com', availableBandwidths },
  }
}
