import type { Estate } from '../estate.ts'
import { count } from '../format.ts'
import { keyOf, nameOfId } from '../paths.ts'
import type {
  HubBgpConnection,
  HubRouteTable,
  HubVirtualNetworkConnection,
  RoutingIntent,
  VirtualHub,
  VirtualWan,
} from '../resources/virtual-wan.ts'
import type { Details, Field, FieldValue } from './field.ts'
import { isRouteServer } from '../virtual-wan/readiness.ts'
import {
  code,
  codes,
  connectionVerdict,
  field,
  resource,
  resources,
  state,
  text,
  texts,
  yesNo,
} from './values.ts'

export function wanDetails(wan: VirtualWan, estate: Estate): Details {
  return {
    essentials: [
      field('Type', text(wan.wanType)),
      field('Hubs', resources(wan.hubIds, estate)),
      field('Sites', text(count(wan.siteIds.length, 'site'))),
      field('Branch to branch', yesNo(wan.allowBranchToBranchTraffic, 'allowed', 'not allowed')),
      ...(wan.allowVnetToVnetTraffic === undefined
        ? []
        : [field('Network to network', yesNo(wan.allowVnetToVnetTraffic, 'allowed', 'not allowed'))]),
      field('VPN encryption', yesNo(!wan.disableVpnEncryption, 'on', 'off')),
      field('Office 365 local breakout', text(wan.office365LocalBreakoutCategory, 'not given by Azure')),
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
          isRouteServer(hub) ? 'none: it is a Route Server' : 'not configured',
        ),
      ),
      ...(isRouteServer(hub)
        ? [
            field('Router addresses', codes(hub.virtualRouterIps, 'not given by Azure')),
            field('Router AS', code(hub.virtualRouterAsn)),
          ]
        : [field('SKU', text(hub.sku, 'not given by Azure')), ...hubParts(hub, estate)]),
    ],
    sections: [],
  }
}

/** What stands in a hub; what its router is set to has a place of its own. */
function hubParts(hub: VirtualHub, estate: Estate): Field[] {
  return [
    field('VPN gateway', resource(hub.vpnGatewayId, estate)),
    field('ExpressRoute gateway', resource(hub.expressRouteGatewayId, estate)),
    field('Point-to-site gateway', resource(hub.p2sVpnGatewayId, estate)),
    field('Firewall', resource(hub.azureFirewallId, estate)),
    field('Security partner', resource(hub.securityPartnerProviderId, estate)),
    field('Network virtual appliances', resources(hub.networkVirtualApplianceIds, estate)),
    field('Route maps', texts(hub.routeMapIds.map(nameOfId))),
  ]
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
      field('Propagates to labels', texts(connection.propagatedLabels)),
      field('Internet security', yesNo(connection.enableInternetSecurity, 'on', 'off')),
      ...(connection.propagateStaticRoutes === undefined
        ? []
        : [field('Propagates static routes', yesNo(connection.propagateStaticRoutes))]),
      ...(connection.vnetLocalRouteOverrideCriteria === undefined
        ? []
        : [
            field('Goes round the appliance', text(overrideWords(connection.vnetLocalRouteOverrideCriteria))),
          ]),
      ...(connection.inboundRouteMapId === undefined
        ? []
        : [field('Inbound route map', text(nameOfId(connection.inboundRouteMapId)))]),
      ...(connection.outboundRouteMapId === undefined
        ? []
        : [field('Outbound route map', text(nameOfId(connection.outboundRouteMapId)))]),
    ],
    sections: [
      ...(connection.staticRoutes.length === 0
        ? []
        : [
            {
              title: 'Static routes',
              note: count(connection.staticRoutes.length, 'route'),
              columns: [{ label: 'Name' }, { label: 'Prefixes' }, { label: 'Next hop' }],
              rows: connection.staticRoutes.map((route, index) => ({
                key: route.name ?? String(index),
                cells: [text(route.name, '–'), codes(route.addressPrefixes), code(route.nextHopIpAddress)],
              })),
              empty: '',
            },
          ]),
    ],
  }
}

/** `vnetLocalRouteOverrideCriteria` (Virtual WAN 8). */
function overrideWords(criteria: string): string {
  switch (criteria.toLowerCase()) {
    case 'contains':
      return 'for every destination inside the network (Contains)'
    case 'equal':
      return 'only where a prefix equals the network’s (Equal)'
    default:
      return criteria
  }
}

export function hubBgpConnectionDetails(peer: HubBgpConnection, estate: Estate): Details {
  const hub = estate.resources.get(keyOf(peer.hubId))
  const ofServer = hub?.kind === 'virtualHub' && isRouteServer(hub)
  return {
    essentials: [
      field(ofServer ? 'Route Server' : 'Virtual hub', resource(peer.hubId, estate)),
      field('Session', state(peer.connectionState, connectionVerdict(peer.connectionState))),
      field('Address of the peer', code(peer.peerIp)),
      field('AS of the peer', code(peer.peerAsn)),
      ...(ofServer
        ? []
        : [
            field(
              'Through the connection of',
              resource(peer.networkConnectionId, estate, 'the hub’s own network'),
            ),
          ]),
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
