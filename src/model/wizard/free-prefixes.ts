import { formatPrefix, freeBlocks, parsePrefix, type Prefix } from '../../lib/cidr.ts'
import type { Estate } from '../estate.ts'
import type { VirtualNetwork } from '../resources/network.ts'
import { rangesIn } from './ranges.ts'
import { typedList } from './typed-list.ts'

/** Azure recommends /27 for GatewaySubnet, takes /29 at least (VPN Gateway 2.1). */
export const SUBNET_LENGTH = 27
export const SMALLEST_SUBNET = 29
const MOST = 8

/**
 * Free blocks of a virtual network for a subnet, those at the end of its address space first.
 * @param length of the mask
 */
export function freePrefixes(
  network: Pick<VirtualNetwork, 'addressPrefixes' | 'subnets'>,
  length: number,
): string[] {
  return freeBlocks(
    ipv4(network.addressPrefixes),
    ipv4(network.subnets.flatMap(({ addressPrefixes }) => addressPrefixes)),
    length,
    MOST,
  ).map(formatPrefix)
}

/** What to propose for a GatewaySubnet: a /27 where there is one, or else what is left; `undefined` where all is taken. */
export function proposedSubnet(
  network: Pick<VirtualNetwork, 'addressPrefixes' | 'subnets'>,
  from = SUBNET_LENGTH,
): string | undefined {
  for (let length = from; length <= SMALLEST_SUBNET; length++) {
    const [free] = freePrefixes(network, length)
    if (free !== undefined) return free
  }
  return undefined
}

/** The last block of a typed address space for the GatewaySubnet of a new virtual network; empty where there is none. */
export function lastSubnet(addressSpace: string, length = SUBNET_LENGTH): string {
  const [last] = freeBlocks(ipv4(typedList(addressSpace)), [], length)
  return last ? formatPrefix(last) : ''
}

/** Sizes of a new virtual network, and where they are looked for: RFC 1918, larger first. */
const SPACES: readonly (readonly [within: string, length: number])[] = [
  ['10.0.0.0/8', 16],
  ['172.16.0.0/12', 16],
  ['10.0.0.0/8', 20],
  ['192.168.0.0/16', 20],
  ['10.0.0.0/8', 24],
  ['192.168.0.0/16', 24],
]

/** An address space that nothing in reach has, for a new virtual network; empty where there is none. */
export function freeSpace(estate: Estate, others: readonly Prefix[] = []): string {
  const taken = [...rangesIn(estate).map(({ prefix }) => prefix), ...others]
  for (const [within, length] of SPACES) {
    // The lowest: people count from below.
    const free = freeBlocks(ipv4([within]), taken, length, Infinity).at(-1)
    if (free) return formatPrefix(free)
  }
  return ''
}

function ipv4(texts: readonly string[]): Prefix[] {
  return texts.flatMap((text) => parsePrefix(text) ?? []).filter(({ family }) => family === 4)
}
