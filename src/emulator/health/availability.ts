import type { Exchange } from '../arm/exchange.ts'
import { tunnelsOf } from '../network/tunnels.ts'
import { faultOfConnection } from '../network/watcher/vpn-fault.ts'
import { isBusy, type Living } from '../store/living.ts'
import type { ActivityRow } from '../store/rows.ts'
import type { JsonObject } from '../wire/json.ts'
import { parseId } from '../arm/ids.ts'

/** What Resource Health knows of the hub's types: hub gateways, virtual WANs and sites are not among them (ARM contract 12.8). */
type Kind = 'connection' | 'circuit' | 'gateway'

const KINDS: Record<string, Kind> = {
  connections: 'connection',
  expressroutecircuits: 'circuit',
  virtualnetworkgateways: 'gateway',
}

export function healthKindOf(id: string): Kind | undefined {
  const parsed = parseId(id)
  return parsed?.namespace.toLowerCase() === 'microsoft.network'
    ? KINDS[parsed.type.toLowerCase()]
    : undefined
}

interface Health {
  state: 'Available' | 'Unavailable' | 'Degraded' | 'Unknown'
  summary: string
  /** Absent while all is well. */
  reason?: { type: string; context: string }
  /** ISO 8601. */
  since?: string
}

/** What state follows from what is assumed, here alone: the documents name the states and what the service looks at. */
function healthOf(exchange: Exchange, at: Living, kind: Kind): Health {
  switch (kind) {
    case 'connection':
      return healthOfConnection(exchange, at)
    case 'circuit':
      return healthOfCircuit(at)
    case 'gateway':
      return isBusy(at.row, exchange.now)
        ? { state: 'Degraded', summary: 'A change of this gateway is under way.', reason: BY_CUSTOMER }
        : { state: 'Available', summary: FINE }
    default:
      return kind satisfies never
  }
}

const FINE = "There aren't any known Azure platform problems affecting this resource."
const BY_CUSTOMER = { type: 'UserInitiated', context: 'Customer Initiated' }
const UNPLANNED = { type: 'Unplanned', context: 'Customer Initiated' }

function healthOfConnection(exchange: Exchange, at: Living): Health {
  const tunnels = tunnelsOf(exchange, at)
  const connected = tunnels.filter(({ status }) => status === 'Connected').length
  const established = tunnels.flatMap(({ establishedAt }) => establishedAt ?? [])
  const since = established.length > 0 ? new Date(Math.max(...established)).toISOString() : undefined
  const told = { ...(since !== undefined && { since }) }
  const fault = faultOfConnection(exchange, at)
  switch (fault) {
    case 'UserDrivenUpdate':
      return {
        state: 'Degraded',
        summary: 'A change of this connection or its gateway is under way.',
        reason: BY_CUSTOMER,
      }
    case 'NoFault':
      if (connected > 0 || (tunnels.length === 0 && at.properties.connectionStatus === 'Connected'))
        return { state: 'Available', summary: FINE, ...told }
      return { state: 'Unknown', summary: 'Nothing has been reported about this connection.' }
    case 'Authentication':
    case 'IkePolicyMismatch':
    case 'PeerReachability':
    case 'ConnectionIsMarkedDisconnected':
      return {
        state: connected > 0 ? 'Degraded' : 'Unavailable',
        summary: SUMMARIES[fault],
        reason: UNPLANNED,
        ...told,
      }
    case 'ConnectionsNotConnected':
    case 'NoConnectionsFoundForGateway':
      return { state: 'Unknown', summary: 'Nothing has been reported about this connection.' }
    default:
      return fault satisfies never
  }
}

const SUMMARIES = {
  Authentication: 'The pre-shared keys of this connection and of the VPN device differ.',
  IkePolicyMismatch: 'The IKE policies of this connection and of the VPN device differ.',
  PeerReachability: 'The VPN device of this connection does not answer.',
  ConnectionIsMarkedDisconnected: 'This connection and its VPN device do not agree.',
}

function healthOfCircuit({ properties }: Living): Health {
  if (properties.serviceProviderProvisioningState !== 'Provisioned')
    return { state: 'Unknown', summary: 'The provider has not provisioned this circuit.' }
  return properties.circuitProvisioningState === 'Enabled'
    ? { state: 'Available', summary: FINE }
    : { state: 'Unavailable', summary: 'This circuit is not enabled.', reason: UNPLANNED }
}

/** Members as in the published example. */
export function currentStatus(exchange: Exchange, at: Living, kind: Kind): JsonObject {
  const { state, summary, reason, since } = healthOf(exchange, at, kind)
  return statusBody(at, 'current', {
    availabilityState: state,
    title: state,
    summary,
    ...(reason && { reasonType: reason.type, context: reason.context, category: 'Unplanned' }),
    reasonChronicity: 'Persistent',
    detailedStatus: summary,
    ...(since !== undefined && { occuredTime: since }),
    reportedTime: new Date(Math.floor(exchange.now / 60_000) * 60_000).toISOString(),
    recommendedActions:
      reason === undefined
        ? []
        : [
            {
              action: 'If you are experiencing problems you believe are caused by Azure, contact support',
              actionUrl: '<#SupportCase>',
              actionUrlText: 'contact support',
            },
          ],
  })
}

/** Resets of a gateway stay in its history (VPN gateway document 6.1); the form of the entry is assumed. */
export function pastStatus(at: Living, { startedAt }: ActivityRow): JsonObject {
  const occuredTime = new Date(startedAt).toISOString().replace(/\.\d+Z$/, 'Z')
  return statusBody(at, occuredTime.replace('T', '+').replaceAll(':', '%3a'), {
    availabilityState: 'Unavailable',
    title: 'Unavailable',
    summary: 'This gateway was reset.',
    reasonType: BY_CUSTOMER.type,
    context: BY_CUSTOMER.context,
    reasonChronicity: 'Transient',
    detailedStatus: 'Somebody asked for a reset of this gateway.',
    occuredTime,
  })
}

function statusBody({ row }: Living, name: string, properties: JsonObject): JsonObject {
  return {
    id: `${row.id}/providers/Microsoft.ResourceHealth/availabilityStatuses/${name}`,
    name,
    type: 'Microsoft.ResourceHealth/AvailabilityStatuses',
    location: row.location,
    properties,
  }
}
