import { parsePrefix, type Prefix } from '../../lib/cidr.ts'
import type { Resource } from '../resources/resource.ts'

/** A range of the estate, and whose it is. */
interface Range {
  prefix: Prefix
  /** `the local network gateway lng-gdansk` */
  owner: string
}

/** Ranges that a resource has for itself: those of routes, rules and single addresses are other resources'. */
export function rangesOf(resource: Resource): Range[] {
  const named = (owner: string, texts: readonly string[]) =>
    texts.flatMap((text) => {
      const prefix = parsePrefix(text)
      return prefix && prefix.length > 0 ? [{ prefix, owner: `${owner} ${resource.name}` }] : []
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
