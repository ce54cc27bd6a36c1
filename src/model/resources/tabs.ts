import type { Kind, Resource } from './resource.ts'

/** Every part a resource's page may have; its address ends in it. */
const TABS = {
  overview: 'Overview',
  why: 'Why it is not up',
  configuration: 'Configuration',
  connections: 'Connections',
  'point-to-site': 'Point-to-site',
  bgp: 'BGP',
  routes: 'Routes',
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
    'troubleshoot',
  ],
  connection: ['why', 'policy', 'selectors', 'ike', 'key', 'device', 'capture', 'troubleshoot'],
}

/** Every tab a kind may have. */
export function tabsOfKind(kind: Kind): readonly TabId[] {
  const more = MORE[kind]
  return more === undefined ? ALWAYS : ['overview', ...more, 'activity', 'json']
}

/** The tabs of one resource: a gateway or a connection of ExpressRoute has none of what is VPN's. */
export function tabsOf(resource: Resource): readonly TabId[] {
  const tabs = tabsOfKind(resource.kind)
  return isOfExpressRoute(resource) ? tabs.filter((tab) => NOT_VPN.has(tab)) : tabs
}

const NOT_VPN: ReadonlySet<TabId> = new Set(['overview', 'activity', 'json'])

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
