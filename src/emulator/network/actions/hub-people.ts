import { ok } from '../../arm/answer.ts'
import { networkError } from '../../arm/refusals.ts'
import type { Answer } from '../../arm/answer.ts'
import type { Exchange } from '../../arm/exchange.ts'
import type { Living } from '../../store/living.ts'
import type { JsonObject } from '../../wire/json.ts'
import { arrayAt, idAt, isObject, objectAt, objectsAt, textAt } from '../../wire/read.ts'
import { keepBlob } from '../blobs.ts'
import { find, referrers } from '../find.ts'
import { clientPools, peopleOf } from '../hub-people.ts'
import { bodyOf } from '../view.ts'
import { clientHealth, type VpnClient } from '../vpn-clients.ts'
import { profileUrl } from './point-to-site.ts'
import { answerLater, unreadable, type Action } from './start.ts'

/** POST getP2sVpnConnectionHealth: the gateway itself, with its counts (ARM contract 9.9); headers and duration assumed. */
export const peopleHealth: Action = (exchange, at) => {
  const body = bodyOf(exchange, at, 'get')
  const vpnClientConnectionHealth = clientHealth(peopleOf(exchange, at))
  const result = { ...body, properties: { ...objectAt(body.properties), vpnClientConnectionHealth } }
  return answerLater(exchange, at, { seconds: 10, both: true, result })
}

/**
 * POST getP2sVpnConnectionHealthDetailed { vpnUserNamesFilter, outputBlobSasUrl }: each client is written to the blob, the answer says
 * where (ARM contract 9.9). The form of what is written is assumed.
 */
export const peopleHealthDetailed: Action = (exchange, at) => {
  const { body } = exchange
  const sasUrl = isObject(body) ? textAt(body.outputBlobSasUrl) : undefined
  if (sasUrl === undefined || sasUrl === '' || !isObject(body)) return unreadable()
  const users = arrayAt(body.vpnUserNamesFilter).flatMap((one) => textAt(one) ?? [])
  const clients = peopleOf(exchange, at).filter(({ user }) => users.length === 0 || users.includes(user))
  keepBlob(
    exchange,
    at,
    sasUrl,
    JSON.stringify(
      clients.map((client) => healthOf(client, exchange.now)),
      null,
      2,
    ),
  )
  return answerLater(exchange, at, { seconds: 10, both: true, result: { sasUrl } })
}

function healthOf(client: VpnClient, now: number): JsonObject {
  return {
    vpnConnectionId: client.id,
    vpnUserName: client.user,
    publicIpAddress: client.publicIpAddress,
    privateIpAddress: client.privateIpAddress,
    vpnConnectionTime: new Date(client.since).toISOString().slice(0, 19),
    vpnConnectionDuration: Math.floor((now - client.since) / 1000),
    ingressBytesTransferred: client.received,
    egressBytesTransferred: client.sent,
  }
}

/** POST p2svpnGateways/{g}/generatevpnprofile { authenticationMethod }: both headers, `{ profileUrl }`, 33 s recorded. */
export const peopleProfile: Action = (exchange, at) => {
  const refusal = refuseMethod(exchange.body)
  if (refusal !== undefined) return refusal
  if (clientPools(at).every(({ prefixes }) => prefixes.length === 0)) {
    return networkError(
      400,
      'VpnClientConfigurationNotSpecified',
      `Point-to-site gateway ${at.row.id} has no address pool for clients.`,
    )
  }
  return answerProfile(exchange, at)
}

/** POST virtualWans/{w}/GenerateVpnProfile: the same for every gateway of a server configuration (published example). */
export const wanProfile: Action = (exchange, at) => {
  const { body } = exchange
  if (!isObject(body)) return unreadable()
  const configuration = textAt(body.vpnServerConfigurationResourceId)?.toLowerCase()
  const known = configurationsOf(exchange, at).find((id) => id.toLowerCase() === configuration)
  const refusal = refuseMethod(body)
  if (refusal !== undefined) return refusal
  if (known !== undefined) return answerProfile(exchange, at)
  return networkError(
    400,
    'InvalidRequestParameter',
    `VPN server configuration ${configuration ?? ''} is used by no gateway of virtual WAN ${at.row.id}.`,
  )
}

/** Left out, or one of two (published schema). How another one is refused is assumed. */
function refuseMethod(body: Exchange['body']): Answer | undefined {
  const method = isObject(body) ? body.authenticationMethod : undefined
  return method === undefined || method === null || method === 'EAPTLS' || method === 'EAPMSCHAPv2'
    ? undefined
    : unreadable()
}

function answerProfile(exchange: Exchange, at: Living): Answer {
  const seconds = 33
  return answerLater(exchange, at, {
    seconds,
    both: true,
    result: { profileUrl: profileUrl(exchange, at, seconds) },
  })
}

/** POST virtualWans/{w}/vpnServerConfigurations: `{ vpnServerConfigurationResourceIds }` (ARM contract 9.9). */
export const wanServerConfigurations: Action = (exchange, at) =>
  answerLater(exchange, at, {
    seconds: 2,
    both: true,
    result: { vpnServerConfigurationResourceIds: configurationsOf(exchange, at) },
  })

/** Those of the point-to-site gateways in its hubs. */
function configurationsOf(exchange: Exchange, wan: Living): string[] {
  const ids = referrers(exchange, wan.row.id, 'virtualHubs')
    .flatMap((hub) => referrers(exchange, hub.row.id, 'p2sVpnGateways'))
    .flatMap(({ properties }) => find(exchange, idAt(properties.vpnServerConfiguration) ?? '')?.row.id ?? [])
  return [...new Set(ids)]
}

/** POST listRadiusSecrets: 200 at once (published schema, RadiusAuthServerListResult). */
export const configurationSecrets: Action = (_exchange, { properties }) => {
  const servers = [properties, ...objectsAt(properties.radiusServers)]
  return ok({
    value: servers.flatMap(({ radiusServerAddress, radiusServerSecret }) =>
      textAt(radiusServerAddress) === undefined ? [] : [{ radiusServerAddress, radiusServerSecret }],
    ),
  })
}
