import type { Estate } from '../estate.ts'
import { bandwidth, bytes } from '../format.ts'
import type {
  P2sVpnGateway,
  VpnConnection,
  VpnHubGateway,
  VpnServerConfiguration,
  VpnSite,
} from '../resources/virtual-wan.ts'
import type { Details, FieldValue } from './field.ts'
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

export function hubVpnGatewayDetails(gateway: VpnHubGateway, estate: Estate): Details {
  return {
    essentials: [
      field('Virtual hub', resource(gateway.virtualHubId, estate)),
      field('Scale units', text(gateway.scaleUnits)),
    ],
    sections: [],
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
    sections: [],
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
    sections: [],
  }
}

export function serverConfigurationDetails(configuration: VpnServerConfiguration, estate: Estate): Details {
  // Its own list is left out of many answers; a gateway names it in any case.
  const users = estate
    .links(configuration.key)
    .flatMap(({ id, direction }) => (direction === 'usedBy' ? [id] : []))
  const all = new Map([...configuration.gatewayIds, ...users].map((id) => [id.toLowerCase(), id]))
  return {
    essentials: [field('Gateways', resources([...all.values()], estate, 'none that was read'))],
    sections: [],
  }
}

export function pointToSiteDetails(gateway: P2sVpnGateway, estate: Estate): Details {
  return {
    essentials: [
      field('Virtual hub', resource(gateway.virtualHubId, estate)),
      field('VPN server configuration', resource(gateway.vpnServerConfigurationId, estate)),
    ],
    sections: [],
  }
}
