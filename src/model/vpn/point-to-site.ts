import type { ClientSession } from '../diagnostics/client-session.ts'
import { radiusField } from '../details/client-sign-in.ts'
import type { Field } from '../details/field.ts'
import { code, codes, field, texts } from '../details/values.ts'
import { heldBy } from '../edits/held-by.ts'
import type { Action } from '../edits/write.ts'
import { sentenceList } from '../format.ts'
import type { VirtualNetworkGateway } from '../resources/vpn.ts'

/** How clients reach a gateway: pool, protocols, sign-in. */
export function pointToSiteFields(gateway: VirtualNetworkGateway): Field[] {
  const { clients, clientAddressPool, clientProtocols, clientAuthentication } = gateway
  const entra = [
    ['Entra tenant', clients?.aadTenant],
    ['Entra audience', clients?.aadAudience],
    ['Entra issuer', clients?.aadIssuer],
  ] as const
  return [
    field('Address pool', codes(clientAddressPool, 'not configured')),
    field('Protocols', texts(clientProtocols, 'not given by Azure')),
    field('Authentication', texts(clientAuthentication, 'not given by Azure')),
    radiusField(clients?.radiusServers ?? []),
    ...entra.flatMap(([label, value]) => (value === undefined ? [] : [field(label, code(value))])),
  ]
}

/** Who it is, as far as Azure says. */
export function sessionName({ userName, privateIpAddress, vpnConnectionId }: ClientSession): string {
  return userName ?? privateIpAddress ?? vpnConnectionId
}

const ACTION = 'disconnectVirtualNetworkGatewayVpnConnections'

/** Cuts clients off. They may connect again at once: it takes no right from anybody. */
export function disconnection(gateway: VirtualNetworkGateway, sessions: readonly ClientSession[]): Action {
  const names = [...new Set(sessions.map(sessionName))]
  const who = names.length > 4 ? `${sessions.length} clients` : sentenceList(names)
  return {
    is: 'action',
    method: 'POST',
    segment: ACTION,
    body: { vpnConnectionIds: sessions.map(({ vpnConnectionId }) => vpnConnectionId) },
    id: gateway.id,
    name: gateway.name,
    topic: 'point-to-site/disconnect',
    what: `Disconnect ${who} from ${gateway.name}`,
    effect:
      'What they do over the tunnel breaks off. Their devices may connect again at once: to keep somebody out, revoke the certificate or take the right to sign in.',
    action: `Microsoft.Network/virtualNetworkGateways/${ACTION.toLowerCase()}/action`,
    holds: heldBy(gateway),
  }
}
