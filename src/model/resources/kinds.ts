import type { Kind, Resource } from './resource.ts'

export const SERVICES = ['vpn', 'expressroute', 'virtualwan'] as const
export type Service = (typeof SERVICES)[number]

/** One row for each kind of resource. To add a kind is to add a row here, its model and mapper, and an emulator file. */
export interface KindRow {
  kind: Kind
  /** In ARM's own casing, without the provider: `virtualHubs/hubRouteTables`. */
  armType: string
  name: string
  plural: string
  /** What it is, for a person who meets it first. */
  summary: string
  /** `counted`: a row of its service. `related`: can be searched and opened, is not counted. */
  place: Service | 'byType' | 'related'
  /** The kind it lives inside. */
  parent?: Kind
}

type Row = Omit<KindRow, 'kind'>

const ROWS: Record<Exclude<Kind, 'other'>, Row> = {
  virtualNetworkGateway: {
    armType: 'virtualNetworkGateways',
    name: 'Virtual network gateway',
    plural: 'Virtual network gateways',
    summary: 'Ends VPN tunnels or ExpressRoute circuits in a virtual network.',
    place: 'byType',
  },
  connection: {
    armType: 'connections',
    name: 'Connection',
    plural: 'Connections',
    summary: 'Joins a virtual network gateway to a site, a circuit or another gateway.',
    place: 'byType',
  },
  localNetworkGateway: {
    armType: 'localNetworkGateways',
    name: 'Local network gateway',
    plural: 'Local network gateways',
    summary: 'Stands for an on-premises VPN device and the networks behind it.',
    place: 'vpn',
  },
  natRule: {
    armType: 'virtualNetworkGateways/natRules',
    name: 'NAT rule',
    plural: 'NAT rules',
    summary: 'Translates addresses on a VPN gateway.',
    place: 'related',
    parent: 'virtualNetworkGateway',
  },
  expressRouteCircuit: {
    armType: 'expressRouteCircuits',
    name: 'ExpressRoute circuit',
    plural: 'ExpressRoute circuits',
    summary: 'A private line to Microsoft, from a provider or an ExpressRoute Direct port.',
    place: 'expressroute',
  },
  circuitPeering: {
    armType: 'expressRouteCircuits/peerings',
    name: 'Circuit peering',
    plural: 'Circuit peerings',
    summary: 'A routing domain of a circuit: private or Microsoft.',
    place: 'related',
    parent: 'expressRouteCircuit',
  },
  circuitAuthorization: {
    armType: 'expressRouteCircuits/authorizations',
    name: 'Circuit authorization',
    plural: 'Circuit authorizations',
    summary: 'Lets a gateway of another subscription use the circuit.',
    place: 'related',
    parent: 'expressRouteCircuit',
  },
  expressRoutePort: {
    armType: 'expressRoutePorts',
    name: 'ExpressRoute Direct port',
    plural: 'ExpressRoute Direct ports',
    summary: 'A pair of physical ports at a Microsoft edge.',
    place: 'expressroute',
  },
  expressRouteGateway: {
    armType: 'expressRouteGateways',
    name: 'ExpressRoute gateway (hub)',
    plural: 'ExpressRoute gateways (hub)',
    summary: 'Ends ExpressRoute circuits in a virtual hub.',
    place: 'virtualwan',
  },
  expressRouteConnection: {
    armType: 'expressRouteGateways/expressRouteConnections',
    name: 'ExpressRoute connection (hub)',
    plural: 'ExpressRoute connections (hub)',
    summary: 'Joins a circuit to the ExpressRoute gateway of a virtual hub.',
    place: 'virtualwan',
    parent: 'expressRouteGateway',
  },
  virtualWan: {
    armType: 'virtualWans',
    name: 'Virtual WAN',
    plural: 'Virtual WANs',
    summary: 'Holds virtual hubs and sites together.',
    place: 'virtualwan',
  },
  virtualHub: {
    armType: 'virtualHubs',
    name: 'Virtual hub',
    plural: 'Virtual hubs',
    summary: 'A router that Azure runs in one region of a virtual WAN.',
    place: 'byType',
  },
  hubVirtualNetworkConnection: {
    armType: 'virtualHubs/hubVirtualNetworkConnections',
    name: 'Virtual network connection',
    plural: 'Virtual network connections',
    summary: 'Joins a virtual network to a virtual hub.',
    place: 'related',
    parent: 'virtualHub',
  },
  hubRouteTable: {
    armType: 'virtualHubs/hubRouteTables',
    name: 'Hub route table',
    plural: 'Hub route tables',
    summary: 'Decides where a hub sends traffic of the connections associated with it.',
    place: 'related',
    parent: 'virtualHub',
  },
  routingIntent: {
    armType: 'virtualHubs/routingIntent',
    name: 'Routing intent',
    plural: 'Routing intents',
    summary: 'Sends private or internet traffic of a hub through its firewall.',
    place: 'related',
    parent: 'virtualHub',
  },
  hubBgpConnection: {
    armType: 'virtualHubs/bgpConnections',
    name: 'BGP peer (hub)',
    plural: 'BGP peers (hub)',
    summary: 'A router in a network that exchanges routes with a virtual hub.',
    place: 'related',
    parent: 'virtualHub',
  },
  vpnGateway: {
    armType: 'vpnGateways',
    name: 'VPN gateway (hub)',
    plural: 'VPN gateways (hub)',
    summary: 'Ends site-to-site VPN tunnels in a virtual hub.',
    place: 'virtualwan',
  },
  vpnConnection: {
    armType: 'vpnGateways/vpnConnections',
    name: 'Site connection',
    plural: 'Site connections',
    summary: 'Joins a VPN site to the VPN gateway of a virtual hub.',
    place: 'virtualwan',
    parent: 'vpnGateway',
  },
  vpnSite: {
    armType: 'vpnSites',
    name: 'VPN site',
    plural: 'VPN sites',
    summary: 'Stands for a branch, its device and its links.',
    place: 'virtualwan',
  },
  vpnServerConfiguration: {
    armType: 'vpnServerConfigurations',
    name: 'VPN server configuration',
    plural: 'VPN server configurations',
    summary: 'Says how people sign in to point-to-site gateways of a virtual WAN.',
    place: 'virtualwan',
  },
  p2sVpnGateway: {
    armType: 'p2sVpnGateways',
    name: 'Point-to-site gateway (hub)',
    plural: 'Point-to-site gateways (hub)',
    summary: 'Ends the VPN connections of people in a virtual hub.',
    place: 'virtualwan',
  },
  virtualNetwork: {
    armType: 'virtualNetworks',
    name: 'Virtual network',
    plural: 'Virtual networks',
    summary: 'An address space in Azure, cut into subnets.',
    place: 'related',
  },
  subnet: {
    armType: 'virtualNetworks/subnets',
    name: 'Subnet',
    plural: 'Subnets',
    summary: 'A part of a virtual network; gateways live in GatewaySubnet.',
    place: 'related',
    parent: 'virtualNetwork',
  },
  virtualNetworkPeering: {
    armType: 'virtualNetworks/virtualNetworkPeerings',
    name: 'Virtual network peering',
    plural: 'Virtual network peerings',
    summary: 'Joins two virtual networks; one side of a pair.',
    place: 'related',
    parent: 'virtualNetwork',
  },
  publicIPAddress: {
    armType: 'publicIPAddresses',
    name: 'Public IP address',
    plural: 'Public IP addresses',
    summary: 'The address a gateway is reached at from the internet.',
    place: 'related',
  },
  azureFirewall: {
    armType: 'azureFirewalls',
    name: 'Azure Firewall',
    plural: 'Azure Firewalls',
    summary: 'Filters traffic in a virtual network or a virtual hub.',
    place: 'related',
  },
}

