import type { Estate } from '../estate.ts'
import { bandwidth, bytes, count } from '../format.ts'
import { keyOf } from '../paths.ts'
import type {
  HubRouteTable,
  HubVirtualNetworkConnection,
  P2sVpnGateway,
  RoutingIntent,
  VirtualHub,
  VirtualWan,
  VpnConnection,
  VpnHubGateway,
  VpnServerConfiguration,
  VpnSite,
} from '../resources/virtual-wan.ts'
import type { Details, FieldValue, Section } from './field.ts'
import {
  absent,
  code,
  codes,
  connectionVerdict,
  field,
  resource,
  resources,
  state,
  stateIs,
  text,
  texts,
  yesNo,
} from './values.ts'
import { number } from './vpn.ts'

export function wanDetails(wan: VirtualWan, estate: Estate): Details {
  return {
    essentials: [
      field('Type', text(wan.wanType)),
      field('Hubs', resources(wan.hubIds, estate)),
      field('Sites', resources(wan.siteIds, estate)),
      field('Branch to branch', yesNo(wan.allowBranchToBranchTraffic, 'allowed', 'not allowed')),
      field('VPN encryption', yesNo(!wan.disableVpnEncryption, 'on', 'off')),
    ],
    sections: [],
  }
}

export function hubDetails(hub: VirtualHub, estate: Estate): Details {
  return {
    essentials: [
      field(
        'Virtual WAN',
        resource(
          hub.virtualWanId,
          estate,
          hub.hubKind === 'RouteServer' ? 'none: it is a Route Server' : 'not configured',
        ),
      ),
      field('Address prefix', code(hub.addressPrefix)),
      field(
        'Routing state',
        stateIs(
          hub.routingState,
          'Provisioned',
          hub.routingState === 'Provisioning' ? 'inProgress' : 'unknown',
        ),
      ),
      field('Routing preference', text(hub.hubRoutingPreference)),
      field('Router addresses', codes(hub.virtualRouterIps, 'not given until the router is Provisioned')),
      field('Router AS', code(hub.virtualRouterAsn)),
      field(
        'Least capacity',
        hub.minCapacity === undefined ? absent('not given by Azure') : text(count(hub.minCapacity, 'unit')),
      ),
      field('VPN gateway', resource(hub.vpnGatewayId, estate)),
      field('ExpressRoute gateway', resource(hub.expressRouteGatewayId, estate)),
      field('Point-to-site gateway', resource(hub.p2sVpnGatewayId, estate)),
      field('Firewall', resource(hub.azureFirewallId, estate)),
    ],
    sections: [],
  }
}

export function hubVpnGatewayDetails(gateway: VpnHubGateway, estate: Estate): Details {
  return {
    essentials: [
      field('Virtual hub', resource(gateway.virtualHubId, estate)),
      field('Scale units', text(gateway.scaleUnits)),
      field(
        'BGP',
        gateway.bgp?.asn === undefined ? absent('not given by Azure') : code(`AS ${gateway.bgp.asn}`),
      ),
    ],
    sections: [siteConnectionsOf(gateway, estate), instancesOf(gateway)],
  }
}

function siteConnectionsOf(gateway: VpnHubGateway, estate: Estate): Section {
  return {
    title: 'Site connections',
    note: count(gateway.connectionIds.length, 'connection'),
    columns: [
      { label: 'State' },
      { label: 'Connection' },
      { label: 'VPN site' },
      { label: 'Links', align: 'end' },
    ],
    rows: gateway.connectionIds.map((id) => {
      const read = estate.resources.get(keyOf(id))
      const connection = read?.kind === 'vpnConnection' ? read : undefined
      return {
        key: id,
        cells: [
          siteStatus(connection),
          resource(id, estate),
          resource(connection?.siteId, estate),
          text(connection?.links.length),
        ],
      }
    }),
    empty: 'No site is connected to this gateway.',
  }
}

/** Its own status, or what its links say: with links Azure gives none for the whole (virtual-wan recordings 2024). */
function siteStatus(connection: VpnConnection | undefined): FieldValue {
  const links = connection?.links.flatMap((link) => link.connectionStatus ?? []) ?? []
  const alike = new Set(links).size === 1 ? links[0] : undefined
  const status = connection?.connectionStatus ?? alike
  if (status !== undefined) return state(status, connectionVerdict(status))
  if (links.length > 0) {
    const up = links.filter((link) => connectionVerdict(link) === 'healthy').length
    return state(`${up} of ${links.length} links connected`, 'attention')
  }
  return connection?.source === 'get' ? state('not given', 'unknown') : state('not read yet', 'notChecked')
}

function instancesOf(gateway: VpnHubGateway): Section {
  return {
    title: 'Instances',
    columns: [
      { label: 'Instance' },
      { label: 'Public address' },
      { label: 'Private address' },
      { label: 'BGP addresses' },
    ],
    rows: gateway.instances.map((instance, index) => {
      const bgp = gateway.bgp?.addresses.find(({ ipConfigurationId }) => ipConfigurationId === instance.id)
      return {
        key: instance.id ?? String(index),
        cells: [
          text(instance.id),
          code(instance.publicIPAddress),
          code(instance.privateIPAddress),
          codes([...(bgp?.defaultAddresses ?? []), ...(bgp?.customAddresses ?? [])], '–'),
        ],
      }
    }),
    empty: 'Azure lists its instances once it is provisioned.',
  }
}

