import type { Kind, Resource } from './resource.ts'

/** Every part a resource's page may have; its address ends in it. */
const TABS = {
  overview: 'Overview',
  why: 'Why it is not up',
  configuration: 'Configuration',
  connections: 'Connections',
  'point-to-site': 'Point-to-site',
  clients: 'Clients',
  bgp: 'BGP',
  routes: 'Routes',
  paths: 'Paths',
  'global-reach': 'Global Reach',
  authorizations: 'Authorizations',
  resiliency: 'Resiliency',
  policy: 'IPsec policy',
  selectors: 'Traffic selectors',
  ike: 'IKE associations',
  key: 'Shared key',
  device: 'Device',
  capture: 'Packet capture',
  troubleshoot: 'VPN troubleshoot',
  activity: 'Activity',
  json: 'JSON',
} as const

export type TabId = keyof typeof TABS

export function tabName(tab: TabId): string {
  return TABS[tab]
}

const ALWAYS: readonly TabId[] = ['overview', 'activity', 'json']

/** What stands between Overview and Activity, in its order. */
const MORE: Partial<Record<Kind, readonly TabId[]>> = {
  virtualNetworkGateway: [
    'configuration',
    'connections',
    'point-to-site',
    'bgp',
    'routes',
    'capture',
    'resiliency',
    'troubleshoot',
  ],
  expressRouteCircuit: ['why', 'paths', 'global-reach', 'authorizations'],
  expressRouteConnection: ['why'],
  expressRoutePort: ['authorizations'],
  virtualHub: ['why', 'bgp', 'routes'],
  hubVirtualNetworkConnection: ['why'],
  hubBgpConnection: ['routes'],
  vpnConnection: ['why', 'policy', 'selectors', 'ike'],
  vpnSite: ['why'],
  p2sVpnGateway: ['clients'],
  connection: ['why', 'policy', 'selectors', 'ike', 'key', 'device', 'capture', 'troubleshoot'],
}

/** Every tab a kind may have. */
export function tabsOfKind(kind: Kind): readonly TabId[] {
  const more = MORE[kind]
  return more === undefined ? ALWAYS : ['overview', ...more, 'activity', 'json']
}

/** The tabs of one resource: a gateway or a connection of ExpressRoute has none of what is VPN's alone. */
export function tabsOf(resource: Resource): readonly TabId[] {
  const tabs = tabsOfKind(resource.kind)
  // A Route Server has peers and nothing else of a hub.
  if (resource.kind === 'virtualHub')
    return resource.hubKind?.toLowerCase() === 'routeserver'
      ? tabs.filter((tab) => tab !== 'why' && tab !== 'routes')
      : tabs
  const isRight = isOfExpressRoute(resource)
    ? (tab: TabId) => NOT_VPN_ALONE.has(tab)
    : (tab: TabId) => tab !== 'resiliency'
  return tabs.filter(isRight)
}

const NOT_VPN_ALONE: ReadonlySet<TabId> = new Set([
  ...ALWAYS,
  'why',
  'connections',
  'bgp',
  'routes',
  'resiliency',
])

/** Its page has nothing of what is VPN's. */
export function isOfExpressRoute(resource: Resource): boolean {
  switch (resource.kind) {
    case 'virtualNetworkGateway':
      return resource.gatewayType?.toLowerCase() === 'expressroute'
    case 'connection':
      return resource.connectionType?.toLowerCase() === 'expressroute'
    default:
      return false
  }
}
