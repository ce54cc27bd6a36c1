import type { EstateResourceGroup } from '../estate.ts'
import { built, child, embedded, ref, resource } from './build.ts'
import type { Built, Tags } from './build.ts'
import { subnetOf } from './build-network.ts'
import type { PublicIp, VirtualNetwork } from './build-network.ts'
import { gatewayDefaults, gatewaySku } from './build-vpn.ts'

export function expressRouteGateway(
  group: EstateResourceGroup,
  name: string,
  plan: {
    vnet: VirtualNetwork
    sku: string
    /** None where the platform keeps the address to itself, as newer gateways do. */
    ip?: PublicIp
    tags?: Tags
  },
): Built {
  const gateway = resource(group, 'virtualNetworkGateways', name, {}, { tags: plan.tags })
  gateway.properties = {
    ...gatewayDefaults,
    ipConfigurations: [
      embedded(gateway.id, 'ipConfigurations', 'default', {
        privateIPAllocationMethod: 'Dynamic',
        publicIPAddress: plan.ip && ref(plan.ip),
        subnet: { id: subnetOf(plan.vnet, 'GatewaySubnet').id },
      }),
    ],
    sku: gatewaySku(plan.sku),
    gatewayType: 'ExpressRoute',
    vpnType: 'RouteBased',
    enableBgp: false,
    activeActive: false,
    vpnGatewayGeneration: 'None',
  }
  return built(name, gateway)
}

export function circuit(
  group: EstateResourceGroup,
  name: string,
  plan: {
    tier: 'Local' | 'Standard' | 'Premium'
    family: 'MeteredData' | 'UnlimitedData'
    over: { provider: string; location: string; mbps: number } | { port: Built; gbps: number }
    providerState: 'NotProvisioned' | 'Provisioned'
    serviceKey: string
    stag?: number
    tags?: Tags
  },
): Built {
  const { over } = plan
  const carrier =
    'port' in over
      ? { expressRoutePort: ref(over.port), bandwidthInGbps: over.gbps }
      : {
          serviceProviderProperties: {
            serviceProviderName: over.provider,
            peeringLocation: over.location,
            bandwidthInMbps: over.mbps,
          },
        }
  const properties = {
    ...carrier,
    circuitProvisioningState: 'Enabled',
    serviceProviderProvisioningState: plan.providerState,
    allowClassicOperations: false,
    allowGlobalReach: false,
    globalReachEnabled: false,
    gatewayManagerEtag: plan.providerState === 'Provisioned' ? '12' : '',
    serviceKey: plan.serviceKey,
    stag: plan.stag,
  }
  const sku = { name: `${plan.tier}_${plan.family}`, tier: plan.tier, family: plan.family }
  return built(name, resource(group, 'expressRouteCircuits', name, properties, { tags: plan.tags, sku }))
}

/** Lets somebody of another subscription make a circuit on a port. */
export function portAuthorization(of: Built, name: string, key: string): Built {
  return built(
    name,
    child(of.id, 'authorizations', name, {
      authorizationKey: key,
      authorizationUseStatus: 'Available',
      circuitResourceUri: '',
    }),
  )
}

/** In use for as long as a connection of another subscription has its key, which is derived. */
export function authorization(of: Built, name: string, key: string): Built {
  return built(
    name,
    child(of.id, 'authorizations', name, {
      authorizationKey: key,
      authorizationUseStatus: 'Available',
    }),
  )
}

/**
 * A virtual network connection refers to the circuit, not to its peering. The recording of 2016 has no status on it;
 * the published schema gives the member to every connection, so here it is `Connected`.
 */
export function circuitConnection(
  group: EstateResourceGroup,
  name: string,
  plan: { gateway: Built; circuit: Built; weight?: number; authorizationKey?: string; tags?: Tags },
): Built {
  const properties = {
    virtualNetworkGateway1: ref(plan.gateway),
    connectionType: 'ExpressRoute',
    connectionStatus: 'Connected',
    authorizationKey: plan.authorizationKey,
    routingWeight: plan.weight ?? 0,
    enableBgp: false,
    useLocalAzureIpAddress: false,
    usePolicyBasedTrafficSelectors: false,
    ipsecPolicies: [],
    trafficSelectorPolicies: [],
    peer: ref(plan.circuit),
    ingressBytesTransferred: 0,
    egressBytesTransferred: 0,
    expressRouteGatewayBypass: false,
    enablePrivateLinkFastPath: false,
    dpdTimeoutSeconds: 0,
    connectionMode: 'Default',
  }
  return built(name, resource(group, 'connections', name, properties, { tags: plan.tags }))
}

interface PortLink {
  router: string
  interface: string
  patchPanel: string
  rack: string
  adminState: 'Enabled' | 'Disabled'
}

export function directPort(
  group: EstateResourceGroup,
  name: string,
  plan: {
    location: string
    gbps: number
    provisionedGbps: number
    allocated: string
    links: [PortLink, PortLink]
    tags?: Tags
  },
): Built {
  const port = resource(group, 'expressRoutePorts', name, {}, { tags: plan.tags })
  port.properties = {
    links: plan.links.map((link, i) =>
      embedded(port.id, 'links', `link${i + 1}`, {
        routerName: link.router,
        interfaceName: link.interface,
        patchPanelId: link.patchPanel,
        rackId: link.rack,
        connectorType: 'LC',
        adminState: link.adminState,
        macSecConfig: { cipher: 'GcmAes128' },
      }),
    ),
    peeringLocation: plan.location,
    bandwidthInGbps: plan.gbps,
    provisionedBandwidthInGbps: plan.provisionedGbps,
    mtu: '1500',
    encapsulation: 'QinQ',
    etherType: '0x8100',
    allocationDate: plan.allocated,
    billingType: 'MeteredData',
  }
  return built(name, port)
}
