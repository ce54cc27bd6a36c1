import { SectionTable } from '../../../../components/fields/SectionTable.tsx'
import type { FieldValue, Section } from '../../../../model/details/field.ts'
import { absent, codes, number, text } from '../../../../model/details/values.ts'
import { bytes, minuteTime, readTime } from '../../../../model/format.ts'
import { resourcePath } from '../../../../model/paths.ts'
import { verdictWord } from '../../../../model/status/verdict.ts'
import type { GatewayTunnel } from '../../../../model/vpn/gateway-tunnels.ts'
import { UNTOLD_INSTANCE } from '../../../../model/vpn/instances.ts'

interface TunnelTableProps {
  tunnels: readonly GatewayTunnel[]
  /** Said where there are none. */
  none: string
}

/** Every tunnel of a gateway, over all its connections. */
export function TunnelTable({ tunnels, none }: TunnelTableProps) {
  return <SectionTable section={tunnelSection(tunnels, none)} />
}

/** The table as data: one row for each tunnel, or for a connection whose tunnels Azure does not tell. */
function tunnelSection(tunnels: readonly GatewayTunnel[], none: string): Section {
  const told = tunnels.filter(({ tunnel }) => tunnel !== undefined)
  const up = told.filter(({ verdict }) => verdict === 'healthy').length
  return {
    title: 'Tunnels',
    ...(told.length > 0 && {
      note: `${up} of ${told.length} connected. Received and sent since each tunnel was established`,
    }),
    columns: [
      { label: 'Tunnel state' },
      { label: 'Connection' },
      { label: 'Azure side' },
      { label: 'Azure address' },
      { label: 'Remote address' },
      { label: 'Received', align: 'end' },
      { label: 'Sent', align: 'end' },
      { label: 'Established' },
      { label: 'More', align: 'end' },
    ],
    rows: tunnels.map((one) => ({ key: one.key, cells: cellsOf(one) })),
    empty: none,
  }
}

function cellsOf(one: GatewayTunnel): FieldValue[] {
  const { connection, tunnel, instance, remote, verdict, status } = one
  return [
    stateOf(one),
    { is: 'resource', id: connection.id, name: connection.name },
    instance ? text(instance.label) : absent(tunnel ? UNTOLD_INSTANCE : '–'),
    codes(instance?.addresses ?? [], '–'),
    codes(remote, '–'),
    number(tunnel?.ingressBytes, bytes),
    number(tunnel?.egressBytes, bytes),
    establishedOf(tunnel?.lastEstablished),
    verdict === 'healthy'
      ? { is: 'page', text: 'Details', to: resourcePath(connection.id) }
      : status === undefined && verdict === 'notChecked'
        ? absent('–')
        : { is: 'page', text: 'See why', to: resourcePath(connection.id, 'why') },
  ]
}

function stateOf({ tunnel, connection, status, verdict }: GatewayTunnel): FieldValue {
  if (status === undefined && !tunnel && connection.source !== 'get')
    return { is: 'state', text: verdictWord('notChecked'), verdict: 'notChecked', meaning: 'not read yet' }
  return {
    is: 'state',
    text: status ?? 'not given',
    verdict,
    ...(!tunnel && { meaning: 'tunnels not told' }),
  }
}

function establishedOf(text: string | undefined): FieldValue {
  if (text === undefined) return absent('–')
  const at = readTime(text)
  return at === undefined ? { is: 'text', text } : { is: 'text', text: minuteTime(at) }
}
