import type { Estate } from '../estate.ts'
import { bytes, count } from '../format.ts'
import { keyOf } from '../paths.ts'
import type { Connection, LocalNetworkGateway, NatRule, VirtualNetworkGateway } from '../resources/vpn.ts'
import type { Details, Field, FieldValue, Section } from './field.ts'
import { absent, code, codes, field, number, ownerOf, resource, resources, text, texts } from './values.ts'
import { statusCell } from './connection.ts'

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
