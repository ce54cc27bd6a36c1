import type { JsonObject } from '../../wire/json.ts'
import type { EstateResource, EstateResourceGroup } from '../estate.ts'
import { addressIn, built, child, ref, resource } from './build.ts'
import type { Built, Tags } from './build.ts'
import { subnetOf } from './build-network.ts'
import type { PublicIp, VirtualNetwork } from './build-network.ts'

export interface Hub extends Built {
  prefix: string
  defaultTable: string
  /** Where what is connected propagates to: under a policy for private traffic to the table that nothing is associated with. */
  propagates: { label: 'default' | 'none'; table: string }
}

export function virtualWan(
  group: EstateResourceGroup,
  name: string,
  type: 'Basic' | 'Standard',
  tags?: Tags,
): Built {
  const properties = {
    disableVpnEncryption: false,
    allowBranchToBranchTraffic: true,
    office365LocalBreakoutCategory: 'None',
    type,
  }
  return built(name, resource(group, 'virtualWans', name, properties, { tags }))
}

const hubDefaults = {
  virtualHubRouteTableV2s: [],
  routeTable: { routes: [] },
  virtualRouterAsn: 65515,
  virtualRouterAutoScaleConfiguration: { minCapacity: 2 },
  allowBranchToBranchTraffic: false,
} satisfies JsonObject

/** What a finished router adds to its hub. */
export function finishedRouter(prefix: string) {
  return { routingState: 'Provisioned', virtualRouterIps: [addressIn(prefix, 68), addressIn(prefix, 69)] }
}

/** A hub with the two route tables that every hub has. */
export function virtualHub(
  group: EstateResourceGroup,
  name: string,
  plan: {
    wan: Built
    location: string
    prefix: string
    sku?: 'Basic' | 'Standard'
    router?: 'Provisioned' | 'Provisioning'
    preference?: 'ExpressRoute' | 'VpnGateway' | 'ASPath'
    /** Routes in the default table, as a routing intent writes them. */
    defaultRoutes?: JsonObject[]
    tags?: Tags
  },
): Hub {
  const router =
    plan.router === 'Provisioning'
      ? { routingState: 'Provisioning', virtualRouterIps: [] }
      : finishedRouter(plan.prefix)
  const properties = {
    ...hubDefaults,
    ...router,
    addressPrefix: plan.prefix,
    virtualWan: ref(plan.wan),
    sku: plan.sku ?? 'Standard',
    hubRoutingPreference: plan.preference ?? 'ExpressRoute',
  }
  const envelope = { location: plan.location, tags: plan.tags }
  const hub = resource(group, 'virtualHubs', name, properties, envelope)
  const defaultTable = routeTable(hub.id, 'defaultRouteTable', ['default'], plan.defaultRoutes)
  const noneTable = routeTable(hub.id, 'noneRouteTable', ['none'])
  const isPrivate = plan.defaultRoutes?.some((route) => route.name === '_policy_PrivateTraffic') ?? false
  return {
    ...built(name, hub, defaultTable, noneTable),
    prefix: plan.prefix,
    defaultTable: defaultTable.id,
    propagates: isPrivate
      ? { label: 'none', table: noneTable.id }
      : { label: 'default', table: defaultTable.id },
  }
}

function routeTable(
  hubId: string,
  name: string,
  labels: string[],
  routes: JsonObject[] = [],
): EstateResource {
  return child(hubId, 'hubRouteTables', name, { routes, labels })
}

export function hubRouteTable(hub: Hub, name: string, labels: string[], routes: JsonObject[] = []): Built {
  return built(name, routeTable(hub.id, name, labels, routes))
}

export const hubRoute = (name: string, destinations: string[], nextHop: string): JsonObject => {
  return { name, destinationType: 'CIDR', destinations, nextHopType: 'ResourceId', nextHop }
}

/** Everything in the default table, unless a connection names another one. */
export function routing({ defaultTable, propagates }: Hub, table?: string, labels?: string[]) {
  return {
    associatedRouteTable: { id: table ?? defaultTable },
    propagatedRouteTables: {
      labels: labels ?? [propagates.label],
      ids: [{ id: table ?? propagates.table }],
    },
  }
}

export function hubVnetConnection(
  hub: Hub,
  name: string,
  vnet: VirtualNetwork,
  own?: { table: Built; labels: string[] },
): Built {
  return built(
    name,
    child(hub.id, 'hubVirtualNetworkConnections', name, {
      routingConfiguration: {
        ...routing(hub, own?.table.id, own?.labels),
        vnetRoutes: {
          staticRoutes: [],
          staticRoutesConfig: { propagateStaticRoutes: true, vnetLocalRouteOverrideCriteria: 'Contains' },
        },
      },
      remoteVirtualNetwork: ref(vnet),
      allowHubToRemoteVnetTransit: true,
      allowRemoteVnetToUseHubVnetGateways: true,
      enableInternetSecurity: true,
      connectivityStatus: 'Connected',
    }),
  )
}

