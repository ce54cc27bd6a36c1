import type { Estate } from '../estate.ts'
import { bytes, count } from '../format.ts'
import type { Connection } from '../resources/vpn.ts'
import type { Details, Field, FieldValue, Section } from './field.ts'
import {
  absent,
  code,
  codes,
  connectionVerdict,
  field,
  number,
  resource,
  resources,
  state,
  text,
  yesNo,
} from './values.ts'

/** A status that lists leave out is not missing: it has not been read yet. Beside it stands how many tunnels are up. */
export function statusCell(connection: Connection | undefined): FieldValue {
  const status = connection?.connectionStatus
  if (connection && status !== undefined) {
    const { tunnels } = connection
    const up = tunnels.filter(
      ({ connectionStatus }) => connectionStatus?.toLowerCase() === 'connected',
    ).length
    const verdict = connectionVerdict(status)
    if (tunnels.length < 2) return state(status, verdict)
    const some = verdict === 'healthy' && up < tunnels.length
    return state(status, some ? 'attention' : verdict, `${up} of ${tunnels.length} tunnels`)
  }
  return state(
    connection?.source === 'get' ? 'not given' : 'not read yet',
    connection?.source === 'get' ? 'unknown' : 'notChecked',
  )
}

export function connectionDetails(connection: Connection, estate: Estate): Details {
  const expressRoute = connection.connectionType?.toLowerCase() === 'expressroute'
  const essentials: Field[] = [
    field('Connection status', statusCell(connection)),
    field('Connection type', text(connection.connectionType)),
    field('Gateway', resource(connection.gateway1Id, estate)),
    ...farEnd(connection, estate),
    field('Routing weight', text(connection.routingWeight)),
  ]
  if (expressRoute) {
    essentials.push(field('FastPath', yesNo(connection.expressRouteGatewayBypass, 'on', 'off')))
    return { essentials, sections: [] }
  }
  essentials.push(
    field('Protocol', text(connection.connectionProtocol)),
    field('BGP', yesNo(connection.enableBgp, 'enabled', 'not enabled')),
    field('Mode', text(connection.connectionMode)),
    field('DPD timeout', dpd(connection.dpdTimeoutSeconds)),
    field('Authentication', text(connection.authenticationType, 'not given by Azure')),
    field(
      'IPsec policy',
      text(
        connection.ipsecPolicies.length === 0
          ? 'Azure default'
          : count(connection.ipsecPolicies.length, 'custom policy', 'custom policies'),
      ),
    ),
    field('Policy-based selectors', yesNo(connection.usePolicyBasedTrafficSelectors, 'used', 'not used')),
    field('NAT rules', resources(connection.natRuleIds, estate)),
  )
  return {
    essentials,
    sections: [tunnelsOf(connection), ...policiesOf(connection), ...selectorsOf(connection)],
  }
}

function farEnd(connection: Connection, estate: Estate): Field[] {
  if (connection.localNetworkGatewayId)
    return [field('Local network gateway', resource(connection.localNetworkGatewayId, estate))]
  if (connection.circuitId) return [field('Circuit', resource(connection.circuitId, estate))]
  return [field('Remote gateway', resource(connection.gateway2Id, estate))]
}

/** 0 on the wire means that Azure's own default of 45 seconds holds. */
function dpd(seconds: number | undefined): FieldValue {
  if (seconds === undefined) return absent('not given by Azure')
  return text(seconds === 0 ? 'Azure default, 45 seconds' : `${seconds} seconds`)
}

function tunnelsOf(connection: Connection): Section {
  const up = connection.tunnels.filter(
    ({ connectionStatus }) => connectionStatus?.toLowerCase() === 'connected',
  ).length
  return {
    title: 'Tunnels',
    ...(connection.tunnels.length > 0 && { note: `${up} of ${connection.tunnels.length} connected` }),
    columns: [
      { label: 'State' },
      { label: 'Tunnel' },
      { label: 'Received', align: 'end' },
      { label: 'Sent', align: 'end' },
      { label: 'Established' },
    ],
    rows: connection.tunnels.map((tunnel, index) => ({
      key: `${index} ${tunnel.name}`,
      cells: [
        state(tunnel.connectionStatus, connectionVerdict(tunnel.connectionStatus)),
        code(tunnel.name),
        number(tunnel.ingressBytes, bytes),
        number(tunnel.egressBytes, bytes),
        tunnel.lastEstablished === undefined ? absent('–') : { is: 'time', text: tunnel.lastEstablished },
      ],
    })),
    empty:
      connection.source === 'get'
        ? 'Azure reports no tunnels for this connection.'
        : 'Its tunnels have not been read yet.',
  }
}

function policiesOf(connection: Connection): Section[] {
  if (connection.ipsecPolicies.length === 0) return []
  return [
    {
      title: 'IPsec policy',
      columns: [
        { label: 'IKE encryption' },
        { label: 'IKE integrity' },
        { label: 'DH group' },
        { label: 'IPsec encryption' },
        { label: 'IPsec integrity' },
        { label: 'PFS group' },
        { label: 'Lifetime', align: 'end' },
        { label: 'Size', align: 'end' },
      ],
      rows: connection.ipsecPolicies.map((policy, index) => ({
        key: String(index),
        cells: [
          code(policy.ikeEncryption),
          code(policy.ikeIntegrity),
          code(policy.dhGroup),
          code(policy.ipsecEncryption),
          code(policy.ipsecIntegrity),
          code(policy.pfsGroup),
          number(policy.saLifeTimeSeconds, (seconds) => `${seconds} s`),
          number(policy.saDataSizeKilobytes, (size) => `${size} KB`),
        ],
      })),
      empty: '',
    },
  ]
}

function selectorsOf(connection: Connection): Section[] {
  if (connection.trafficSelectors.length === 0) return []
  return [
    {
      title: 'Traffic selectors',
      columns: [{ label: 'Local' }, { label: 'Remote' }],
      rows: connection.trafficSelectors.map(({ local, remote }, index) => ({
        key: String(index),
        cells: [codes(local), codes(remote)],
      })),
      empty: '',
    },
  ]
}
