import { parseAddress, parsePrefix, type Prefix } from '../lib/cidr.ts'
import type { Resource } from './resources/resource.ts'

/** The prefixes and single addresses a resource is found by; what is no address is left out. */
export function prefixesOf(resource: Resource): Prefix[] {
  return addressTexts(resource).flatMap((text) => parsePrefix(text) ?? hostPrefix(text) ?? [])
}

/** An address as the prefix that holds it alone; `undefined` when the text is none. */
export function hostPrefix(text: string): Prefix | undefined {
  const address = parseAddress(text)
  return address && parsePrefix(`${text}/${address.family === 4 ? 32 : 128}`)
}

/** AS numbers a resource speaks with or expects, Azure's own and the peer's. */
export function asnsOf(resource: Resource): number[] {
  switch (resource.kind) {
    case 'virtualNetworkGateway':
    case 'localNetworkGateway':
    case 'vpnGateway':
      return present([resource.bgp?.asn])
    case 'virtualHub':
      return present([resource.virtualRouterAsn])
    case 'vpnSite':
      return present(resource.links.map(({ asn }) => asn))
    case 'expressRouteCircuit':
      return present(resource.peerings.map(({ peerASN }) => peerASN))
    case 'circuitPeering':
      return present([resource.azureASN, resource.peerASN])
    default:
      return []
  }
}

/** Every address of a resource as ARM spells it. */
export function addressTexts(resource: Resource): string[] {
  switch (resource.kind) {
    case 'virtualNetwork':
    case 'subnet':
      return resource.addressPrefixes
    case 'virtualNetworkPeering':
      return resource.remoteAddressPrefixes
    case 'publicIPAddress':
      return present([resource.ipAddress])
    case 'localNetworkGateway':
      return [
        ...present([resource.gatewayIpAddress, resource.bgp?.peeringAddress]),
        ...resource.addressPrefixes,
      ]
    case 'virtualNetworkGateway':
      return [...resource.clientAddressPool, ...(resource.bgp?.addresses ?? []).flatMap(bgpTexts)]
    case 'vpnGateway':
      return resource.instances.flatMap((one) => present([one.publicIPAddress, one.privateIPAddress]))
    case 'vpnSite':
      return [
        ...resource.addressPrefixes,
        ...present([resource.ipAddress]),
        ...resource.links.flatMap((link) => present([link.ipAddress, link.bgpPeeringAddress])),
      ]
    case 'virtualHub':
      return [...present([resource.addressPrefix]), ...resource.virtualRouterIps]
    case 'p2sVpnGateway':
      return resource.addressPools
    case 'expressRouteCircuit':
      return resource.peerings.flatMap((one) => present([one.primaryPrefix, one.secondaryPrefix]))
    case 'circuitPeering':
      return present([resource.primaryPrefix, resource.secondaryPrefix])
    case 'azureFirewall':
      return [...present([resource.privateIPAddress]), ...resource.publicIPAddresses]
    case 'natRule':
      return [...resource.internalPrefixes, ...resource.externalPrefixes]
    case 'hubBgpConnection':
      return present([resource.peerIp])
    case 'hubRouteTable':
      return resource.routes.flatMap(({ destinations }) => destinations)
    case 'connection':
      return resource.trafficSelectors.flatMap(({ local, remote }) => [...local, ...remote])
    case 'circuitAuthorization':
    case 'expressRoutePort':
    case 'expressRouteGateway':
    case 'expressRouteConnection':
    case 'virtualWan':
    case 'hubVirtualNetworkConnection':
    case 'routingIntent':
    case 'vpnConnection':
    case 'vpnServerConfiguration':
    case 'other':
      return []
    default:
      return resource satisfies never
  }
}

function bgpTexts(entry: {
  defaultAddresses: string[]
  customAddresses: string[]
  tunnelAddresses: string[]
}): string[] {
  return [...entry.defaultAddresses, ...entry.customAddresses, ...entry.tunnelAddresses]
}

function present<T>(values: readonly (T | undefined)[]): T[] {
  return values.filter((value) => value !== undefined)
}