export function hubFirewall(
  group: EstateResourceGroup,
  name: string,
  plan: { hub: Hub; publicAddress: string; tags?: Tags },
): Built {
  const { hub, tags } = plan
  const properties = {
    sku: { name: 'AZFW_Hub', tier: 'Standard' },
    additionalProperties: {},
    virtualHub: ref(hub),
    hubIPAddresses: {
      privateIPAddress: addressIn(hub.prefix, 132),
      publicIPs: { addresses: [{ address: plan.publicAddress }], count: 1 },
    },
  }
  const envelope = { location: hub.rows[0]?.location, tags, zones: ['1', '2', '3'] }
  return built(name, resource(group, 'azureFirewalls', name, properties, envelope))
}

export function routingIntent(hub: Hub, firewall: Built): Built {
  const policy = (name: string, destination: string) => {
    return { name, destinations: [destination], nextHop: firewall.id }
  }
  const routingPolicies = [
    policy('InternetTraffic', 'Internet'),
    policy('PrivateTrafficPolicy', 'PrivateTraffic'),
  ]
  const name = 'hubRoutingIntent'
  return built(name, child(hub.id, 'routingIntent', name, { routingPolicies }))
}

/** An appliance in a network that tells the router of a hub what is behind it. */
export function hubPeer(
  hub: Hub,
  name: string,
  plan: { through: Built; ip: string; asn: number; announces: JsonObject[] },
): Built {
  const properties = {
    peerAsn: plan.asn,
    peerIp: plan.ip,
    hubVirtualNetworkConnection: ref(plan.through),
    connectionState: 'Connected',
  }
  const peer = child(hub.id, 'bgpConnections', name, properties)
  return built(name, { ...peer, inside: { announces: plan.announces } })
}

export function routeMap(hub: Hub, name: string, rules: JsonObject[]): Built {
  const properties = { rules, associatedInboundConnections: [], associatedOutboundConnections: [] }
  return built(name, child(hub.id, 'routeMaps', name, properties))
}

/** A network virtual appliance in a hub. */
export function hubAppliance(
  group: EstateResourceGroup,
  name: string,
  plan: { hub: Hub; vendor: string; units: string; asn: number; tags?: Tags },
): Built {
  const { hub, tags } = plan
  const properties = {
    nvaSku: { vendor: plan.vendor, bundledScaleUnit: plan.units, marketPlaceVersion: 'latest' },
    virtualApplianceAsn: plan.asn,
    virtualHub: ref(hub),
    addressPrefix: `${addressIn(hub.prefix, 192)}/26`,
    virtualApplianceNics: [0, 1].map((instance) => ({
      instanceName: `nva_${instance}`,
      nicType: 'PrivateNic',
      name: 'privatenicipconfig',
      privateIpAddress: addressIn(hub.prefix, 196 + instance),
    })),
    virtualApplianceSites: [],
    inboundSecurityRules: [],
    deploymentType: 'PartnerManagedResource',
  }
  const envelope = { location: hub.rows[0]?.location, tags }
  return built(name, resource(group, 'networkVirtualAppliances', name, properties, envelope))
}

/** A Route Server is a hub without a WAN and without a prefix; only `kind` and its children say so. */
export function routeServer(
  group: EstateResourceGroup,
  name: string,
  plan: {
    vnet: VirtualNetwork
    ip: PublicIp
    peers: { name: string; ip: string; asn: number; state: 'Connected' | 'NotConnected' }[]
    tags?: Tags
  },
): Built {
  const subnet = subnetOf(plan.vnet, 'RouteServerSubnet')
  const properties = {
    ...hubDefaults,
    sku: 'Standard',
    routingState: 'Provisioned',
    virtualRouterIps: [addressIn(subnet.prefix, 4), addressIn(subnet.prefix, 5)],
    hubRoutingPreference: 'ExpressRoute',
  }
  const server = resource(group, 'virtualHubs', name, properties, { tags: plan.tags, kind: 'RouteServer' })
  return built(
    name,
    server,
    child(server.id, 'ipConfigurations', 'default', {
      privateIPAllocationMethod: 'Dynamic',
      subnet: { id: subnet.id },
      publicIPAddress: ref(plan.ip),
    }),
    ...plan.peers.map((peer) =>
      child(server.id, 'bgpConnections', peer.name, {
        peerAsn: peer.asn,
        peerIp: peer.ip,
        connectionState: peer.state,
      }),
    ),
  )
}
