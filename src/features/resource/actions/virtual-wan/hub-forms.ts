import { whyNoTableChange } from '../../../../model/edits/virtual-wan/built-in-tables.ts'
import type {
  HubRouteTable,
  HubVirtualNetworkConnection,
  VirtualHub,
  VirtualWan,
} from '../../../../model/resources/virtual-wan.ts'
import type { ActionForm, Applies } from '../action-form.ts'
import { drawn } from '../drawn/drawn.tsx'

const yes = () => 'yes' as const
const write = (type: string) => `Microsoft.Network/${type}/write`

/** What can be done with a WAN, and made in it (Virtual WAN document 1, 2, 5). */
export const WAN_FORMS: readonly ActionForm<VirtualWan>[] = [
  {
    topic: 'new-hub',
    label: 'Create hub',
    group: 'configure',
    inHeader: true,
    applies: yes,
    needs: write('virtualHubs'),
    form: drawn(async () => (await import('../../../../model/edits/virtual-wan/new-hub.ts')).NEW_HUB),
  },
  {
    topic: 'new-site',
    label: 'Create site',
    group: 'configure',
    inHeader: true,
    applies: yes,
    needs: write('vpnSites'),
    form: drawn(async () => (await import('../../../../model/edits/virtual-wan/site.ts')).NEW_SITE),
  },
  {
    topic: 'new-server',
    label: 'Create VPN server configuration',
    group: 'configure',
    applies: ({ wanType }) =>
      wanType?.toLowerCase() === 'basic' ? because('A Basic WAN has no point-to-site.') : 'yes',
    needs: write('vpnServerConfigurations'),
    form: drawn(
      async () => (await import('../../../../model/edits/virtual-wan/server-configuration.ts')).NEW_SERVER,
    ),
  },
  {
    topic: 'wan',
    label: 'Change type and transit',
    group: 'configure',
    applies: yes,
    needs: write('virtualWans'),
    form: drawn(async () => (await import('../../../../model/edits/virtual-wan/wan.ts')).WAN),
  },
]

/** What can be done with a hub and what is in it (Virtual WAN document 2, 8, 9). */
export const HUB_FORMS: readonly ActionForm<VirtualHub>[] = [
  {
    topic: 'add-network',
    label: 'Connect virtual network',
    group: 'configure',
    inHeader: true,
    applies: ofWan,
    needs: write('virtualHubs/hubVirtualNetworkConnections'),
    form: drawn(
      async () => (await import('../../../../model/edits/virtual-wan/network-connection.ts')).ADD_NETWORK,
    ),
  },
  {
    topic: 'routing-intent',
    label: 'Routing intent',
    group: 'configure',
    applies: standard,
    needs: write('virtualHubs/routingIntent'),
    form: drawn(
      async () => (await import('../../../../model/edits/virtual-wan/routing-intent.ts')).ROUTING_INTENT,
    ),
  },
  {
    topic: 'add-route-table',
    label: 'Create route table',
    group: 'configure',
    applies: standard,
    needs: write('virtualHubs/hubRouteTables'),
    form: drawn(
      async () => (await import('../../../../model/edits/virtual-wan/route-table.ts')).ADD_ROUTE_TABLE,
    ),
  },
  {
    topic: 'add-peer',
    label: 'Add BGP peer',
    group: 'configure',
    applies: standard,
    needs: write('virtualHubs/bgpConnections'),
    form: drawn(async () => (await import('../../../../model/edits/virtual-wan/bgp-peer.ts')).ADD_PEER),
  },
  {
    topic: 'new-client-gateway',
    label: 'Create point-to-site gateway',
    group: 'configure',
    applies: (hub) =>
      hub.p2sVpnGatewayId === undefined
        ? standard(hub)
        : because('This hub has a point-to-site gateway, and a hub has one at most.'),
    needs: write('p2sVpnGateways'),
    form: drawn(
      async () =>
        (await import('../../../../model/edits/virtual-wan/new-client-gateway.ts')).NEW_CLIENT_GATEWAY,
    ),
  },
  {
    topic: 'hub',
    label: 'Change hub',
    group: 'configure',
    inHeader: true,
    applies: standard,
    needs: write('virtualHubs'),
    form: drawn(async () => (await import('../../../../model/edits/virtual-wan/hub.ts')).HUB),
  },
]

export const NETWORK_FORMS: readonly ActionForm<HubVirtualNetworkConnection>[] = [
  {
    topic: 'network',
    label: 'Change routing',
    group: 'configure',
    inHeader: true,
    applies: yes,
    needs: write('virtualHubs/hubVirtualNetworkConnections'),
    form: drawn(
      async () => (await import('../../../../model/edits/virtual-wan/network-connection.ts')).NETWORK,
    ),
  },
]

export const TABLE_FORMS: readonly ActionForm<HubRouteTable>[] = [
  {
    topic: 'route-table',
    label: 'Change labels and routes',
    group: 'configure',
    inHeader: true,
    applies: (table) => because(whyNoTableChange(table)),
    needs: write('virtualHubs/hubRouteTables'),
    form: drawn(async () => (await import('../../../../model/edits/virtual-wan/route-table.ts')).ROUTE_TABLE),
  },
]

/** A Route Server is kept under virtualHubs too, and is no part of a WAN (Virtual WAN document 2.4). */
export function ofWan({ hubKind }: VirtualHub): Applies {
  return hubKind?.toLowerCase() === 'routeserver'
    ? because('This is a Route Server, which is no hub of a virtual WAN.')
    : 'yes'
}

function standard(hub: VirtualHub): Applies {
  if (hub.sku?.toLowerCase() === 'basic')
    return because('This is a hub of a Basic WAN, which has no router: upgrade the WAN first.')
  return ofWan(hub)
}

export function because(why: string | undefined): Applies {
  return why === undefined ? 'yes' : { what: why, remedy: '' }
}
