import { readCertificate } from '../../lib/certificate.ts'
import type { ClientSession } from '../diagnostics/client-session.ts'
import type { Field, FieldValue, Section } from '../details/field.ts'
import { absent, code, codes, field, text, texts } from '../details/values.ts'
import { heldBy } from '../edits/held-by.ts'
import type { Action } from '../edits/write.ts'
import { exactTime, sentenceList } from '../format.ts'
import type { VirtualNetworkGateway } from '../resources/vpn.ts'
import type { Verdict } from '../status/verdict.ts'

/** How clients reach a gateway: pool, protocols, sign-in. */
export function pointToSiteFields(gateway: VirtualNetworkGateway): Field[] {
  const { clients, clientAddressPool, clientProtocols, clientAuthentication } = gateway
  const radius = clients?.radiusServers ?? []
  const entra = [
    ['Entra tenant', clients?.aadTenant],
    ['Entra audience', clients?.aadAudience],
    ['Entra issuer', clients?.aadIssuer],
  ] as const
  return [
    field('Address pool', codes(clientAddressPool, 'not configured')),
    field('Protocols', texts(clientProtocols, 'not given by Azure')),
    field('Authentication', texts(clientAuthentication, 'not given by Azure')),
    field(
      'RADIUS servers',
      codes(
        radius.map(({ address, score }) => (score === undefined ? address : `${address} (score ${score})`)),
        'none',
      ),
    ),
    ...entra.flatMap(([label, value]) => (value === undefined ? [] : [field(label, code(value))])),
  ]
}

const WARNING_DAYS = 60
const DAY = 86_400_000

/** Root certificates with when each ends, as far as it can be read; a warning from 60 days before (VPN Gateway 8, VPN-S08). */
export function certificatesTable(gateway: VirtualNetworkGateway, now: number): Section {
  const { rootCertificates = [], revokedCertificates = [] } = gateway.clients ?? {}
  return {
    title: 'Certificates',
    columns: [{ label: 'Certificate' }, { label: 'Trusted as' }, { label: 'Ends' }],
    rows: [
      ...rootCertificates.map(({ name, data }, index) => ({
        key: `root ${index}`,
        cells: [text(name), text('root'), endOf(data, now)],
      })),
      ...revokedCertificates.map(({ name, thumbprint }, index) => ({
        key: `revoked ${index}`,
        cells: [text(name), text('revoked'), code(thumbprint, '–')],
      })),
    ],
    empty: 'No certificate is trusted here.',
  }
}

function endOf(data: string | undefined, now: number): FieldValue {
  const read = data === undefined ? undefined : readCertificate(data)
  if (!read) return absent('cannot be read')
  const left = read.notAfter - now
  const verdict: Verdict = left < 0 ? 'down' : left < WARNING_DAYS * DAY ? 'attention' : 'healthy'
  const meaning =
    left < 0 ? 'has ended' : left < WARNING_DAYS * DAY ? `in ${Math.floor(left / DAY)} days` : undefined
  return { is: 'state', text: exactTime(read.notAfter), verdict, ...(meaning !== undefined && { meaning }) }
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
