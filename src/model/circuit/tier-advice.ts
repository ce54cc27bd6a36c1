import { connectionsOf } from '../edits/gateway-connections.ts'
import type { Estate } from '../estate.ts'
import { sentenceList } from '../format.ts'
import { keyOf } from '../paths.ts'
import type { ExpressRouteCircuit } from '../resources/expressroute.ts'
import { regionName } from '../resources/regions.ts'
import { areaOfLocation, areaOfRegion, localRegions } from './geography.ts'
import { hubConnectionsOf } from './link-limit.ts'
import { placeOf } from './place.ts'

/**
 * What may stand in the way of a smaller SKU, as far as is known here: regions and areas are of dated lists, and what comes from
 * on-premises is not counted, so Azure decides (ExpressRoute document 1.1, 1.3, 1.4).
 * @param tier that is wanted
 */
export function tierAdvice(circuit: ExpressRouteCircuit, tier: string, estate: Estate): string[] {
  const [from, to] = [circuit.tier?.toLowerCase(), tier.toLowerCase()]
  if (from === to || to === 'premium') return []
  const place = placeOf(circuit, estate)
  const regions = regionsOf(circuit, estate)
  return [
    ...(from === 'premium'
      ? [
          'Premium takes 10,000 IPv4 routes from on-premises, every other SKU 4,000: with more of them the sessions end.',
        ]
      : []),
    ...(to === 'local' ? localAdvice(place, regions) : areaAdvice(place, regions)),
  ]
}

function localAdvice(place: string | undefined, regions: readonly string[]): string[] {
  if (place === undefined) return []
  const local = localRegions(place)
  if (local.length === 0)
    return [
      `No Azure region is known here to be next to ${place}. Azure makes a circuit Local only where there is one.`,
    ]
  const far = regions.filter((region) => !local.includes(region))
  return far.length === 0
    ? []
    : [
        `As far as is known here, Local in ${place} reaches ${sentenceList(local.map(regionName))} alone, and it is connected in ${sentenceList(far.map(regionName))}.`,
      ]
}

function areaAdvice(place: string | undefined, regions: readonly string[]): string[] {
  const area = place === undefined ? undefined : areaOfLocation(place)
  const far = regions.filter((region) => {
    const other = areaOfRegion(region)
    return area !== undefined && other !== undefined && other !== area
  })
  return far.length === 0
    ? []
    : [
        `As far as is known here, ${place ?? 'it'} is in ${area ?? 'another area'} and ${sentenceList(far.map(regionName))} outside of it: a connection across areas needs Premium.`,
      ]
}

/** Of the gateways it is connected to, short names, each once. */
function regionsOf(circuit: ExpressRouteCircuit, estate: Estate): string[] {
  const gateways = [
    ...connectionsOf(circuit, estate).map(({ gateway1Id }) => gateway1Id),
    ...hubConnectionsOf(circuit, estate).map(({ gatewayId }) => gatewayId),
  ]
  return [
    ...new Set(gateways.flatMap((id) => estate.resources.get(keyOf(id ?? ''))?.location ?? [])),
  ].toSorted()
}