export function siteConnectionDetails(connection: VpnConnection, estate: Estate): Details {
  return {
    essentials: [
      field('Connection status', siteStatus(connection)),
      field('VPN site', resource(connection.siteId, estate)),
      field('Gateway', resource(connection.gatewayId, estate)),
      field('Received', number(connection.ingressBytes, bytes)),
      field('Sent', number(connection.egressBytes, bytes)),
      field('Internet security', yesNo(connection.enableInternetSecurity, 'on', 'off')),
    ],
    sections: [
      {
        title: 'Links',
        columns: [
          { label: 'State' },
          { label: 'Link' },
          { label: 'Protocol' },
          { label: 'Bandwidth', align: 'end' },
          { label: 'BGP' },
          { label: 'Received', align: 'end' },
          { label: 'Sent', align: 'end' },
        ],
        rows: connection.links.map((link) => ({
          key: link.id ?? link.name,
          cells: [
            state(link.connectionStatus ?? 'not read yet', connectionVerdict(link.connectionStatus)),
            text(link.name),
            text(link.protocol),
            number(link.connectionBandwidth, bandwidth),
            yesNo(link.enableBgp),
            number(link.ingressBytes, bytes),
            number(link.egressBytes, bytes),
          ],
        })),
        empty: 'It is of the old form, without links.',
      },
    ],
  }
}

export function siteDetails(site: VpnSite, estate: Estate): Details {
  return {
    essentials: [
      field('Virtual WAN', resource(site.virtualWanId, estate)),
      field('Address prefixes', codes(site.addressPrefixes, 'none: routes come by BGP')),
      field('Device', text([site.deviceVendor, site.deviceModel].filter(Boolean).join(' '))),
      field('Link speed', site.linkSpeedInMbps ? text(bandwidth(site.linkSpeedInMbps)) : absent('not given')),
      ...(site.ipAddress === undefined ? [] : [field('Address', code(site.ipAddress))]),
    ],
    sections: [
      {
        title: 'Links',
        note: count(site.links.length, 'link'),
        columns: [
          { label: 'Link' },
          { label: 'Endpoint' },
          { label: 'Provider' },
          { label: 'Speed', align: 'end' },
          { label: 'AS', align: 'end' },
          { label: 'BGP address' },
        ],
        rows: site.links.map((link) => ({
          key: link.id ?? link.name,
          cells: [
            text(link.name),
            code(link.ipAddress ?? link.fqdn),
            text(link.providerName),
            number(link.speedInMbps, bandwidth),
            code(link.asn, '–'),
            code(link.bgpPeeringAddress, '–'),
          ],
        })),
        empty: 'It is of the old form, without links.',
      },
    ],
  }
}

export function serverConfigurationDetails(configuration: VpnServerConfiguration, estate: Estate): Details {
  return {
    essentials: [
      field('Protocols', texts(configuration.protocols)),
      field('Sign-in', texts(configuration.authenticationTypes)),
      field('Gateways', resources(configuration.gatewayIds, estate)),
    ],
    sections: [],
  }
}

export function pointToSiteDetails(gateway: P2sVpnGateway, estate: Estate): Details {
  return {
    essentials: [
      field('Virtual hub', resource(gateway.virtualHubId, estate)),
      field('VPN server configuration', resource(gateway.vpnServerConfigurationId, estate)),
      field('Scale units', text(gateway.scaleUnits)),
      field('Client pool', codes(gateway.addressPools)),
      field(
        'Connected clients',
        gateway.connectedClients === undefined
          ? absent('not given by Azure')
          : text(gateway.connectedClients),
      ),
      field('DNS servers', codes(gateway.customDnsServers)),
    ],
    sections: [],
  }
}

export function hubNetworkConnectionDetails(
  connection: HubVirtualNetworkConnection,
  estate: Estate,
): Details {
  return {
    essentials: [
      field('Virtual hub', resource(connection.hubId, estate)),
      field('Virtual network', resource(connection.remoteVirtualNetworkId, estate)),
      field('Associated route table', resource(connection.associatedRouteTableId, estate)),
      field('Propagates to', resources(connection.propagatedRouteTableIds, estate)),
      field('Internet security', yesNo(connection.enableInternetSecurity, 'on', 'off')),
    ],
    sections: [],
  }
}

export function routeTableDetails(table: HubRouteTable, estate: Estate): Details {
  return {
    essentials: [
      field('Virtual hub', resource(table.hubId, estate)),
      field('Labels', texts(table.labels)),
      field('Associated', resources(table.associatedConnectionIds, estate)),
      field('Propagating', resources(table.propagatingConnectionIds, estate)),
    ],
    sections: [
      {
        title: 'Static routes',
        note: count(table.routes.length, 'route'),
        columns: [
          { label: 'Name' },
          { label: 'Destinations' },
          { label: 'Next hop type' },
          { label: 'Next hop' },
        ],
        rows: table.routes.map((route, index) => ({
          key: route.name ?? String(index),
          cells: [
            text(route.name),
            codes(route.destinations),
            text(route.nextHopType),
            nextHop(route.nextHop, estate),
          ],
        })),
        empty: 'It has no static routes.',
      },
    ],
  }
}

/** A next hop is a resource's id, or an address. */
function nextHop(value: string | undefined, estate: Estate): FieldValue {
  return value?.startsWith('/') ? resource(value, estate) : code(value)
}

export function routingIntentDetails(intent: RoutingIntent, estate: Estate): Details {
  return {
    essentials: [field('Virtual hub', resource(intent.hubId, estate))],
    sections: [
      {
        title: 'Policies',
        columns: [{ label: 'Name' }, { label: 'Traffic' }, { label: 'Next hop' }],
        rows: intent.policies.map((policy, index) => ({
          key: policy.name ?? String(index),
          cells: [text(policy.name), texts(policy.destinations), resource(policy.nextHopId, estate)],
        })),
        empty: 'It has no policies.',
      },
    ],
  }
}
