import type { Exchange } from '../../arm/exchange.ts'
import { isBusy, type Living } from '../../store/living.ts'
import { idAt, objectsAt, textAt } from '../../wire/read.ts'
import { find, referrers } from '../find.ts'

/** What a diagnosis finds, by Azure's names (VPN gateway document 6.6). */
export type VpnFault =
  | 'NoFault'
  | 'UserDrivenUpdate'
  | 'Authentication'
  | 'PeerReachability'
  | 'IkePolicyMismatch'
  | 'NoConnectionsFoundForGateway'
  | 'ConnectionsNotConnected'

/**
 * What a connection suffers from. The one place that tells the emulator's other answers (health, troubleshooting) why
 * it is down: here from what the connection itself reports, where a device that answers one of two tunnels is taken to be there
 * and to refuse the key.
 */
export function faultOfConnection(exchange: Exchange, at: Living): VpnFault {
  const gateway = find(exchange, idAt(at.properties.virtualNetworkGateway1) ?? '')
  if (isBusy(at.row, exchange.now) || (gateway && isBusy(gateway.row, exchange.now)))
    return 'UserDrivenUpdate'
  const states = tunnelStates(at)
  const down = states.filter((state) => state !== 'Connected').length
  if (states.length === 0)
    return at.properties.connectionStatus === 'NotConnected' ? 'PeerReachability' : 'NoFault'
  if (down === 0) return 'NoFault'
  return down === states.length ? 'PeerReachability' : 'Authentication'
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
  const told = objectsAt(at.properties.tunnelConnectionStatus)[index]
  const since = Date.parse(textAt(told?.lastConnectionEstablishedUtcTime) ?? '')
  if (told === undefined || Number.isNaN(since)) return false
  const away = moment < since && moment >= since - AWAY_MS
  if (told.connectionStatus === 'Connected') return !away
  const changes = exchange.model
    .activities()
    .filter(({ scope, action }) => scope.toLowerCase() === at.row.key && /write$/i.test(action))
    .map(({ startedAt }) => startedAt)
  return moment < Math.max(since, ...changes) && !away
}

const AWAY_MS = 10 * 60_000

function tunnelStates(at: Living): string[] {
  return objectsAt(at.properties.tunnelConnectionStatus).map(
    (tunnel) => textAt(tunnel.connectionStatus) ?? '',
  )
}
