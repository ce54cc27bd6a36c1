import { overlaps, parsePrefix, type Prefix } from '../../lib/cidr.ts'
import type { ExpressRouteCircuit } from '../resources/expressroute.ts'
import type { VirtualNetwork } from '../resources/network.ts'

type Peering = ExpressRouteCircuit['peerings'][number]

/** Subnets of the links in each family, as far as they are given: the primary one, then the secondary. */
function linksOf({ primaryPrefix, secondaryPrefix, ipv6 }: Peering): Prefix[][] {
  return [
    [primaryPrefix, secondaryPrefix],
    [ipv6?.primaryPrefix, ipv6?.secondaryPrefix],
  ].map((texts) => texts.flatMap((text) => parsePrefix(text ?? '') ?? []))
}

/** The families that have both links. */
export function linkPairs(peering: Peering): [Prefix, Prefix][] {
  return linksOf(peering).flatMap(([primary, secondary]): [Prefix, Prefix][] =>
    primary && secondary ? [[primary, secondary]] : [],
  )
}

/** A family whose two links overlap, so that the peering cannot work (ExpressRoute finding ER-035). */
export function overlappingPair(peering: Peering): [Prefix, Prefix] | undefined {
  return linkPairs(peering).find(([primary, secondary]) => overlaps(primary, secondary))
}

/** A link in the range of a network that the circuit leads to: that network is not reached (ExpressRoute finding ER-036). */
export function linkInNetwork<N extends Pick<VirtualNetwork, 'name' | 'addressPrefixes'>>(
  peerings: readonly Peering[],
  networks: readonly N[],
): { link: Prefix; range: Prefix; network: N } | undefined {
  const links = peerings.flatMap((peering) => linksOf(peering).flat())
  for (const network of networks)
    for (const text of network.addressPrefixes) {
      const range = parsePrefix(text)
      const link = range && links.find((one) => overlaps(one, range))
      if (range && link) return { link, range, network }
    }
  return undefined
}
