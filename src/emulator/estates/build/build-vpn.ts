import type { JsonObject } from '../../wire/json.ts'
import type { EstateResourceGroup } from '../estate.ts'
import { addressIn, built, child, embedded, ref, resource } from './build.ts'
import type { Built, Tags } from './build.ts'
import { subnetOf } from './build-network.ts'
import type { PublicIp, VirtualNetwork } from './build-network.ts'

export interface VpnGateway extends Built {
  /** Public address of each instance, in order. */
  addresses: string[]
}

interface PointToSite {
  pool: string
  rootCertificate: { name: string; data: string }
  radius: { address: string; secret: string }
}

/** Members that every gateway answers, whatever its type. */
export const gatewayDefaults = {
  packetCaptureDiagnosticState: 'None',
  enablePrivateIpAddress: false,
  isMigrateToCSES: false,
  virtualNetworkGatewayPolicyGroups: [],
  enableBgpRouteTranslationForNat: false,
  disableIPSecReplayProtection: false,
  allowRemoteVnetTraffic: false,
  allowVirtualWanTraffic: false,
} satisfies JsonObject

/** The service gives every SKU a capacity of two instances. */
export const gatewaySku = (name: string) => ({ name, tier: name, capacity: 2 })

export function vpnGateway(
  group: EstateResourceGroup,
  name: string,
  plan: {
    vnet: VirtualNetwork
    sku: string
    generation?: 'Generation1' | 'Generation2'
    /** Two make the gateway active-active. */
    ips: PublicIp[]
    /** Turns BGP on; without it the gateway still has the default number. */
    asn?: number
    pointToSite?: PointToSite
    tags?: Tags
    provisioningState?: 'Failed'
    /** Who is connected, see `network/vpn-clients.ts`. */
    inside?: JsonObject
  },
): VpnGateway {
  const { vnet, sku, ips, asn, tags, provisioningState, inside } = plan
  const subnet = subnetOf(vnet, 'GatewaySubnet')
  const gateway = resource(group, 'virtualNetworkGateways', name, {}, { tags, provisioningState, inside })
  const activeActive = ips.length > 1
  const configurations = ips.map((ip, i) =>
    embedded(gateway.id, 'ipConfigurations', ips.length > 1 ? `ipconfig${i + 1}` : 'default', {
      privateIPAllocationMethod: 'Dynamic',
      publicIPAddress: ref(ip),
      subnet: { id: subnet.id },
    }),
  )
  // A lone active instance takes the last usable address, two take the first ones after those that are reserved.
  const peerAddresses = ips.map((_, i) => addressIn(subnet.prefix, activeActive ? 4 + i : -2))
  gateway.properties = {
    ...gatewayDefaults,
    ipConfigurations: configurations,
    sku: gatewaySku(sku),
    gatewayType: 'Vpn',
    vpnType: 'RouteBased',
    enableBgp: asn !== undefined,
    activeActive,
    vpnClientConfiguration: plan.pointToSite && clientConfiguration(gateway.id, plan.pointToSite),
    bgpSettings:
      sku === 'Basic'
        ? undefined
        : {
            asn: asn ?? 65515,
            bgpPeeringAddress: peerAddresses.join(','),
            peerWeight: 0,
            bgpPeeringAddresses: configurations.map(({ id }, i) => ({
              ipconfigurationId: id,
              defaultBgpIpAddresses: peerAddresses.slice(i, i + 1),
              customBgpIpAddresses: [],
              tunnelIpAddresses: ips.slice(i, i + 1).map((ip) => ip.address),
            })),
          },
    vpnGatewayGeneration: plan.generation ?? 'Generation1',
  }
  return { ...built(name, gateway), addresses: ips.map((ip) => ip.address) }
}

function clientConfiguration(gatewayId: string, { pool, rootCertificate, radius }: PointToSite) {
  return {
    vpnClientAddressPool: { addressPrefixes: [pool] },
    vpnClientProtocols: ['OpenVPN', 'IkeV2'],
    vpnAuthenticationTypes: ['Certificate', 'Radius'],
    vpnClientRootCertificates: [
      embedded(gatewayId, 'vpnClientRootCertificates', rootCertificate.name, {
        publicCertData: rootCertificate.data,
      }),
    ],
    vpnClientRevokedCertificates: [],
    vngClientConnectionConfigurations: [],
    radiusServerAddress: radius.address,
    radiusServerSecret: radius.secret,
    radiusServers: [],
    vpnClientIpsecPolicies: [],
  }
}

export function natRule(
  gateway: Built,
  name: string,
  rule: { mode: 'IngressSnat' | 'EgressSnat'; internal: string; external: string },
): Built {
  return built(
    name,
    child(gateway.id, 'natRules', name, {
      type: 'Static',
      mode: rule.mode,
      internalMappings: [{ addressSpace: rule.internal }],
      externalMappings: [{ addressSpace: rule.external }],
    }),
  )
}

export function localGateway(
  group: EstateResourceGroup,
  name: string,
  plan: {
    ip: string
    prefixes: string[]
    bgp?: { asn: number; peer: string }
    tags?: Tags
    /** What its device announces by BGP, where that is not its prefixes. */
    announces?: (string | { network: string; path: number[] })[]
  },
): Built {
  const isAddress = /^[\d.]+$/.test(plan.ip)
  return built(
    name,
    resource(
      group,
      'localNetworkGateways',
      name,
      {
        localNetworkAddressSpace: { addressPrefixes: plan.prefixes },
        gatewayIpAddress: isAddress ? plan.ip : undefined,
        fqdn: isAddress ? undefined : plan.ip,
        bgpSettings: plan.bgp && { asn: plan.bgp.asn, bgpPeeringAddress: plan.bgp.peer, peerWeight: 0 },
      },
      { tags: plan.tags, ...(plan.announces && { inside: { announces: plan.announces } }) },
    ),
  )
}
