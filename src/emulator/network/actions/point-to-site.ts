import type { Answer } from '../../arm/answer.ts'
import { ok } from '../../arm/answer.ts'
import type { Exchange } from '../../arm/exchange.ts'
import { networkError } from '../../arm/refusals.ts'
import { scaled } from '../../arm/timing.ts'
import type { Living } from '../../store/living.ts'
import type { JsonObject } from '../../wire/json.ts'
import { arrayAt, isObject, objectAt, objectsAt, textAt } from '../../wire/read.ts'
import { refusePolicies } from '../validate/ipsec-policies.ts'
import { clientsOf, hasClients, type VpnClient } from '../vpn-clients.ts'
import { answerLater, change, unreadable, type Action } from './start.ts'

/** POST getVpnClientConnectionHealth: `{ value }`, empty where there are no clients (recorded behaviour 7). */
export const clientConnectionHealth: Action = (exchange, at) =>
  answerLater(exchange, at, {
    seconds: 1,
    result: { value: clientsOf(exchange, at).map((client) => healthOf(client, exchange.now)) },
  })

/** Members and forms of the published example (VirtualNetworkGatewayGetVpnclientConnectionHealth, 2024-01-01). */
function healthOf(client: VpnClient, now: number): JsonObject {
  return {
    vpnConnectionId: client.id,
    vpnConnectionDuration: Math.floor((now - client.since) / 1000),
    vpnConnectionTime: new Date(client.since).toISOString().slice(0, 19),
    publicIpAddress: client.publicIpAddress,
    privateIpAddress: client.privateIpAddress,
    vpnUserName: client.user,
    maxBandwidth: 240_000_000,
    egressPacketsTransferred: Math.floor(client.sent / 900),
    egressBytesTransferred: client.sent,
    ingressPacketsTransferred: Math.floor(client.received / 700),
    ingressBytesTransferred: client.received,
    maxPacketsPerSecond: 4_000,
  }
}

/** POST disconnectVirtualNetworkGatewayVpnConnections { vpnConnectionIds }: `Location` alone, 200 `null`, 11 s recorded. */
export const disconnectClients: Action = (exchange, at) => {
  const ids = isObject(exchange.body) ? exchange.body.vpnConnectionIds : undefined
  if (!Array.isArray(ids)) return unreadable()
  return change(exchange, at, {
    name: 'DisconnectVirtualNetworkGatewayVpnConnectionsOperation',
    seconds: 11,
    silent: true,
    brings: () => ({ inside: { disconnected: [...arrayAt(at.inside.disconnected), ...ids] } }),
  })
}

/** POST generatevpnprofile and generatevpnclientpackage: `Location` alone; the result is a JSON string, the URL (recorded). */
export const generateProfile: Action = (exchange, at) => withUrl(exchange, at, 21)

/** POST getvpnprofilepackageurl: the same, 31 s recorded. */
export const profilePackageUrl: Action = (exchange, at) => withUrl(exchange, at, 31)

function withUrl(exchange: Exchange, at: Living, seconds: number): Answer {
  const refusal = refuseWithoutClients(at)
  if (refusal !== undefined) return refusal
  return answerLater(exchange, at, { seconds, result: profileUrl(exchange, at, seconds), notifies: false })
}

/** Good for an hour, as recorded (recorded behaviour 7). The host is made up: names under `.example` lead nowhere (RFC 2606). */
export function profileUrl(exchange: Exchange, at: Living, seconds: number): string {
  const from = exchange.now + scaled(seconds, exchange.settings.speed)
  const stamp = (ms: number) => encodeURIComponent(new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z'))
  const hour = `st=${stamp(from)}&se=${stamp(from + 3_600_000)}`
  const signature = exchange.newGuid().replaceAll('-', '')
  return (
    `https://vpnprofiles.blob.storage.example/vpnprofileimmutable/${at.row.guid}/vpnprofile/${exchange.newGuid()}` +
    `/vpnclientconfiguration.zip?sv=2017-04-17&sr=b&sig=${signature}%3D&${hour}&sp=r&fileExtension=.zip`
  )
}

/** What a client takes without settings of its own. The service's values are not recorded. */
const CLIENT_POLICY: JsonObject = {
  saLifeTimeSeconds: 27_000,
  saDataSizeKilobytes: 102_400_000,
  ipsecEncryption: 'AES256',
  ipsecIntegrity: 'SHA256',
  ikeEncryption: 'AES256',
  ikeIntegrity: 'SHA256',
  dhGroup: 'DHGroup2',
  pfsGroup: 'None',
}

/** POST getvpnclientipsecparameters: 200 at once (recorded behaviour 7). */
export const clientIpsecParameters: Action = (_exchange, at) => {
  const [policy] = objectsAt(objectAt(at.properties.vpnClientConfiguration).vpnClientIpsecPolicies)
  return refuseWithoutClients(at) ?? ok(policy ?? CLIENT_POLICY)
}

/** POST setvpnclientipsecparameters: both headers, 200 `null`, 42 s; that GET of the gateway shows them is assumed. */
export const setClientIpsecParameters: Action = (exchange, at) => {
  const { body } = exchange
  if (!isObject(body)) return unreadable()
  const refusal = refuseWithoutClients(at) ?? refusePolicies(at.row.id, [body])
  if (refusal !== undefined) return refusal
  const configuration = objectAt(at.properties.vpnClientConfiguration)
  return change(exchange, at, {
    name: 'SetVpnclientIpsecParametersOperation',
    seconds: 42,
    notifies: false,
    brings: () => ({
      properties: { vpnClientConfiguration: { ...configuration, vpnClientIpsecPolicies: [body] } },
    }),
  })
}

/** POST resetvpnclientsharedkey: nothing recorded, taken to be like the reset of a connection's key. */
export const resetClientSharedKey: Action = (exchange, at) =>
  refuseWithoutClients(at) ?? change(exchange, at, { name: 'ResetVpnClientSharedKeyOperation', seconds: 43 })

/** POST listRadiusSecrets: 200 at once, the address and secret of each server (published schema, RadiusAuthServerListResult). */
export const radiusSecrets: Action = (_exchange, at) => {
  const clients = objectAt(at.properties.vpnClientConfiguration)
  const servers = [clients, ...objectsAt(clients.radiusServers)]
  return ok({
    value: servers.flatMap(({ radiusServerAddress, radiusServerSecret }) =>
      textAt(radiusServerAddress) === undefined ? [] : [{ radiusServerAddress, radiusServerSecret }],
    ),
  })
}

/** That it needs point-to-site follows from what it is; code and text assumed. */
function refuseWithoutClients(at: Living): Answer | undefined {
  if (hasClients(at)) return undefined
  return networkError(
    400,
    'VpnClientConfigurationNotSpecified',
    `Virtual network gateway ${at.row.id} has no VPN client configuration.`,
  )
}
