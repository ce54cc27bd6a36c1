import type { Resource } from '../resources/resource.ts'
import type { HubBgpConnection, VirtualHub } from '../resources/virtual-wan.ts'
import { judgeConnection, judgeVpnConnection } from './connection.ts'
import { judgeCircuit, judgePeering, judgePort } from './expressroute.ts'
import { merge } from './merge.ts'
import { fact, provisioningReasons, unknownValue } from './provisioning.ts'
import type { Judgement, Reason } from './verdict.ts'

/**
 * The verdict of one resource by its own states. What its children and neighbours add comes after (`status/children`,
 * `status/overlap`), since a parent is judged by its own state and never Down for a child.
 * @param find looks up what it refers to, where that was read
 */
export function judge(resource: Resource, find: (id: string) => Resource | undefined): Judgement {
  if (isGeneric(resource)) return merge([{ verdict: 'notChecked', text: GENERIC }], [], '')
  switch (resource.kind) {
    case 'connection':
      return judgeConnection(resource, resource.gateway1Id ? find(resource.gateway1Id) : undefined)
    case 'vpnConnection':
      return judgeVpnConnection(resource)
    case 'expressRouteCircuit':
      return judgeCircuit(resource)
    case 'circuitPeering':
      return judgePeering(resource)
    case 'expressRoutePort':
      return judgePort(resource)
    case 'virtualHub':
      return withState(
        resource,
        'routingState',
        resource.routingState,
        hubReasons(resource),
        'its router is Provisioned',
      )
    case 'hubVirtualNetworkConnection':
      return withState(
        resource,
        'connectivityStatus',
        resource.connectivityStatus,
        connectivityReasons(resource.connectivityStatus),
        resource.connectivityStatus === undefined ? 'the last change Succeeded' : 'Connected',
      )
    case 'hubBgpConnection':
      return withState(
        resource,
        'connectionState',
        resource.connectionState,
        peerReasons(resource),
        'its BGP session is Connected',
      )
    case 'virtualNetworkPeering':
      return withState(
        resource,
        'peeringState',
        resource.peeringState,
        peeringReasons(resource.peeringState),
        'Connected',
      )
    case 'other':
      return judgeOther(resource)
    case 'virtualNetworkGateway':
    case 'localNetworkGateway':
    case 'natRule':
    case 'circuitAuthorization':
    case 'expressRouteGateway':
    case 'expressRouteConnection':
    case 'virtualWan':
    case 'hubRouteTable':
    case 'routingIntent':
    case 'vpnGateway':
    case 'vpnSite':
    case 'vpnServerConfiguration':
    case 'p2sVpnGateway':
    case 'virtualNetwork':
    case 'subnet':
    case 'publicIPAddress':
    case 'azureFirewall':
      return withState(resource, undefined, undefined, [], 'the last change Succeeded')
    default:
      return resource satisfies never
  }
}

const GENERIC = 'its properties were not read: only its name, type, region and tags are known'

/** A generic item, as `GET …/resources` and exports of it have it: without properties nothing is known of its state. */
function isGeneric({ body, provisioningState }: Resource): boolean {
  return body.properties === undefined && provisioningState === undefined
}

function withState(
  resource: Resource,
  name: string | undefined,
  value: string | undefined,
  reasons: Reason[],
  healthy: string,
): Judgement {
  const facts = name === undefined ? [] : [fact(resource, name, value)]
  return merge(
    [...reasons, ...provisioningReasons(resource.provisioningState)],
    [...facts, fact(resource, 'provisioningState', resource.provisioningState)],
    healthy,
  )
}

/** `provisioningState` Succeeded does not make a hub ready: its router is provisioned after it. */
function hubReasons(hub: VirtualHub): Reason[] {
  const state = hub.routingState
  const done = hub.provisioningState?.toLowerCase() === 'succeeded' ? 'Succeeded, but its' : 'its'
  switch (state?.toLowerCase()) {
    case 'provisioned':
      return []
    case 'provisioning':
      return [{ verdict: 'inProgress', text: `${done} router is Provisioning` }]
    case 'failed':
      return [{ verdict: 'attention', text: `its router ${state}; resetting the router may help` }]
    case 'none':
      return hub.sku?.toLowerCase() === 'basic'
        ? []
        : [{ verdict: 'unknown', text: 'routingState is None: it has no router that Azure tells of' }]
    case undefined:
      return hub.hubKind === undefined
        ? [{ verdict: 'unknown', text: 'Azure gives no routingState for it' }]
        : []
    default:
      return [unknownValue('routingState', state ?? '')]
  }
}

/** A member that was recorded and that no specification has: where it is missing nothing is held against the connection. */
function connectivityReasons(status: string | undefined): Reason[] {
  switch (status?.toLowerCase()) {
    case 'connected':
    case undefined:
      return []
    case 'notconnected':
      return [{ verdict: 'down', text: `${status}: the hub and the network are not joined` }]
    case 'connecting':
      return [{ verdict: 'inProgress', text: `${status}: the hub and the network are being joined` }]
    case 'unknown':
      return [{ verdict: 'unknown', text: `Azure reports connectivityStatus ${status}` }]
    default:
      return [unknownValue('connectivityStatus', status ?? '')]
  }
}

/** `Unknown|Connecting|Connected|NotConnected` (Virtual WAN 9.3). */
function peerReasons({ connectionState: state, source }: HubBgpConnection): Reason[] {
  switch (state?.toLowerCase()) {
    case 'connected':
      return []
    case 'notconnected':
      return [{ verdict: 'down', text: `${state}: no BGP session with this peer is up` }]
    case 'connecting':
      return [{ verdict: 'inProgress', text: `${state}: the BGP session is being set up` }]
    case 'unknown':
      return [{ verdict: 'unknown', text: `Azure reports connectionState ${state}` }]
    case undefined:
      return source === 'get'
        ? [{ verdict: 'unknown', text: 'Azure gives no connectionState for it' }]
        : [{ verdict: 'notChecked', text: 'its connectionState has not been read yet' }]
    default:
      return [unknownValue('connectionState', state ?? '')]
  }
}

function peeringReasons(state: string | undefined): Reason[] {
  switch (state?.toLowerCase()) {
    case 'connected':
      return []
    case 'initiated':
      return [{ verdict: 'attention', text: `${state}: the other side has no peering back yet` }]
    case 'disconnected':
      return [{ verdict: 'attention', text: `${state}: the other side of the peering is gone` }]
    case undefined:
      return [{ verdict: 'unknown', text: 'Azure gives no peeringState for it' }]
    default:
      return [unknownValue('peeringState', state ?? '')]
  }
}

/** Many types have no provisioningState; what is not there is no reason to worry about a type we have no rules for. */
function judgeOther(resource: Resource): Judgement {
  if (resource.provisioningState !== undefined)
    return withState(resource, undefined, undefined, [], 'the last change Succeeded')
  return merge([{ verdict: 'unknown', text: 'this hub has no rules for its type' }], [], '')
}
