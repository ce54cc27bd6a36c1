import { count } from '../format.ts'
import type { Link } from '../estate.ts'
import { nameOfId } from '../paths.ts'
import type { Resource } from '../resources/resource.ts'
import type { RelatedCell } from './row.ts'

/** Which roles the Related column follows for a kind, first that has something wins: toward the remote end, then Azure. */
const FOLLOWED: Partial<Record<Resource['kind'], { roles: string[]; one: string; none: string }[]>> = {
  virtualNetworkGateway: [{ roles: ['Connections'], one: 'connection', none: 'no connections' }],
  connection: [
    { roles: ['Local network gateway', 'Circuit', 'Remote gateway'], one: 'remote end', none: '' },
    { roles: ['Gateway'], one: 'gateway', none: '' },
  ],
  localNetworkGateway: [{ roles: ['Connections'], one: 'connection', none: 'not connected' }],
  expressRouteCircuit: [
    { roles: ['Connections', 'Hub connections'], one: 'connection', none: 'not connected' },
  ],
  expressRoutePort: [{ roles: ['Circuits'], one: 'circuit', none: 'no circuits' }],
  expressRouteGateway: [
    { roles: ['Connections'], one: 'connection', none: '' },
    { roles: ['Virtual hub'], one: 'hub', none: '' },
  ],
  expressRouteConnection: [{ roles: ['Circuit'], one: 'circuit', none: '' }],
  virtualWan: [{ roles: ['Hubs'], one: 'hub', none: 'no hubs' }],
  virtualHub: [
    { roles: ['Gateways'], one: 'gateway', none: '' },
    { roles: ['Virtual WAN'], one: 'virtual WAN', none: 'not in a virtual WAN' },
  ],
  vpnGateway: [
    { roles: ['Connections'], one: 'connection', none: '' },
    { roles: ['Virtual hub'], one: 'hub', none: '' },
  ],
  vpnConnection: [{ roles: ['VPN site'], one: 'site', none: '' }],
  vpnSite: [{ roles: ['Connections'], one: 'connection', none: 'not connected' }],
  vpnServerConfiguration: [{ roles: ['Point-to-site gateways'], one: 'gateway', none: 'not used' }],
  p2sVpnGateway: [{ roles: ['Virtual hub'], one: 'hub', none: '' }],
  virtualNetwork: [{ roles: ['Gateways', 'Hub connections'], one: 'gateway', none: '' }],
  publicIPAddress: [{ roles: ['Used by'], one: 'gateway', none: 'not used by a gateway here' }],
  azureFirewall: [{ roles: ['Virtual hub', 'Virtual network'], one: 'place', none: '' }],
}

/** The Related cell: gateway to connections, connection to its remote end, site to its connection. */
export function relatedCell(resource: Resource, links: readonly Link[]): RelatedCell {
  const follows = FOLLOWED[resource.kind] ?? []
  for (const { roles, one } of follows) {
    const ids = links.filter(({ role }) => roles.includes(role)).map(({ id }) => id)
    if (ids.length === 1 && ids[0]) return { is: 'one', id: ids[0], name: nameOfId(ids[0]) }
    if (ids.length > 1) return { is: 'many', text: count(ids.length, one), ids }
  }
  return { is: 'none', text: follows.at(-1)?.none ?? '' }
}
