import { formatPrefix, overlaps, parsePrefix, contains } from '../../lib/cidr.ts'
import { linkInNetwork } from '../circuit/link-subnets.ts'
import type { Link } from '../estate.ts'
import { keyOf } from '../paths.ts'
import type { ExpressRouteCircuit } from '../resources/expressroute.ts'
import type { VirtualNetwork } from '../resources/network.ts'
import type { Resource } from '../resources/resource.ts'
import type { Reason } from './verdict.ts'

interface Lookup {
  find(id: string): Resource | undefined
  links(key: string): readonly Link[]
}

/**
 * A local network gateway whose prefixes overlap the virtual network its gateway stands in, or one that reaches the
 * gateway by peering: traffic for the shared range does not get to the site. A NAT rule may be the answer, so a
 * connection or gateway with one is left alone. Source: VPN finding H14, nat-overview of the VPN Gateway documentation.
 */
export function overlapReasons(resource: Resource, estate: Lookup): Reason[] {
  if (resource.kind === 'expressRouteCircuit') return linkOverlaps(resource, estate)
  if (resource.kind !== 'localNetworkGateway') return []
  const networks = new Map<string, VirtualNetwork>()
  for (const link of estate.links(resource.key)) {
    const connection = link.direction === 'usedBy' ? estate.find(link.id) : undefined
    if (connection?.kind !== 'connection' || connection.natRuleIds.length > 0) continue
    if (hasNatRules(connection.gateway1Id, estate)) continue
    for (const network of networksBehind(connection.gateway1Id, estate)) networks.set(network.key, network)
  }
  return [...networks.values()].flatMap((network) => overlapWith(resource.addressPrefixes, network))
}

/** ExpressRoute finding ER-036. */
function linkOverlaps({ key, peerings }: ExpressRouteCircuit, estate: Lookup): Reason[] {
  if (peerings.length === 0) return []
  const networks = estate.links(key).flatMap((link) => {
    const connection = link.direction === 'usedBy' ? estate.find(link.id) : undefined
    return connection?.kind === 'connection' ? networksBehind(connection.gateway1Id, estate) : []
  })
  const found = linkInNetwork(peerings, networks)
  return found === undefined
    ? []
    : [
        {
          verdict: 'attention',
          text: `a link of its peering, ${formatPrefix(found.link)}, overlaps ${formatPrefix(found.range)} of ${found.network.name}`,
          about: found.network.id,
        },
      ]
}

function hasNatRules(gatewayId: string | undefined, estate: Lookup): boolean {
  const gateway = gatewayId === undefined ? undefined : estate.find(gatewayId)
  return gateway?.kind === 'virtualNetworkGateway' && gateway.natRuleIds.length > 0
}

/** The virtual network a gateway stands in, and those that reach it by peering, as far as they were read. */
export function networksBehind(gatewayId: string | undefined, estate: Lookup): VirtualNetwork[] {
  const gateway = gatewayId === undefined ? undefined : estate.find(gatewayId)
  if (gateway?.kind !== 'virtualNetworkGateway') return []
  return estate.links(gateway.key).flatMap((link) => {
    const home = link.role === 'Virtual network' ? estate.find(link.id) : undefined
    return home?.kind === 'virtualNetwork' ? [home, ...spokesOf(home, estate)] : []
  })
}

/** Peered networks that use this network's gateway. */
export function spokesOf(home: VirtualNetwork, estate: Pick<Lookup, 'find'>): VirtualNetwork[] {
  return home.peerings.flatMap(({ remoteVirtualNetworkId }) => {
    const spoke = remoteVirtualNetworkId ? estate.find(remoteVirtualNetworkId) : undefined
    if (spoke?.kind !== 'virtualNetwork') return []
    const uses = spoke.peerings.some(
      (peering) => peering.useRemoteGateways && keyOf(peering.remoteVirtualNetworkId ?? '') === home.key,
    )
    return uses ? [spoke] : []
  })
}

function overlapWith(sitePrefixes: readonly string[], network: VirtualNetwork): Reason[] {
  for (const siteText of sitePrefixes) {
    const site = parsePrefix(siteText)
    if (!site) continue
    for (const networkText of network.addressPrefixes) {
      const azure = parsePrefix(networkText)
      if (!azure || !overlaps(site, azure)) continue
      const [outer, inner] = contains(site, azure) ? [site, azure] : [azure, site]
      const how =
        outer === site
          ? `its ${formatPrefix(outer)} contains ${formatPrefix(inner)} of`
          : `its ${formatPrefix(inner)} lies in ${formatPrefix(outer)} of`
      return [
        { verdict: 'attention', text: `address ranges overlap: ${how} ${network.name}`, about: network.id },
      ]
    }
  }
  return []
}
