import type { Exchange } from '../arm/exchange.ts'
import { inUse } from '../arm/refusals.ts'
import type { Living } from '../store/living.ts'
import type { JsonObject } from '../wire/json.ts'
import { arrayAt, idAt, isObject, numberAt, objectAt, objectsAt, textAt, without } from '../wire/read.ts'
import { addressIn, publicAddress } from './addresses.ts'
import { find, referrers } from './find.ts'
import type { Draft, NetworkType, Purpose } from './network-type.ts'
import { clientHealth, clientsOf } from './vpn-clients.ts'
import { onlyGenerationOf } from './validate/gateway-skus.ts'
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

/** Lists of certificates that are sub-resources of the gateway. */
const CERTIFICATES = ['vpnClientRootCertificates', 'vpnClientRevokedCertificates']

export const virtualNetworkGateways: NetworkType = {
  type: 'virtualNetworkGateways',
  noun: 'VirtualNetworkGateway',
  // No list at subscription scope (ARM contract 10).
  lists: ['group'],
  seconds: {
    create: ({ sent }) => CREATE_SECONDS[textAt(objectAt(sent.sku).name) ?? ''] ?? 1204,
    // A change of size is documented with about 45 minutes (VPN gateway document 5.4), anything else was recorded.
    update: ({ sent, before }) =>
      before !== undefined && objectAt(sent.sku).name !== objectAt(before.properties.sku).name ? 2700 : 135,
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
    ...CERTIFICATES.map((member) => ({
      member,
      within: 'vpnClientConfiguration',
      segment: member,
      typeAt: 'end' as const,
      readable: false,
    })),
  ],
  // First recorded with these versions; 2021-05-01 shows none of the first four, 2022-01-01 none of the others.
  since: {
    isMigrateToCSES: '2022-01-01',
    disableIPSecReplayProtection: '2022-01-01',
    virtualNetworkGatewayPolicyGroups: '2022-01-01',
    'vpnClientConfiguration.vngClientConnectionConfigurations': '2022-01-01',
    allowRemoteVnetTraffic: '2023-09-01',
    allowVirtualWanTraffic: '2023-09-01',
  },
  readOnly: ['inboundDnsForwardingEndpoint', 'packetCaptureDiagnosticState', 'isMigrateToCSES'],
  refuse: refuseVirtualNetworkGateway,
  fill: (draft) => fillGateway(draft),
  inside: ({ before }, endsAt) => before?.inside ?? { readyAt: endsAt },
  settles: (draft) => [
    ...(hasBgpSettings(draft.sent) ? [{ after: 0, merge: { bgpSettings: provisionedBgp(draft) } }] : []),
    ...inEdgeZone(draft),
  ],
  present: (properties, purpose, at, exchange) => withClients(properties, purpose, at, exchange),
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

/**
 * Without point-to-site, GET leaves the object out and LIST and PUT show an empty one (recorded behaviour 4); with it, GET
 * adds the health (azure-cli recordings 2021 to 2024). `SSTP` on gateways that know nothing newer (azure-cli recording 2022).
 */
function withClients(properties: JsonObject, purpose: Purpose, at: Living, exchange: Exchange): JsonObject {
  const clients = objectAt(properties.vpnClientConfiguration)
  const pool = objectAt(clients.vpnClientAddressPool)
  if (properties.gatewayType === 'ExpressRoute') return properties
  if (arrayAt(pool.addressPrefixes).length > 0) {
    if (purpose !== 'get') return properties
    const vpnClientConnectionHealth = clientHealth(clientsOf(exchange, at))
    return { ...properties, vpnClientConfiguration: { vpnClientConnectionHealth, ...clients } }
  }
  if (purpose === 'get') return without(properties, ['vpnClientConfiguration'])
  const old = properties.gatewayType === 'LocalGateway' || objectAt(properties.sku).name === 'Basic'
  const vpnClientProtocols = old ? ['SSTP'] : ['OpenVPN', 'IkeV2']
  return { ...properties, vpnClientConfiguration: { vpnClientProtocols, ...NO_CLIENTS } }
}

const NO_CLIENTS: JsonObject = {
  vpnAuthenticationTypes: [],
  vpnClientRootCertificates: [],
  vpnClientRevokedCertificates: [],
  vngClientConnectionConfigurations: [],
  radiusServers: [],
  vpnClientIpsecPolicies: [],
}

/** How people sign in: as sent, or what follows from the parts that were sent (azure-cli recordings 2021 to 2024). */
function clientConfiguration(sent: JsonObject): JsonObject {
  const asked = arrayAt(sent.vpnAuthenticationTypes)
  const implied = [
    ...(sent.aadTenant === undefined ? [] : ['AAD']),
    ...(objectsAt(sent.vpnClientRootCertificates).length === 0 ? [] : ['Certificate']),
    ...(sent.radiusServerAddress === undefined ? [] : ['Radius']),
  ]
  return {
    vpnClientProtocols: ['OpenVPN', 'IkeV2'],
    ...NO_CLIENTS,
    ...without(sent, ['vpnClientConnectionHealth']),
    vpnAuthenticationTypes: asked.length > 0 ? asked : implied,
  }
}

/** Defaults of recorded behaviour 5, in the order the service writes them. */
function fillGateway(draft: Draft): JsonObject {
  const { sent } = draft
  const vpn = sent.gatewayType !== 'ExpressRoute' && sent.gatewayType !== 'LocalGateway'
  return {
    packetCaptureDiagnosticState: 'None',
    enablePrivateIpAddress: false,
    isMigrateToCSES: false,
    enableBgpRouteTranslationForNat: false,
    disableIPSecReplayProtection: false,
    gatewayType: 'Vpn',
    vpnType: sent.gatewayType === 'LocalGateway' ? 'PolicyBased' : 'RouteBased',
    enableBgp: false,
    activeActive: false,
    allowRemoteVnetTraffic: false,
    allowVirtualWanTraffic: false,
    virtualNetworkGatewayPolicyGroups: [],
    ...sent,
    sku: isObject(sent.sku) ? filledSku(sent.sku) : undefined,
    ipConfigurations: objectsAt(sent.ipConfigurations).map((one) => configuration(one)),
    vpnClientConfiguration: isObject(sent.vpnClientConfiguration)
      ? clientConfiguration(sent.vpnClientConfiguration)
      : undefined,
    vpnGatewayGeneration: vpn ? generation(draft) : 'None',
    bgpSettings: hasBgpSettings(sent)
      ? (draft.before?.properties.bgpSettings ?? startingBgp(draft))
      : undefined,
  }
}

function filledSku(sku: JsonObject): JsonObject {
  return { ...sku, tier: sku.tier ?? sku.name, capacity: numberAt(sku.capacity) ?? 2 }
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

function generation({ sent, before }: Draft): string {
  const known = [sent.vpnGatewayGeneration, before?.properties.vpnGatewayGeneration].find(
    (one) => one !== undefined && one !== 'None',
  )
  return textAt(known) ?? onlyGenerationOf(textAt(objectAt(sent.sku).name)) ?? 'Generation1'
}

/** No BGP settings on Basic, ExpressRoute and local gateways (recorded behaviour 5, azure-cli recording 2022). */
function hasBgpSettings(sent: JsonObject): boolean {
  const { gatewayType, sku } = sent
  return gatewayType !== 'ExpressRoute' && gatewayType !== 'LocalGateway' && objectAt(sku).name !== 'Basic'
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

/** A local gateway names the network of its edge zone once it is up (azure-cli recording 2022). */
function inEdgeZone({ sent }: Draft) {
  const id = textAt(sent.vNetExtendedLocationResourceId)
  return id === undefined ? [] : [{ after: 0, merge: { virtualNetworkExtendedLocation: [{ id }] } }]
}

function subnetPrefix(exchange: Exchange, subnet: string | undefined): string | undefined {
  const properties = subnet === undefined ? undefined : find(exchange, subnet)?.properties
  return textAt(properties?.addressPrefix) ?? textAt(arrayAt(properties?.addressPrefixes)[0])
}

function tunnelAddress(exchange: Exchange, address: string | undefined): string {
  const at = address === undefined ? undefined : find(exchange, address)
  return textAt(at?.properties.ipAddress) ?? publicAddress((address ?? '').toLowerCase())
}
