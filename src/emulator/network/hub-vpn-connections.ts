import type { Exchange } from '../arm/exchange.ts'
import { parentId } from '../arm/ids.ts'
import type { Living } from '../store/living.ts'
import type { Json, JsonObject } from '../wire/json.ts'
import { idAt, numberAt, objectAt, objectsAt, textAt, without } from '../wire/read.ts'
import { find } from './find.ts'
import { insideHubConnection, linksOf, linkState } from './hub-links.ts'
import type { Draft, NetworkType, Purpose } from './network-type.ts'
import { randomKey } from './random-key.ts'
import { routingOr } from './routing.ts'
import { failsWithoutSite, refuseVpnConnection } from './validate/vpn-connections.ts'

const LINK_DEFAULTS: JsonObject = {
  connectionBandwidth: 10,
  ipsecPolicies: [],
  vpnConnectionProtocolType: 'IKEv2',
  ingressBytesTransferred: 0,
  egressBytesTransferred: 0,
  packetCaptureDiagnosticState: 'None',
  enableBgp: false,
  enableRateLimiting: false,
  useLocalAzureIpAddress: false,
  usePolicyBasedTrafficSelectors: false,
  routingWeight: 0,
  dpdTimeoutSeconds: 0,
  vpnLinkConnectionMode: 'Default',
  vpnGatewayCustomBgpAddresses: [],
}

/** What a connection without links carries itself (azure-cli recordings 2024). */
const LINKLESS_DEFAULTS: JsonObject = {
  connectionBandwidth: 10,
  ipsecPolicies: [],
  vpnConnectionProtocolType: 'IKEv2',
  enableBgp: false,
  enableRateLimiting: false,
  useLocalAzureIpAddress: false,
  usePolicyBasedTrafficSelectors: false,
  routingWeight: 0,
}

export const vpnConnections: NetworkType = {
  type: 'vpnGateways/vpnConnections',
  noun: 'VpnConnection',
  lists: ['parent'],
  seconds: { create: 93, update: 81, remove: 81 },
  retryAfter: 10,
  notifies: true,
  etagHeader: false,
  typeAt: 'afterEtag',
  hasGuid: false,
  patch: false,
  embeds: [{ member: 'vpnLinkConnections', segment: 'vpnLinkConnections', typeAt: 'end', readable: true }],
  required: ['remoteVpnSite'],
  // First recorded with this version; 2020-05-01 shows none.
  since: { 'vpnLinkConnections.properties.vpnGatewayCustomBgpAddresses': '2022-07-01' },
  readOnly: ['connectionStatus', 'ingressBytesTransferred', 'egressBytesTransferred'],
  refuse: refuseVpnConnection,
  fill: fillConnection,
  fails: failsWithoutSite,
  inside: insideHubConnection,
  // The status is on GET only (recorded behaviour 4), of the links or, where there are none, of the connection (virtual-wan
  // recordings 2024); link keys are on nothing but `listSharedKey` (ARM contract 11).
  present: withLinks,
}

function withLinks(properties: JsonObject, purpose: Purpose, at: Living, exchange: Exchange): JsonObject {
  const hidden = purpose === 'get' ? ['sharedKey'] : ['sharedKey', 'connectionStatus']
  const links = linksOf(exchange, at)
  const states = purpose === 'put' ? [] : links.map((link) => linkState(exchange, link))
  const shown = without({ ...properties, ...sums(states) }, hidden)
  const bodies = objectsAt(properties.vpnLinkConnections)
  if (bodies.length === 0) return without({ ...shown, ...states[0] }, hidden)
  const vpnLinkConnections = bodies.map((link, index) => ({
    ...link,
    properties: without({ ...objectAt(link.properties), ...states[index] }, hidden),
  }))
  return { ...without(shown, ['connectionStatus']), vpnLinkConnections }
}

/** The bytes of a connection are those of its links. */
function sums(states: JsonObject[]): JsonObject {
  const told = states.filter((one) => one.ingressBytesTransferred !== undefined)
  if (told.length === 0) return {}
  const of = (member: string) => told.reduce((sum, one) => sum + (numberAt(one[member]) ?? 0), 0)
  return {
    ingressBytesTransferred: of('ingressBytesTransferred'),
    egressBytesTransferred: of('egressBytesTransferred'),
  }
}

function fillConnection({ sent, id, exchange, before }: Draft): JsonObject {
  const links = objectsAt(sent.vpnLinkConnections)
  const old = objectsAt(before?.properties.vpnLinkConnections)
  return {
    enableInternetSecurity: false,
    ...(links.length === 0 ? LINKLESS_DEFAULTS : {}),
    ingressBytesTransferred: 0,
    egressBytesTransferred: 0,
    ...sent,
    ...(links.length === 0 ? { sharedKey: keyOr(exchange, sent, before?.properties) } : {}),
    connectionStatus: before?.properties.connectionStatus,
    routingConfiguration: routingOr(sent, hubOf(exchange, id), false),
    vpnLinkConnections:
      links.length === 0
        ? undefined
        : links.map((link) => {
            const was = objectAt(old.find((one) => one.name === link.name)?.properties)
            const asked = without(objectAt(link.properties), ['provisioningState', 'connectionStatus'])
            return {
              name: link.name,
              properties: {
                ...LINK_DEFAULTS,
                ...asked,
                sharedKey: keyOr(exchange, asked, was),
                connectionStatus: was.connectionStatus,
              },
            }
          }),
  }
}

/** Nobody reads a key in a GET, so a PUT of what was read keeps it; a link without any gets one of Azure's (Virtual WAN document 5.3). */
function keyOr(exchange: Exchange, asked: JsonObject, was: JsonObject | undefined): Json {
  const given = textAt(asked.sharedKey)
  if (given !== undefined && given !== '') return given
  return textAt(was?.sharedKey) ?? randomKey(exchange.newGuid(), 32)
}

function hubOf(exchange: Exchange, id: string): string | undefined {
  return idAt(find(exchange, parentId(id) ?? '')?.properties.virtualHub)
}
