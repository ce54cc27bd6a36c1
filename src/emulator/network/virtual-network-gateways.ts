import type { Exchange } from '../arm/exchange.ts'
import { inUse } from '../arm/refusals.ts'
import type { JsonObject } from '../wire/json.ts'
import { arrayAt, idAt, numberAt, objectAt, objectsAt, textAt, without } from '../wire/read.ts'
import { addressIn, publicAddress } from './addresses.ts'
import { find, referrers } from './find.ts'
import type { Draft, NetworkType } from './network-type.ts'
import { refuseVirtualNetworkGateway } from './validate/virtual-network-gateways.ts'

/** Seconds from 201 to Succeeded by SKU (recorded behaviour 2.2); what was not recorded takes the nearest that was. */
const CREATE_SECONDS: Record<string, number> = {
  Basic: 214,
  VpnGw1: 982,
  VpnGw1AZ: 982,
  VpnGw2: 1036,
  VpnGw2AZ: 1036,
  Standard: 1918,
  HighPerformance: 1316,
  UltraPerformance: 882,
  ErGwScale: 783,
}

export const virtualNetworkGateways: NetworkType = {
  type: 'virtualNetworkGateways',
  noun: 'VirtualNetworkGateway',
  // No list at subscription scope (ARM contract 10).
  lists: ['group'],
  seconds: {
    create: ({ sent }) => CREATE_SECONDS[textAt(objectAt(sent.sku).name) ?? ''] ?? 1204,
    update: 135,
    remove: 436,
  },
  retryAfter: 10,
  notifies: true,
  etagHeader: false,
  typeAt: 'afterEtag',
  hasGuid: true,
  patch: true,
  inlines: [{ member: 'natRules', type: 'virtualNetworkGateways/natRules', absent: 'deletes' }],
  embeds: [
    { member: 'ipConfigurations', segment: 'ipConfigurations', typeAt: 'afterEtag', readable: false },
    {
      member: 'virtualNetworkGatewayPolicyGroups',
      segment: 'virtualNetworkGatewayPolicyGroups',
      typeAt: 'afterEtag',
      readable: false,
    },
  ],
  readOnly: ['inboundDnsForwardingEndpoint', 'packetCaptureDiagnosticState', 'isMigrateToCSES'],
  refuse: refuseVirtualNetworkGateway,
  fill: (draft) => fillGateway(draft),
  settles: (draft) =>
    hasBgpSettings(draft.sent) ? [{ after: 0, merge: { bgpSettings: provisionedBgp(draft) } }] : [],
  // GET leaves the empty P2S skeleton out, LIST and PUT show it (recorded behaviour 4).
  present: (properties, purpose) => {
    const pool = objectAt(objectAt(properties.vpnClientConfiguration).vpnClientAddressPool)
    const hasClients = arrayAt(pool.addressPrefixes).length > 0
    if (properties.gatewayType !== 'Vpn' || hasClients) return properties
    if (purpose === 'get') return without(properties, ['vpnClientConfiguration'])
    return { ...properties, vpnClientConfiguration: EMPTY_CLIENTS }
  },
  // Refusal documented (Remove-AzVirtualNetworkGateway), code assumed (ARM contract 5).
  holds: (at, exchange) => {
    const [user] = referrers(exchange, at.row.id, 'connections')
    if (user === undefined) return undefined
    return inUse(
      'InUseVirtualNetworkGatewayCannotBeDeleted',
      `Virtual network gateway ${at.row.id} is in use by ${user.row.id} and cannot be deleted.`,
    )
  },
}

const EMPTY_CLIENTS: JsonObject = {
  vpnClientProtocols: ['OpenVPN', 'IkeV2'],
  vpnAuthenticationTypes: [],
  vpnClientRootCertificates: [],
  vpnClientRevokedCertificates: [],
  vngClientConnectionConfigurations: [],
  radiusServers: [],
  vpnClientIpsecPolicies: [],
}

