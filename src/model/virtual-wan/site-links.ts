import type { Estate } from '../estate.ts'
import { keyOf, nameOfId } from '../paths.ts'
import type { LinkConnection, VpnConnection, VpnHubGateway, VpnSite } from '../resources/virtual-wan.ts'
import { linkStateOf, rankOf, type LinkState } from '../branch/link-states.ts'

/** One link of a site, as the site has it. */
export type SiteLink = VpnSite['links'][number]

/** The links of a connection; one of the old form is its own link. */
export function linksOfConnection({
  links,
  ownLink,
  connectionStatus,
  ingressBytes,
  egressBytes,
}: VpnConnection): LinkConnection[] {
  if (links.length > 0) return links
  return ownLink === undefined
    ? []
    : [
        {
          ...ownLink,
          ...(connectionStatus !== undefined && { connectionStatus }),
          ...(ingressBytes !== undefined && { ingressBytes }),
          ...(egressBytes !== undefined && { egressBytes }),
        },
      ]
}

/** The links of a site; one of the old form has its address itself. */
export function linksOfSite({
  links,
  ipAddress,
  linkSpeedInMbps,
  asn,
  bgpPeeringAddress,
}: VpnSite): SiteLink[] {
  if (links.length > 0 || ipAddress === undefined) return links
  return [
    {
      name: 'the site itself',
      ipAddress,
      ...(linkSpeedInMbps !== undefined && linkSpeedInMbps > 0 && { speedInMbps: linkSpeedInMbps }),
      ...(asn !== undefined && { asn }),
      ...(bgpPeeringAddress !== undefined && { bgpPeeringAddress }),
    },
  ]
}

/** A link of a connection with both of its ends, as far as they were read. */
export interface PlacedLink {
  connection: VpnConnection
  link: LinkConnection
  site?: VpnSite
  /** What the site says of it. */
  end?: SiteLink
  state: LinkState
}

/** The site's side of a link of a connection. */
function endOfLink(link: LinkConnection, site: VpnSite | undefined): SiteLink | undefined {
  if (site === undefined) return undefined
  const all = linksOfSite(site)
  const id = link.siteLinkId
  if (id === undefined) return site.links.length === 0 ? all[0] : undefined
  return (
    all.find((one) => one.id !== undefined && keyOf(one.id) === keyOf(id)) ??
    all.find(({ name }) => name.toLowerCase() === nameOfId(id).toLowerCase())
  )
}

function siteOf({ siteId }: VpnConnection, estate: Estate): VpnSite | undefined {
  const site = siteId === undefined ? undefined : estate.resources.get(keyOf(siteId))
  return site?.kind === 'vpnSite' ? site : undefined
}

/** The links of one connection, in its own order. */
export function placedLinks(connection: VpnConnection, estate: Estate): PlacedLink[] {
  const site = siteOf(connection, estate)
  return linksOfConnection(connection).map((link) => {
    const end = endOfLink(link, site)
    return {
      connection,
      link,
      ...(site && { site }),
      ...(end && { end }),
      state: linkStateOf(link, connection),
    }
  })
}

/** Connections that were read, of a gateway or of a site, by what they refer to. */
export function connectionsOf({ key }: VpnHubGateway | VpnSite, estate: Estate): VpnConnection[] {
  return estate.links(key).flatMap(({ id, direction }) => {
    const one = direction === 'usedBy' ? estate.resources.get(keyOf(id)) : undefined
    return one?.kind === 'vpnConnection' ? [one] : []
  })
}

/** Every link of every connection of a gateway, the worst first, then by the site's name. */
export function linksOfGateway(gateway: VpnHubGateway, estate: Estate): PlacedLink[] {
  return connectionsOf(gateway, estate)
    .flatMap((connection) => placedLinks(connection, estate))
    .toSorted(
      (a, b) =>
        rankOf(a.state) - rankOf(b.state) ||
        siteNameOf(a).localeCompare(siteNameOf(b)) ||
        a.link.name.localeCompare(b.link.name),
    )
}

export function siteNameOf({ site, connection }: Pick<PlacedLink, 'site' | 'connection'>): string {
  return site?.name ?? nameOfId(connection.siteId ?? connection.id)
}

export function endpointOf(end: SiteLink | undefined): string | undefined {
  return end?.ipAddress ?? end?.fqdn
}
