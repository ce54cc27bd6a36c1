import type { Estate } from '../estate.ts'
import { bandwidth, bytes, count } from '../format.ts'
import { keyOf } from '../paths.ts'
import type {
  P2sVpnGateway,
  VpnConnection,
  VpnHubGateway,
  VpnServerConfiguration,
  VpnSite,
} from '../resources/virtual-wan.ts'
import type { Details, FieldValue, Section } from './field.ts'
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
  texts,
  yesNo,
} from './values.ts'

export function hubVpnGatewayDetails(gateway: VpnHubGateway, estate: Estate): Details {
  return {
    essentials: [
      field('Virtual hub', resource(gateway.virtualHubId, estate)),
      field('Scale units', text(gateway.scaleUnits)),
      field(
        'BGP',
        gateway.bgp?.asn === undefined ? absent('not given by Azure') : code(`AS ${gateway.bgp.asn}`),
      ),
    ],
    sections: [siteConnectionsOf(gateway, estate), instancesOf(gateway)],
  }
}

function siteConnectionsOf(gateway: VpnHubGateway, estate: Estate): Section {
  return {
    title: 'Site connections',
    note: count(gateway.connectionIds.length, 'connection'),
    columns: [
      { label: 'State' },
      { label: 'Connection' },
      { label: 'VPN site' },
      { label: 'Links', align: 'end' },
    ],
    rows: gateway.connectionIds.map((id) => {
      const read = estate.resources.get(keyOf(id))
      const connection = read?.kind === 'vpnConnection' ? read : undefined
      return {
        key: id,
        cells: [
          siteStatus(connection),
          resource(id, estate),
          resource(connection?.siteId, estate),
          text(connection?.links.length),
        ],
      }
    }),
    empty: 'No site is connected to this gateway.',
  }
}

/** Its own status, or what its links say: with links Azure gives none for the whole (virtual-wan recordings 2024). */
function siteStatus(connection: VpnConnection | undefined): FieldValue {
  const links = connection?.links.flatMap((link) => link.connectionStatus ?? []) ?? []
  const alike = new Set(links).size === 1 ? links[0] : undefined
  const status = connection?.connectionStatus ?? alike
  if (status !== undefined) return state(status, connectionVerdict(status))
  if (links.length > 0) {
    const up = links.filter((link) => connectionVerdict(link) === 'healthy').length
    return state(`${up} of ${links.length} links connected`, 'attention')
  }
  return connection?.source === 'get' ? state('not given', 'unknown') : state('not read yet', 'notChecked')
}

function instancesOf(gateway: VpnHubGateway): Section {
  return {
    title: 'Instances',
    columns: [
      { label: 'Instance' },
      { label: 'Public address' },
      { label: 'Private address' },
      { label: 'BGP addresses' },
    ],
    rows: gateway.instances.map((instance, index) => {
      const bgp = gateway.bgp?.addresses.find(({ ipConfigurationId }) => ipConfigurationId === instance.id)
      return {
        key: instance.id ?? String(index),
        cells: [
          text(instance.id),
          code(instance.publicIPAddress),
          code(instance.privateIPAddress),
          codes([...(bgp?.defaultAddresses ?? []), ...(bgp?.customAddresses ?? [])], '–'),
        ],
      }
    }),
    empty: 'Azure lists its instances once it is provisioned.',
  }
}

export function siteConnectionDetails(connection: VpnConnection, estate: Estate): Details {
  return {
    essentials: [
      field('Connection status', siteStatus(connection)),
      field('VPN site', resource(connection.siteId, estate)),
      field('Gateway', resource(connection.gatewayId, estate)),
      field('Received', number(connection.ingressBytes, bytes)),
      field('Sent', number(connection.egressBytes, bytes)),
      field('Internet security', yesNo(connection.enableInternetSecurity, 'on', 'off')),
    ],
    sections: [
      {
        title: 'Links',
        columns: [
          { label: 'State' },
          { label: 'Link' },
          { label: 'Protocol' },
          { label: 'Bandwidth', align: 'end' },
          { label: 'BGP' },
          { label: 'Received', align: 'end' },
          { label: 'Sent', align: 'end' },
        ],
        rows: connection.links.map((link) => ({
          key: link.id ?? link.name,
          cells: [
            state(link.connectionStatus ?? 'not read yet', connectionVerdict(link.connectionStatus)),
            text(link.name),
            text(link.protocol),
            number(link.connectionBandwidth, bandwidth),
            yesNo(link.enableBgp),
            number(link.ingressBytes, bytes),
            number(link.egressBytes, bytes),
          ],
        })),
        empty: 'It is of the old form, without links.',
      },
    ],
  }
}

export function siteDetails(site: VpnSite, estate: Estate): Details {
  return {
    essentials: [
      field('Virtual WAN', resource(site.virtualWanId, estate)),
      field('Address prefixes', codes(site.addressPrefixes, 'none: routes come by BGP')),
      field('Device', text([site.deviceVendor, site.deviceModel].filter(Boolean).join(' '))),
      field('Link speed', site.linkSpeedInMbps ? text(bandwidth(site.linkSpeedInMbps)) : absent('not given')),
      ...(site.ipAddress === undefined ? [] : [field('Address', code(site.ipAddress))]),
    ],
    sections: [
      {
        title: 'Links',
        note: count(site.links.length, 'link'),
        columns: [
          { label: 'Link' },
          { label: 'Endpoint' },
          { label: 'Provider' },
          { label: 'Speed', align: 'end' },
          { label: 'AS', align: 'end' },
          { label: 'BGP address' },
        ],
        rows: site.links.map((link) => ({
          key: link.id ?? link.name,
          cells: [
            text(link.name),
            code(link.ipAddress ?? link.fqdn),
            text(link.providerName),
            number(link.speedInMbps, bandwidth),
            code(link.asn, '–'),
            code(link.bgpPeeringAddress, '–'),
          ],
        })),
        empty: 'It is of the old form, without links.',
      },
    ],
  }
}

export function serverConfigurationDetails(configuration: VpnServerConfiguration, estate: Estate): Details {
  return {
    essentials: [
      field('Protocols', texts(configuration.protocols)),
      field('Sign-in', texts(configuration.authenticationTypes)),
      field('Gateways', resources(configuration.gatewayIds, estate)),
    ],
    sections: [],
  }
}

export function pointToSiteDetails(gateway: P2sVpnGateway, estate: Estate): Details {
  return {
    essentials: [
      field('Virtual hub', resource(gateway.virtualHubId, estate)),
      field('VPN server configuration', resource(gateway.vpnServerConfigurationId, estate)),
      field('Scale units', text(gateway.scaleUnits)),
      field('Client pool', codes(gateway.addressPools)),
      field(
        'Connected clients',
        gateway.connectedClients === undefined
          ? absent('not given by Azure')
          : text(gateway.connectedClients),
      ),
      field('DNS servers', codes(gateway.customDnsServers)),
    ],
    sections: [],
  }
}