/** Defaults of recorded behaviour 5, in the order the service writes them. */
function fillGateway(draft: Draft): JsonObject {
  const { sent } = draft
  const sku = objectAt(sent.sku)
  const vpn = sent.gatewayType !== 'ExpressRoute' && sent.gatewayType !== 'LocalGateway'
  return {
    packetCaptureDiagnosticState: 'None',
    enablePrivateIpAddress: false,
    isMigrateToCSES: false,
    enableBgpRouteTranslationForNat: false,
    disableIPSecReplayProtection: false,
    gatewayType: 'Vpn',
    vpnType: 'RouteBased',
    enableBgp: false,
    activeActive: false,
    allowRemoteVnetTraffic: false,
    allowVirtualWanTraffic: false,
    virtualNetworkGatewayPolicyGroups: [],
    ...sent,
    sku: { ...sku, tier: sku.tier ?? sku.name, capacity: numberAt(sku.capacity) ?? 2 },
    ipConfigurations: objectsAt(sent.ipConfigurations).map((one) => configuration(one)),
    vpnGatewayGeneration: vpn ? generation(sent) : 'None',
    bgpSettings: hasBgpSettings(sent)
      ? (draft.before?.properties.bgpSettings ?? startingBgp(draft))
      : undefined,
  }
}

function configuration(one: JsonObject): JsonObject {
  const properties = objectAt(one.properties)
  return {
    name: one.name,
    properties: {
      ...without(properties, ['provisioningState']),
      privateIPAllocationMethod: properties.privateIPAllocationMethod ?? 'Dynamic',
    },
  }
}

function generation(sent: JsonObject): string {
  const asked = textAt(sent.vpnGatewayGeneration)
  return asked === undefined || asked === 'None' ? 'Generation1' : asked
}

/** No BGP settings on Basic and on ExpressRoute gateways (recorded behaviour 5). */
function hasBgpSettings(sent: JsonObject): boolean {
  return sent.gatewayType !== 'ExpressRoute' && objectAt(sent.sku).name !== 'Basic'
}

/** While the gateway is made: peers without addresses (recorded in the 201 body, azure-cli 2024). */
function startingBgp({ id, sent }: Draft): JsonObject {
  const asked = objectAt(sent.bgpSettings)
  return {
    asn: 65515,
    peerWeight: 0,
    ...without(asked, ['bgpPeeringAddresses', 'bgpPeeringAddress']),
    bgpPeeringAddresses: objectsAt(sent.ipConfigurations).map((one) => ({
      ipconfigurationId: `${id}/ipConfigurations/${textAt(one.name) ?? 'default'}`,
      defaultBgpIpAddresses: [],
      customBgpIpAddresses: customAddresses(asked, textAt(one.name)),
    })),
  }
}

/** When it is up: the last usable addresses of the gateway subnet, and the public addresses of the tunnels. */
function provisionedBgp(draft: Draft): JsonObject {
  const bgp = startingBgp(draft)
  const configurations = objectsAt(draft.sent.ipConfigurations)
  const peers = objectsAt(bgp.bgpPeeringAddresses).map((peer, index) => {
    const inner = objectAt(configurations[index]?.properties)
    const address = addressIn(
      subnetPrefix(draft.exchange, idAt(inner.subnet)),
      index - 1 - configurations.length,
    )
    return {
      ...peer,
      defaultBgpIpAddresses: address === undefined ? [] : [address],
      tunnelIpAddresses: [tunnelAddress(draft.exchange, idAt(inner.publicIPAddress))],
    }
  })
  const addresses = peers.flatMap((peer) => peer.defaultBgpIpAddresses)
  return { ...bgp, bgpPeeringAddress: addresses.join(','), bgpPeeringAddresses: peers }
}

function customAddresses(asked: JsonObject, name: string | undefined) {
  const peer = objectsAt(asked.bgpPeeringAddresses).find((one) =>
    textAt(one.ipconfigurationId)
      ?.toLowerCase()
      .endsWith(`/${(name ?? '').toLowerCase()}`),
  )
  return arrayAt(peer?.customBgpIpAddresses)
}

function subnetPrefix(exchange: Exchange, subnet: string | undefined): string | undefined {
  const properties = subnet === undefined ? undefined : find(exchange, subnet)?.properties
  return textAt(properties?.addressPrefix) ?? textAt(arrayAt(properties?.addressPrefixes)[0])
}

function tunnelAddress(exchange: Exchange, address: string | undefined): string {
  const at = address === undefined ? undefined : find(exchange, address)
  return textAt(at?.properties.ipAddress) ?? publicAddress((address ?? '').toLowerCase())
}
