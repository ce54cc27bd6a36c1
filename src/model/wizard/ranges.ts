import { parsePrefix, type Prefix } from '../../lib/cidr.ts'
import type { Estate } from '../estate.ts'
import type { Resource } from '../resources/resource.ts'

/** An IPv4 range of the estate, and whose it is. */
export interface Range extends Span {
  prefix: Prefix
  /** Of the resource. */
  key: string
  /** `the local network gateway lng-gdansk` */
  owner: string
}

/** Addresses as numbers, which compare many times faster than those of a prefix. */
interface Span {
  first: number
  last: number
}

/** @param prefix of IPv4 */
export function spanOf({ first, length }: Prefix): Span {
  return { first: Number(first), last: Number(first) + 2 ** (32 - length) - 1 }
}

export function meet(one: Span, other: Span): boolean {
  return one.first <= other.last && other.first <= one.last
}

const known = new WeakMap<Estate, readonly Range[]>()

/** Of everything that was read; made once for an estate, since it is asked for with every key that is pressed. */
export function rangesIn(estate: Estate): readonly Range[] {
  const before = known.get(estate)
  if (before) return before
  const ranges = estate.rows.flatMap(({ key }) => {
    const resource = estate.resources.get(key)
    return resource ? rangesOf(resource) : []
  })
  known.set(estate, ranges)
  return ranges
}

/** Ranges that a resource has for itself: those of routes, rules and single addresses are other resources'. */
function rangesOf(resource: Resource): Range[] {
  const named = (owner: string, texts: readonly string[]) =>
    texts.flatMap((text) => {
      const prefix = parsePrefix(text)
      if (prefix?.family !== 4 || prefix.length === 0) return []
      return [{ prefix, ...spanOf(prefix), key: resource.key, owner: `${owner} ${resource.name}` }]
    })
  switch (resource.kind) {
    case 'virtualNetwork':
      return named('the virtual network', resource.addressPrefixes)
    case 'localNetworkGateway':
      return named('the local network gateway', resource.addressPrefixes)
    case 'vpnSite':
      return named('the VPN site', resource.addressPrefixes)
    case 'virtualHub':
      return named('the virtual hub', resource.addressPrefix === undefined ? [] : [resource.addressPrefix])
    case 'virtualNetworkGateway':
      return named('the clients of', resource.clientAddressPool)
    case 'p2sVpnGateway':
      return named('the clients of', resource.addressPools)
    default:
      return []
  }
}
