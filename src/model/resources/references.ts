import { parentId } from '../paths.ts'
import type { Resource } from './resource.ts'

/** A resource's reference to another by id, with what each is to the other. */
export interface Reference {
  id: string
  /** What the other is to this one: "Gateway". */
  role: string
  /** What this one is to the other: "Connections". */
  inverse: string
}

/** Everything a resource refers to, in the order a person would ask. References are followed whether or not they were read. */
export function referencesOf(resource: Resource): Reference[] {
  const found: Reference[] = []
  const add = (role: string, inverse: string, ...ids: (string | undefined)[]) => {
    for (const id of ids) if (id) found.push({ id, role, inverse })
  }
  switch (resource.kind) {
    case 'virtualNetworkGateway':
      add(
        'Virtual network',
        'Gateways',
        ...unique(resource.ipConfigurations.map(({ subnetId }) => owner(subnetId))),
      )
      add(
        'Public IP addresses',
        'Used by',
        ...resource.ipConfigurations.map((entry) => entry.publicIPAddressId),
      )
      add('Default site', 'Default site of', resource.defaultSiteId)
      break
    case 'connection':
      add('Gateway', 'Connections', resource.gateway1Id)
      add('Remote gateway', 'Connections', resource.gateway2Id)
      add('Local network gateway', 'Connections', resource.localNetworkGatewayId)
      add('Circuit', 'Connections', resource.circuitId)
      add('NAT rules', 'Connections', ...resource.natRuleIds)
      break
    case 'expressRouteCircuit':
      add('ExpressRoute Direct port', 'Circuits', resource.expressRoutePortId)
      break
    case 'circuitPeering':
    case 'subnet':
      add(
        resource.kind === 'subnet' ? 'Virtual network' : 'Circuit',
        childrenName(resource),
        parentId(resource.id),
      )
      break
    case 'circuitAuthorization':
      add('Circuit', 'Authorizations', parentId(resource.id))
      add('Used by', 'Authorization', resource.connectionId)
      break
    case 'natRule':
      add('Gateway', 'NAT rules', parentId(resource.id))
      break
    case 'expressRouteGateway':
    case 'vpnGateway':
      add('Virtual hub', 'Gateways', resource.virtualHubId)
      break
    case 'p2sVpnGateway':
      add('Virtual hub', 'Gateways', resource.virtualHubId)
      add('VPN server configuration', 'Point-to-site gateways', resource.vpnServerConfigurationId)
      break
    case 'expressRouteConnection':
      add('Gateway', 'Connections', resource.gatewayId)
      add('Circuit', 'Hub connections', owner(resource.circuitPeeringId))
      break
    case 'vpnConnection':
      add('Gateway', 'Connections', resource.gatewayId)
      add('VPN site', 'Connections', resource.siteId)
      break
    case 'virtualHub':
      add('Virtual WAN', 'Hubs', resource.virtualWanId)
      add('Firewall', 'Virtual hub', resource.azureFirewallId)
      add('Security partner provider', 'Virtual hub', resource.securityPartnerProviderId)
      add('Network virtual appliances', 'Virtual hub', ...resource.networkVirtualApplianceIds)
      break
    case 'vpnSite':
      add('Virtual WAN', 'Sites', resource.virtualWanId)
      break
    case 'hubVirtualNetworkConnection':
      add('Virtual hub', 'Virtual network connections', resource.hubId)
      add('Virtual network', 'Hub connections', resource.remoteVirtualNetworkId)
      break
    case 'hubBgpConnection':
      add('Virtual hub', 'BGP peers', resource.hubId)
      add('Virtual network connection', 'BGP peers', resource.networkConnectionId)
      break
    case 'hubRouteTable':
      add('Virtual hub', 'Route tables', resource.hubId)
      break
    case 'routingIntent':
      add('Virtual hub', 'Routing intent', resource.hubId)
      add('Next hop', 'Routing intent', ...unique(resource.policies.map(({ nextHopId }) => nextHopId)))
      break
    case 'virtualNetwork':
      add(
        'Peered virtual networks',
        'Peered virtual networks',
        ...resource.peerings.map((one) => one.remoteVirtualNetworkId),
      )
      break
    case 'virtualNetworkPeering':
      add('Virtual network', 'Peerings', parentId(resource.id))
      add('Remote virtual network', 'Peerings', resource.remoteVirtualNetworkId)
      break
    case 'azureFirewall':
      add('Virtual hub', 'Firewall', resource.virtualHubId)
      add('Virtual network', 'Firewalls', ...unique(resource.subnetIds.map(owner)))
      break
    case 'publicIPAddress':
    case 'localNetworkGateway':
    case 'expressRoutePort':
    case 'virtualWan':
    case 'vpnServerConfiguration':
    case 'other':
      break
    default:
      resource satisfies never
  }
  return found
}

/** The id of what a child id lives in, for references that name a subnet or a peering and mean its owner. */
function owner(id: string | undefined): string | undefined {
  return id === undefined ? undefined : parentId(id)
}

function unique(ids: (string | undefined)[]): string[] {
  const seen = new Map<string, string>()
  for (const id of ids) if (id && !seen.has(id.toLowerCase())) seen.set(id.toLowerCase(), id)
  return [...seen.values()]
}

function childrenName(resource: { kind: 'circuitPeering' | 'subnet' }): string {
  return resource.kind === 'subnet' ? 'Subnets' : 'Peerings'
}
