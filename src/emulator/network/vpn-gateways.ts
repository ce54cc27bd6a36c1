import { inUse } from '../arm/refusals.ts'
import type { Json, JsonObject } from '../wire/json.ts'
import { idAt, objectAt, objectsAt, textAt, without } from '../wire/read.ts'
import { addressIn, publicAddress } from './addresses.ts'
import { find, livingIn } from './find.ts'
import type { Draft, NetworkType } from './network-type.ts'
import { refuseHubGateway } from './validate/virtual-hubs.ts'

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
