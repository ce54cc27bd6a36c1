import { isJsonObject, type JsonObject } from '../../lib/json.ts'
import type { VirtualNetworkGateway } from '../resources/vpn.ts'
import {
  revokedChanges,
  rootChanges,
  type TypedRevoked,
  typedRevokedOf,
  type TypedRoot,
  typedRootsOf,
} from './client-certificates.ts'
import { CONFIGURATION } from './client-lists.ts'
import { memberAt, type MemberChange, type Replacement } from './edit.ts'
import { heldBy } from './held-by.ts'
import { secretKeyOf, serverChanges, type TypedServer, typedServersOf } from './radius-servers.ts'
import { setMembers, writeAction } from './set-members.ts'

export const CLIENT_PROTOCOLS = ['OpenVPN', 'IkeV2', 'SSTP'] as const
export const CLIENT_AUTHENTICATION = ['AAD', 'Certificate', 'Radius'] as const

/** The form as it is typed, but for the secrets of RADIUS servers, which are typed apart. */
export interface TypedPointToSite {
  pool: readonly string[]
  protocols: readonly string[]
  authentication: readonly string[]
  aadTenant: string
  aadAudience: string
  aadIssuer: string
  roots: readonly TypedRoot[]
  revoked: readonly TypedRevoked[]
  servers: readonly TypedServer[]
}

/** What was typed as secrets, by `secretKeyOf` their server's row. */
export type TypedSecrets = ReadonlyMap<string, string>

export function typedPointToSiteOf({ body, ...gateway }: VirtualNetworkGateway): TypedPointToSite {
  const textAt = (name: string) => {
    const value = memberAt(body, [...CONFIGURATION, name])
    return typeof value === 'string' ? value : ''
  }
  return {
    pool: gateway.clientAddressPool,
    protocols: gateway.clientProtocols,
    authentication: gateway.clientAuthentication,
    aadTenant: textAt('aadTenant'),
    aadAudience: textAt('aadAudience'),
    aadIssuer: textAt('aadIssuer'),
    roots: typedRootsOf(body),
    revoked: typedRevokedOf(body),
    servers: typedServersOf(body),
  }
}

/** The secrets that go with the edit: by the address of their server. */
export function sentSecrets(typed: TypedPointToSite, secrets: TypedSecrets): JsonObject {
  return Object.fromEntries(
    typed.servers.flatMap((row) => {
      const secret = secrets.get(secretKeyOf(row)) ?? ''
      return secret === '' ? [] : [[row.address.trim(), secret]]
    }),
  )
}

/** @param secrets those that were typed; they are handed to the queue apart */
export function pointToSiteEdit(
  gateway: VirtualNetworkGateway,
  typed: TypedPointToSite,
  secrets: TypedSecrets = new Map(),
): Replacement {
  const off = typed.pool.length === 0
  const [first, ...others] = off ? [] : Object.keys(sentSecrets(typed, secrets))
  return {
    is: 'edit',
    method: 'PUT',
    topic: 'point-to-site',
    id: gateway.id,
    name: gateway.name,
    changes: off ? turnedOff(gateway) : changedMembers(gateway, typed),
    ...(first !== undefined && { secret: `the RADIUS secret of ${[first, ...others].join(', ')}` }),
    what: `point-to-site of ${gateway.name}`,
    effect: off
      ? `Nobody can connect by point-to-site any more, and everybody who is connected is cut off. Site-to-site tunnels stay.${
          hasRadius(gateway)
            ? ' The secrets of the RADIUS servers are not kept here: after it is put back they have to be set in Azure.'
            : ''
        }`
      : 'Site-to-site tunnels stay. People who are connected may be cut off, and after a change of protocols, sign-in or pool everybody needs the client profile anew.',
    action: writeAction('Microsoft.Network/virtualNetworkGateways'),
    holds: heldBy(gateway),
  }
}

function changedMembers({ body }: VirtualNetworkGateway, typed: TypedPointToSite): MemberChange[] {
  const optional = (name: string, to: string) =>
    [[...CONFIGURATION, name], to === '' ? undefined : to] as const
  return [
    ...setMembers(body, [
      [[...CONFIGURATION, 'vpnClientAddressPool', 'addressPrefixes'], [...typed.pool]],
      [[...CONFIGURATION, 'vpnClientProtocols'], [...typed.protocols]],
      [[...CONFIGURATION, 'vpnAuthenticationTypes'], [...typed.authentication]],
      optional('aadTenant', typed.aadTenant.trim()),
      optional('aadAudience', typed.aadAudience.trim()),
      optional('aadIssuer', typed.aadIssuer.trim()),
    ]),
    ...rootChanges(body, typed.roots),
    ...revokedChanges(body, typed.revoked),
    ...serverChanges(body, typed.servers),
  ]
}

/** The whole object goes, as a GET shows it then, and is kept here to be put back; its health is only told, never set. */
function turnedOff({ body, clientAddressPool }: VirtualNetworkGateway): MemberChange[] {
  const clients = memberAt(body, CONFIGURATION)
  if (clientAddressPool.length === 0 || !isJsonObject(clients)) return []
  const { vpnClientConnectionHealth: _, ...from } = clients
  return [{ path: CONFIGURATION, from }]
}

function hasRadius({ body }: VirtualNetworkGateway): boolean {
  return typedServersOf(body).length > 0
}
