import { formatPrefix, overlaps, parsePrefix, type Prefix } from '../../lib/cidr.ts'
import type { Estate } from '../estate.ts'
import { keyOf } from '../paths.ts'
import type { HubVirtualNetworkConnection, VirtualHub } from '../resources/virtual-wan.ts'
import { gatewaysOf, hubsOf, sitesOf, wanOf } from './wan-parts.ts'

/** An address range that a hub has to reach or has itself, and whose it is. */
export interface OwnedRange {
  prefix: Prefix
  /** "site branch-lyon". */
  whose: string
  id: string
}

function ranges(prefixes: readonly (string | undefined)[], whose: string, id: string): OwnedRange[] {
  return prefixes.flatMap((text) => {
    const prefix = parsePrefix(text ?? '')
    return prefix ? [{ prefix, whose, id }] : []
  })
}

/**
 * What a hub routes to, as far as it was read: other hubs of its WAN, their sites and pools of clients, and the networks of these
 * connections. A site without prefixes tells them by BGP, which is not looked at.
 */
export function rangesAround(
  hub: VirtualHub,
  estate: Estate,
  connections: readonly HubVirtualNetworkConnection[],
): OwnedRange[] {
  const wan = wanOf(hub, estate)
  const hubs = wan === undefined ? [hub] : hubsOf(wan, estate).hubs
  return [
    ...hubs
      .filter(({ key }) => key !== hub.key)
      .flatMap((other) => ranges([other.addressPrefix], `hub ${other.name}`, other.id)),
    ...(wan === undefined ? [] : sitesOf(wan, estate)).flatMap((site) =>
      ranges(site.addressPrefixes, `site ${site.name}`, site.id),
    ),
    ...hubs.flatMap((one) => {
      const { pointToSite } = gatewaysOf(one, estate)
      return pointToSite === undefined
        ? []
        : ranges(pointToSite.addressPools, `the clients of ${pointToSite.name}`, pointToSite.id)
    }),
    ...connections.flatMap((connection) => networkRanges(connection, estate)),
  ]
}

/** The ranges of the network that a connection leads to; none where it was not read. */
export function networkRanges(connection: HubVirtualNetworkConnection, estate: Estate): OwnedRange[] {
  const network = estate.resources.get(keyOf(connection.remoteVirtualNetworkId ?? ''))
  return network?.kind === 'virtualNetwork'
    ? ranges(network.addressPrefixes, `network ${network.name}`, network.id)
    : []
}

/** "10.1.0.0/24 overlaps 10.1.0.0/16 of site lyon" for each that does. */
export function overlapsWith(own: readonly Prefix[], others: readonly OwnedRange[]): string[] {
  return own.flatMap((prefix) =>
    others
      .filter((other) => overlaps(prefix, other.prefix))
      .map((other) => `${formatPrefix(prefix)} overlaps ${formatPrefix(other.prefix)} of ${other.whose}`),
  )
}

export function hubPrefix({ addressPrefix }: VirtualHub): Prefix | undefined {
  return parsePrefix(addressPrefix ?? '')
}
