import type { Estate } from '../estate.ts'
import { bytes, count } from '../format.ts'
import { keyOf } from '../paths.ts'
import type { Connection, LocalNetworkGateway, NatRule, VirtualNetworkGateway } from '../resources/vpn.ts'
import type { Details, Field, FieldValue, Section } from './field.ts'
import {
  absent,
  code,
  codes,
  connectionVerdict,
  field,
  ownerOf,
  resource,
  resources,
  state,
  text,
  texts,
  yesNo,
} from './values.ts'

export function gatewayDetails(gateway: VirtualNetworkGateway, estate: Estate): Details {
  const vpn = gateway.gatewayType?.toLowerCase() !== 'expressroute'
  const essentials: Field[] = [
    field('Gateway type', text(gateway.gatewayType)),
    field('SKU', text(gateway.sku)),
    field('Virtual network', ownerOf(gateway.ipConfigurations[0]?.subnetId, estate)),
    field(
      'Public IP addresses',
      resources(
        gateway.ipConfigurations.map((one) => one.publicIPAddressId),
        estate,
      ),
    ),
  ]
  if (vpn) {
    essentials.push(
      field('VPN type', text(gateway.vpnType)),
      field('Generation', text(gateway.generation)),
      field('Mode', text(gateway.activeActive ? 'Active-active' : 'Active-standby')),
      field('BGP', bgpValue(gateway)),
      field(
        'BGP peer addresses',
        codes(
          (gateway.bgp?.addresses ?? []).flatMap((one) => [...one.defaultAddresses, ...one.customAddresses]),
        ),
      ),
      field('Point-to-site pool', codes(gateway.clientAddressPool, 'not configured')),
      field('Default site', resource(gateway.defaultSiteId, estate)),
      field('NAT rules', resources(gateway.natRuleIds, estate)),
    )
    if (gateway.clientAddressPool.length > 0) {
      essentials.push(
        field('Client protocols', texts(gateway.clientProtocols)),
        field('Client sign-in', texts(gateway.clientAuthentication)),
      )
    }
  }
  return {
    essentials,
    sections: [connectionsOf(gateway, estate), ...(vpn ? [instancesOf(gateway, estate)] : [])],
  }
}

function bgpValue(gateway: VirtualNetworkGateway): FieldValue {
  const asn = gateway.bgp?.asn
  if (!gateway.enableBgp) return absent(asn === undefined ? 'not enabled' : `not enabled (AS ${asn} is set)`)
  return asn === undefined ? text('enabled') : code(`AS ${asn}`)
}

function connectionsOf(gateway: VirtualNetworkGateway, estate: Estate): Section {
  const ids = estate.links(gateway.key).filter(({ role }) => role === 'Connections')
  const rows = ids.map(({ id }) => {
    const connection = estate.resources.get(keyOf(id))
    const status = connection?.kind === 'connection' ? connection : undefined
    const far = status?.localNetworkGatewayId ?? status?.circuitId ?? otherGateway(status, gateway)
    return {
      key: id,
      cells: [
        statusCell(status),
        resource(id, estate),
        text(status?.connectionType, ''),
        resource(far, estate),
        number(status?.ingressBytes, bytes),
        number(status?.egressBytes, bytes),
      ],
    }
  })
  return {
    title: 'Connections',
    note: count(rows.length, 'connection'),
    columns: [
      { label: 'State' },
      { label: 'Connection' },
      { label: 'Type' },
      { label: 'Remote end' },
      { label: 'Received', align: 'end' },
      { label: 'Sent', align: 'end' },
    ],
    rows,
    empty: 'No connection uses this gateway.',
  }
}

function otherGateway(
  connection: Connection | undefined,
  gateway: VirtualNetworkGateway,
): string | undefined {
  if (!connection) return undefined
  return keyOf(connection.gateway1Id ?? '') === gateway.key ? connection.gateway2Id : connection.gateway1Id
}

/** A status that lists leave out is not missing: it has not been read yet. Beside it stands how many tunnels are up. */
function statusCell(connection: Connection | undefined): FieldValue {
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

export function number(value: number | undefined, show: (value: number) => string): FieldValue {
  return value === undefined ? absent('–') : text(show(value))
}

function instancesOf(gateway: VirtualNetworkGateway, estate: Estate): Section {
  const rows = gateway.ipConfigurations.map((one) => {
    const bgp = gateway.bgp?.addresses.find(
      ({ ipConfigurationId }) => keyOf(ipConfigurationId ?? '') === keyOf(one.id ?? ''),
    )
    return {
      key: one.id ?? one.name,
      cells: [
        text(one.name),
        resource(one.publicIPAddressId, estate),
        codes(bgp?.tunnelAddresses ?? [], '–'),
        codes([...(bgp?.defaultAddresses ?? []), ...(bgp?.customAddresses ?? [])], '–'),
      ],
    }
  })
  return {
    title: 'IP configurations',
    columns: [
      { label: 'Name' },
      { label: 'Public IP address' },
      { label: 'Tunnel addresses' },
      { label: 'BGP addresses' },
    ],
    rows,
    empty: 'Azure lists no IP configuration.',
  }
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

export function localNetworkGatewayDetails(site: LocalNetworkGateway): Details {
  return {
    essentials: [
      field('Endpoint', code(site.gatewayIpAddress ?? site.fqdn)),
      field('Address prefixes', codes(site.addressPrefixes, 'none: routes come by BGP')),
      field('BGP', site.bgp?.asn === undefined ? absent('not configured') : code(`AS ${site.bgp.asn}`)),
      field('BGP peer address', code(site.bgp?.peeringAddress)),
      field('BGP peer weight', text(site.bgp?.peerWeight)),
    ],
    sections: [],
  }
}

export function natRuleDetails(rule: NatRule): Details {
  return {
    essentials: [
      field('Type', text(rule.natType)),
      field('Mode', text(rule.mode)),
      field('Internal prefixes', codes(rule.internalPrefixes)),
      field('External prefixes', codes(rule.externalPrefixes)),
      field('IP configuration', code(rule.ipConfigurationId, 'both')),
    ],
    sections: [],
  }
}
