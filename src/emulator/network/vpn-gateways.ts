import type { Exchange } from '../arm/exchange.ts'
import { parentId } from '../arm/ids.ts'
import { inUse } from '../arm/refusals.ts'
import type { Json, JsonObject } from '../wire/json.ts'
import { idAt, objectAt, objectsAt, textAt, without } from '../wire/read.ts'
import { addressIn, publicAddress } from './addresses.ts'
import { find, livingIn } from './find.ts'
import type { Draft, NetworkType } from './network-type.ts'
import { routingOr } from './routing.ts'
import { refuseHubGateway } from './validate/virtual-hubs.ts'
import { failsWithoutSite, refuseVpnConnection } from './validate/vpn-connections.ts'

/** Site-to-site gateways of a hub. */
export const vpnGateways: NetworkType = {
  type: 'vpnGateways',
  noun: 'VpnGateway',
  lists: ['subscription', 'group'],
  seconds: { create: 1595, update: 223, remove: 791 },
  retryAfter: 10,
  notifies: true,
  etagHeader: false,
  typeAt: 'afterEtag',
  hasGuid: false,
  patch: true,
  inlines: [
    { member: 'connections', type: 'vpnGateways/vpnConnections', absent: 'deletes' },
    { member: 'natRules', type: 'vpnGateways/natRules', absent: 'deletes' },
  ],
  required: ['virtualHub'],
  refuse: refuseHubGateway('vpnGateways'),
  readOnly: ['ipConfigurations', 'packetCaptureDiagnosticState'],
  fill: ({ sent, before }) => ({
    vpnGatewayScaleUnit: 1,
    packetCaptureDiagnosticState: 'None',
    enableBgpRouteTranslationForNat: false,
    isRoutingPreferenceInternet: false,
    ...sent,
    bgpSettings: bgpSettings(sent, objectAt(before?.properties.bgpSettings)),
    ipConfigurations: before?.properties.ipConfigurations ?? [],
  }),
  // By its instances, not by its row: a create that failed left a row without any, and the retry has to make them.
  settles: (draft) =>
    objectsAt(draft.before?.properties.ipConfigurations).length === 0
      ? [{ after: 0, merge: instances(draft) }]
      : [],
  // `ipConfigurations` and the BGP peers are empty in LIST (recorded behaviour 4).
  present: (properties, purpose) => {
    if (purpose !== 'list') return properties
    const bgpSettings = without(objectAt(properties.bgpSettings), ['bgpPeeringAddresses'])
    return { ...properties, ipConfigurations: [], bgpSettings }
  },
  // Refusal documented ("delete connections first"), code assumed (ARM contract 5).
  holds: (at, exchange) => {
    const [user] = livingIn(exchange, `${at.row.key}/vpnConnections`)
    if (user === undefined) return undefined
    return inUse(
      'InUseVpnGatewayCannotBeDeleted',
      `VPN gateway ${at.row.id} is in use by ${user.row.id} and cannot be deleted.`,
    )
  },
}

/** What was asked for over what there was. Of the peers only the custom addresses are the client's to set. */
function bgpSettings(sent: JsonObject, old: JsonObject): JsonObject {
  const asked = objectAt(sent.bgpSettings)
  const bgp = { asn: 65515, peerWeight: 0, ...old, ...without(asked, ['bgpPeeringAddresses']) }
  if (old.bgpPeeringAddresses === undefined) return bgp
  const bgpPeeringAddresses = objectsAt(old.bgpPeeringAddresses).map((peer) => ({
    ...peer,
    customBgpIpAddresses: customAddresses(asked, peer) ?? peer.customBgpIpAddresses ?? [],
  }))
  return { ...bgp, bgpPeeringAddresses }
}

function customAddresses(asked: JsonObject, { ipconfigurationId }: JsonObject): Json | undefined {
  return objectsAt(asked.bgpPeeringAddresses).find((one) => one.ipconfigurationId === ipconfigurationId)
    ?.customBgpIpAddresses
}

/** Two instances, named plainly, with a public and a private address each (recorded behaviour 5). */
function instances({ id, sent, exchange }: Draft): JsonObject {
  const prefix = textAt(find(exchange, idAt(sent.virtualHub) ?? '')?.properties.addressPrefix)
  const addresses = [0, 1].map((number) => ({
    id: `Instance${number}`,
    publicIpAddress: publicAddress(`${id}/${number}`.toLowerCase()),
    privateIpAddress: addressIn(prefix, 4 + number) ?? '',
    bgp: addressIn(prefix, 12 + number),
  }))
  return {
    ipConfigurations: addresses.map(({ bgp: _bgp, ...rest }) => rest),
    bgpSettings: {
      asn: 65515,
      peerWeight: 0,
      ...objectAt(sent.bgpSettings),
      bgpPeeringAddresses: addresses.map((one) => ({
        ipconfigurationId: one.id,
        defaultBgpIpAddresses: one.bgp === undefined ? [] : [one.bgp],
        customBgpIpAddresses:
          customAddresses(objectAt(sent.bgpSettings), { ipconfigurationId: one.id }) ?? [],
        tunnelIpAddresses: [one.publicIpAddress, one.privateIpAddress],
      })),
    },
  }
}

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
  fill: (draft) => fillConnection(draft),
  fails: failsWithoutSite,
  settles: (draft) => comesUp(draft),
  // The status is on GET only (recorded behaviour 4), of the links or, where there are none, of the connection (virtual-wan
  // recordings 2024); link keys are on nothing but `listSharedKey` (ARM contract 11).
  present: (properties, purpose) => {
    const hidden = purpose === 'get' ? ['sharedKey'] : ['sharedKey', 'connectionStatus']
    const links = properties.vpnLinkConnections
    const shown = without(properties, hidden)
    if (links === undefined) return shown
    const vpnLinkConnections = objectsAt(links).map((link) => ({
      ...link,
      properties: without(objectAt(link.properties), hidden),
    }))
    return { ...without(shown, ['connectionStatus']), vpnLinkConnections }
  },
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
    connectionStatus: before?.properties.connectionStatus,
    routingConfiguration: routingOr(sent, hubOf(exchange, id), false),
    vpnLinkConnections:
      links.length === 0
        ? undefined
        : links.map((link) => ({
            name: link.name,
            properties: {
              ...LINK_DEFAULTS,
              ...without(objectAt(link.properties), ['provisioningState', 'connectionStatus']),
              connectionStatus: objectAt(old.find((one) => one.name === link.name)?.properties)
                .connectionStatus,
            },
          })),
  }
}

/** `Unknown` for a while after success, then `Connected`: the number of seconds is assumed. */
function comesUp(draft: Draft) {
  const connected = { after: 120, merge: statuses(draft, 'Connected') }
  const { before, exchange } = draft
  if (before?.properties.connectionStatus === undefined)
    return [{ after: 0, merge: statuses(draft, 'Unknown') }, connected]
  // Still coming up: said anew, as what was pending holds the links as they were before this write.
  return before.row.due.some((due) => due.at > exchange.now) ? [connected] : []
}

function statuses(draft: Draft, connectionStatus: string): JsonObject {
  const links = objectsAt(fillConnection(draft).vpnLinkConnections)
  if (links.length === 0) return { connectionStatus }
  const vpnLinkConnections = links.map((link) => ({
    name: link.name,
    properties: { ...objectAt(link.properties), connectionStatus },
  }))
  return { connectionStatus, vpnLinkConnections }
}

function hubOf(exchange: Exchange, id: string): string | undefined {
  return idAt(find(exchange, parentId(id) ?? '')?.properties.virtualHub)
}
