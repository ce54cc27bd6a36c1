import type { Exchange } from '../arm/exchange.ts'
import type { Living } from '../store/living.ts'
import type { Json, JsonObject } from '../wire/json.ts'
import { idAt, textAt } from '../wire/read.ts'
import { withCircuitStatus } from './circuit-connection-status.ts'
import { failsForCircuit } from './circuit-not-ready.ts'
import { insideConnection, UNKNOWN_SECONDS } from './connection-changes.ts'
import { isBasic } from './find-gateway.ts'
import type { NetworkType, Purpose } from './network-type.ts'
import { connectionStatusOf, isVpn, tunnelBodies, tunnelsOf } from './tunnels.ts'
import { refuseConnection } from './validate/connections.ts'

const REFERENCES = [
  'virtualNetworkGateway1',
  'virtualNetworkGateway2',
  'localNetworkGateway2',
  'peer',
] as const

export const connections: NetworkType = {
  type: 'connections',
  noun: 'VirtualNetworkGatewayConnection',
  lists: ['group'],
  seconds: { create: 20, update: 33, remove: 133 },
  retryAfter: 10,
  notifies: true,
  etagHeader: false,
  typeAt: 'afterEtag',
  hasGuid: true,
  patch: true,
  required: ['virtualNetworkGateway1', 'connectionType'],
  readOnly: [
    'connectionStatus',
    'tunnelConnectionStatus',
    'egressBytesTransferred',
    'ingressBytesTransferred',
  ],
  // Neither list shows them (recorded behaviour 1.6, ARM contract 11).
  listOmits: ['connectionStatus', 'tunnelConnectionStatus', 'sharedKey'],
  refuse: refuseConnection,
  fails: failsForCircuit,
  fill: ({ sent, before }) => ({
    ...DEFAULTS,
    ...(textAt(sent.connectionType) === 'IPsec' ? { authenticationType: 'PSK' } : {}),
    ...sent,
    connectionType: spelled(textAt(sent.connectionType)),
    ...references(sent),
    // A PUT that leaves the key out keeps it: it is a resource of its own, `…/sharedkey` (assumed).
    sharedKey: sent.sharedKey ?? before?.properties.sharedKey,
    authorizationKey: sent.authorizationKey ?? before?.properties.authorizationKey,
    connectionStatus: before?.properties.connectionStatus,
    tunnelConnectionStatus: before?.properties.tunnelConnectionStatus,
  }),
  settles: ({ before, sent }) =>
    before?.properties.connectionStatus === undefined
      ? [
          { after: 0, merge: { connectionStatus: 'Unknown' } },
          // What a VPN connection becomes follows from its tunnels.
          ...(isVpn({ properties: { connectionType: spelled(textAt(sent.connectionType)) } })
            ? []
            : [{ after: UNKNOWN_SECONDS, merge: { connectionStatus: 'Connected' } }]),
        ]
      : [],
  inside: insideConnection,
  present: withTunnels,
}

/** GET shows the tunnels as they are now; the answer to a PUT has no status (recorded behaviour 1.8). */
function withTunnels(properties: JsonObject, purpose: Purpose, at: Living, exchange: Exchange): JsonObject {
  if (purpose === 'put') return withoutStatus(properties)
  const tunnels = purpose === 'get' ? tunnelsOf(exchange, at) : []
  if (purpose === 'get' && idAt(properties.peer) !== undefined)
    return withCircuitStatus(properties, at, exchange)
  if (tunnels.length === 0) return properties
  return {
    ...properties,
    connectionStatus: connectionStatusOf(tunnels),
    // A Basic gateway reports none (assumed).
    ...(isBasic(exchange, properties) ? {} : { tunnelConnectionStatus: tunnelBodies(tunnels) }),
    ingressBytesTransferred: tunnels.reduce((sum, { received }) => sum + received, 0),
    egressBytesTransferred: tunnels.reduce((sum, { sent }) => sum + sent, 0),
  }
}

const DEFAULTS: JsonObject = {
  connectionProtocol: 'IKEv2',
  routingWeight: 0,
  enableBgp: false,
  useLocalAzureIpAddress: false,
  usePolicyBasedTrafficSelectors: false,
  ipsecPolicies: [],
  trafficSelectorPolicies: [],
  gatewayCustomBgpIpAddresses: [],
  connectionMode: 'Default',
  dpdTimeoutSeconds: 0,
  expressRouteGatewayBypass: false,
  ingressBytesTransferred: 0,
  egressBytesTransferred: 0,
}

function withoutStatus({
  connectionStatus: _status,
  tunnelConnectionStatus: _tunnels,
  ...rest
}: JsonObject): JsonObject {
  return rest
}

/** The service spells them `IPsec`, `Vnet2Vnet`, `ExpressRoute` (recorded behaviour 5). */
function spelled(type: string | undefined): Json | undefined {
  const known = ['IPsec', 'Vnet2Vnet', 'ExpressRoute', 'VPNClient']
  return known.find((one) => one.toLowerCase() === type?.toLowerCase()) ?? type
}

/** Whole gateways may be sent; only their ids are stored (ARM contract 9.3). */
function references(sent: JsonObject): JsonObject {
  return Object.fromEntries(
    REFERENCES.flatMap((member) => {
      const id = idAt(sent[member])
      return id === undefined ? [] : [[member, { id }]]
    }),
  )
}
