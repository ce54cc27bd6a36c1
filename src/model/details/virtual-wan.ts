import type { Estate } from '../estate.ts'
import { count } from '../format.ts'
import type {
  HubRouteTable,
  HubVirtualNetworkConnection,
  RoutingIntent,
  VirtualHub,
  VirtualWan,
} from '../resources/virtual-wan.ts'
import type { Details, FieldValue } from './field.ts'
import { absent, code, codes, field, resource, resources, stateIs, text, texts, yesNo } from './values.ts'

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
