import type { Exchange } from '../../arm/exchange.ts'
import { isBusy, type Living } from '../../store/living.ts'
import { idAt } from '../../wire/read.ts'
import { farSideOf } from '../far-side.ts'
import { find, referrers } from '../find.ts'
import { tunnelsOf } from '../tunnels.ts'

/** What a diagnosis finds, by Azure's names (VPN gateway document 6.6). */
export type VpnFault =
  | 'NoFault'
  | 'UserDrivenUpdate'
  | 'Authentication'
  | 'PeerReachability'
  | 'IkePolicyMismatch'
  | 'ConnectionIsMarkedDisconnected'
  | 'NoConnectionsFoundForGateway'
  | 'ConnectionsNotConnected'

/**
 * What a connection suffers from: what keeps its far side from agreeing, where a tunnel is down. The one place that tells the
 * emulator's other answers (health, troubleshooting) why it is down.
 */
export function faultOfConnection(exchange: Exchange, at: Living): VpnFault {
  const gateway = find(exchange, idAt(at.properties.virtualNetworkGateway1) ?? '')
  if (isBusy(at.row, exchange.now) || (gateway && isBusy(gateway.row, exchange.now)))
    return 'UserDrivenUpdate'
  const tunnels = tunnelsOf(exchange, at)
  if (tunnels.length === 0)
    return at.properties.connectionStatus === 'NotConnected' ? 'PeerReachability' : 'NoFault'
  if (tunnels.every(({ status }) => status === 'Connected')) return 'NoFault'
  const { obstacle } = farSideOf(exchange, at)
  switch (obstacle) {
    case 'key':
      return 'Authentication'
    case 'ike':
    case 'ipsec':
      return 'IkePolicyMismatch'
    // No documented fault is about selectors (assumed).
    case 'selectors':
      return 'ConnectionIsMarkedDisconnected'
    case 'silent':
      return 'PeerReachability'
    // It is on its way up.
    case undefined:
      return 'NoFault'
    default:
      return obstacle satisfies never
  }
}

export function faultOfGateway(exchange: Exchange, at: Living): VpnFault {
  if (isBusy(at.row, exchange.now)) return 'UserDrivenUpdate'
  const connections = referrers(exchange, at.row.id, 'connections')
  if (connections.length === 0) return 'NoConnectionsFoundForGateway'
  const faults = connections.map((one) => faultOfConnection(exchange, one))
  return faults.some((fault) => fault !== 'NoFault' && fault !== 'UserDrivenUpdate')
    ? 'ConnectionsNotConnected'
    : 'NoFault'
}

/**
 * Whether a tunnel was up at a moment, in milliseconds. One that is down was lost after the last change of the connection or its
 * key, or else when it was last made; one that is up was away for some minutes before that.
 */
export function tunnelWasUp(exchange: Exchange, at: Living, index: number, moment: number): boolean {
  const tunnel = tunnelsOf(exchange, at)[index]
  const since = tunnel?.establishedAt
  if (tunnel === undefined || since === undefined) return false
  const away = moment < since && moment >= since - AWAY_MS
  if (tunnel.status === 'Connected') return !away
  const changes = exchange.model
    .activities()
    .filter(({ scope, action }) => scope.toLowerCase() === at.row.key && /write$/i.test(action))
    .map(({ startedAt }) => startedAt)
  return moment < Math.max(since, ...changes) && !away
}

const AWAY_MS = 10 * 60_000