const OTHER: KindRow = {
  kind: 'other',
  armType: '',
  name: 'Other resource',
  plural: 'Other resources',
  summary: 'A type this hub has no page for; everything ARM says about it is shown.',
  place: 'related',
}

export const KINDS: readonly KindRow[] = [
  // Object.keys forgets the key type; ROWS is a literal, so the names are exactly its kinds.
  ...(Object.keys(ROWS) as (keyof typeof ROWS)[]).map((kind) => ({ kind, ...ROWS[kind] })),
  OTHER,
]

const BY_KIND = new Map(KINDS.map((row) => [row.kind, row]))
const BY_TYPE = new Map(KINDS.map((row) => [row.armType.toLowerCase(), row]))

export function kindRow(kind: Kind): KindRow {
  return BY_KIND.get(kind) ?? OTHER
}

/** @param type `Microsoft.Network/connections`, any casing. Anything unknown is `other`. */
export function kindOfType(type: string): Kind {
  const [provider, ...rest] = type.toLowerCase().split('/')
  if (provider !== 'microsoft.network') return 'other'
  return BY_TYPE.get(rest.join('/'))?.kind ?? 'other'
}

const SERVICE_NAMES: Record<Service, string> = {
  vpn: 'VPN Gateway',
  expressroute: 'ExpressRoute',
  virtualwan: 'Virtual WAN',
}

export function serviceName(service: Service): string {
  return SERVICE_NAMES[service]
}

/**
 * The service a resource is counted under; `undefined` for related things, which are searchable but not counted.
 * A gateway and a connection belong by their type, a Route Server's hub belongs to no virtual WAN.
 */
export function serviceOf(resource: Resource): Service | undefined {
  switch (resource.kind) {
    case 'virtualNetworkGateway':
      return resource.gatewayType?.toLowerCase() === 'expressroute' ? 'expressroute' : 'vpn'
    case 'connection':
      return resource.connectionType?.toLowerCase() === 'expressroute' ? 'expressroute' : 'vpn'
    case 'virtualHub':
      return resource.hubKind?.toLowerCase() === 'routeserver' ? undefined : 'virtualwan'
    default: {
      const { place } = kindRow(resource.kind)
      return place === 'related' || place === 'byType' ? undefined : place
    }
  }
}
