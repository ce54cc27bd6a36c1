import type { Route } from '../routes.ts'
import {
  disconnectPeople,
  resetHubGateway,
  resetPeople,
  startHubCapture,
  stopHubCapture,
} from './hub-gateways.ts'
import { linkIkeSas, listKeys, readKey, resetLink, revealKey, writeKey } from './hub-links.ts'
import {
  configurationSecrets,
  peopleHealth,
  peopleHealthDetailed,
  peopleProfile,
  wanProfile,
  wanServerConfigurations,
} from './hub-people.ts'
import {
  effectiveHubRoutes,
  inboundRoutes,
  outboundRoutes,
  peerAdvertisedRoutes,
  peerLearnedRoutes,
} from './hub-routes.ts'
import { siteConfigurations } from './site-configuration.ts'
import { changes, reads, type Action } from './start.ts'

type Does = 'reads' | 'changes'
type Row = [path: string, does: Does, action: Action, method?: 'GET' | 'PUT']

/** What can be asked of each type, by path below what its name is in. */
const ACTIONS: Record<string, Row[]> = {
  virtualHubs: [
    ['effectiveRoutes', 'reads', effectiveHubRoutes],
    ['inboundRoutes', 'reads', inboundRoutes],
    ['outboundRoutes', 'reads', outboundRoutes],
  ],
  'virtualHubs/bgpConnections': [
    ['learnedRoutes', 'reads', peerLearnedRoutes],
    ['advertisedRoutes', 'reads', peerAdvertisedRoutes],
  ],
  vpnGateways: [
    ['reset', 'changes', resetHubGateway],
    ['startpacketcapture', 'changes', startHubCapture],
    ['stoppacketcapture', 'changes', stopHubCapture],
  ],
  'vpnGateways/vpnConnections': [
    ['startpacketcapture', 'changes', startHubCapture],
    ['stoppacketcapture', 'changes', stopHubCapture],
    ['vpnLinkConnections/:l/resetconnection', 'changes', resetLink],
    ['vpnLinkConnections/:l/getikesas', 'reads', linkIkeSas],
    ['vpnLinkConnections/:l/sharedKeys', 'reads', listKeys, 'GET'],
    ['vpnLinkConnections/:l/sharedKeys/default', 'reads', readKey, 'GET'],
    ['vpnLinkConnections/:l/sharedKeys/default', 'changes', writeKey, 'PUT'],
    ['vpnLinkConnections/:l/sharedKeys/default/listSharedKey', 'reads', revealKey],
  ],
  p2sVpnGateways: [
    ['reset', 'changes', resetPeople],
    ['disconnectP2sVpnConnections', 'changes', disconnectPeople],
    ['generatevpnprofile', 'reads', peopleProfile],
    ['getP2sVpnConnectionHealth', 'reads', peopleHealth],
    ['getP2sVpnConnectionHealthDetailed', 'reads', peopleHealthDetailed],
  ],
  vpnServerConfigurations: [['listRadiusSecrets', 'reads', configurationSecrets]],
  virtualWans: [
    ['vpnConfiguration', 'reads', siteConfigurations],
    ['vpnServerConfigurations', 'reads', wanServerConfigurations],
    ['GenerateVpnProfile', 'reads', wanProfile],
  ],
}

/** Every action of Virtual WAN (ARM contract 9.7 to 9.9). `group`: where the provider begins. */
export function hubActionRoutes(group: string): Route[] {
  return Object.entries(ACTIONS).flatMap(([type, rows]) => {
    const one = type
      .split('/')
      .map((part, index) => `${part}/:n${index}`)
      .join('/')
    return rows.map(([path, does, action, method = 'POST']): Route => ({
      method,
      path: `${group}/${one}/${path}`.toLowerCase(),
      answer: does === 'reads' ? reads(type, action) : changes(type, action),
    }))
  })
}
