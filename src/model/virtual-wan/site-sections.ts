import type { Section } from '../details/field.ts'
import { absent, code, number, resource, state, text } from '../details/values.ts'
import type { Estate } from '../estate.ts'
import { bandwidth, bytes, count, sentenceList } from '../format.ts'
import { keyOf } from '../paths.ts'
import type { VpnConnection, VpnSite } from '../resources/virtual-wan.ts'
import { rankOf } from '../branch/link-states.ts'
import { linkStatus, linkVerdict } from './link-status.ts'
import { connectionsOf, linksOfSite, placedLinks } from './site-links.ts'

/** How a branch stands, in a sentence: which of its links are up, and into which hubs. */
export function siteWords(site: VpnSite, estate: Estate): string {
  const connections = connectionsOf(site, estate)
  if (connections.length === 0)
    return 'The branch is connected to no hub that was read: nothing reaches it from Azure.'
  const links = connections.flatMap((one) => placedLinks(one, estate))
  const up = links.filter((one) => one.state === 'up')
  const down = links.filter((one) => one.state === 'down')
  const hubs = [...new Set(connections.flatMap((one) => hubNameOf(one, estate) ?? []))]
  const into = hubs.length === 0 ? '' : ` into ${sentenceList(hubs)}`
  if (up.length === links.length)
    return `The branch is connected${into}: ${links.length === 1 ? 'its link is' : `all ${links.length} links are`} up.`
  if (up.length > 0 && down.length > 0)
    return `The branch is connected${into} by ${up.length} of ${count(links.length, 'link')}; ${sentenceList(down.map(({ link }) => link.name))} ${down.length === 1 ? 'is' : 'are'} NotConnected.`
  if (down.length === links.length)
    return `The branch is cut off: ${links.length === 1 ? 'its link is' : `all ${links.length} links are`} NotConnected.`
  return `The branch is being connected${into}, or Azure has not told yet how its links stand.`
}

function hubIdOf({ gatewayId }: VpnConnection, estate: Estate): string | undefined {
  const gateway = estate.resources.get(keyOf(gatewayId))
  return gateway?.kind === 'vpnGateway' ? gateway.virtualHubId : undefined
}

function hubNameOf(connection: VpnConnection, estate: Estate): string | undefined {
  const hub = estate.resources.get(keyOf(hubIdOf(connection, estate) ?? ''))
  return hub?.name
}

/** Each link with each hub that it leads into, the worst first. */
export function sitePlacesSection(site: VpnSite, estate: Estate): Section {
  const links = connectionsOf(site, estate)
    .flatMap((connection) => placedLinks(connection, estate))
    .toSorted((a, b) => rankOf(a.state) - rankOf(b.state))
  return {
    title: 'Connected to',
    ...(links.length > 0 && {
      note: `${links.filter((one) => one.state === 'up').length} of ${count(links.length, 'link')} connected`,
    }),
    columns: [
      { label: 'Status' },
      { label: 'Link' },
      { label: 'Hub' },
      { label: 'Connection' },
      { label: 'Protocol' },
      { label: 'Received', align: 'end' },
      { label: 'Sent', align: 'end' },
    ],
    rows: links.map((one) => ({
      key: `${one.connection.id} ${one.link.name}`,
      cells: [
        state(linkStatus(one), linkVerdict(one)),
        text(one.end?.name ?? one.link.name),
        resource(hubIdOf(one.connection, estate), estate, 'not read'),
        resource(one.connection.id, estate),
        text(
          [one.link.protocol, one.link.enableBgp ? 'BGP' : undefined].filter(Boolean).join(', '),
          'not given',
        ),
        number(one.link.ingressBytes, bytes),
        number(one.link.egressBytes, bytes),
      ],
    })),
    empty: 'No hub that was read has a connection to this site.',
  }
}

/** What each link of a site is. */
export function siteLinksSection(site: VpnSite): Section {
  const links = linksOfSite(site)
  return {
    title: 'Links',
    note: count(links.length, 'link'),
    columns: [
      { label: 'Link' },
      { label: 'Provider' },
      { label: 'Speed', align: 'end' },
      { label: 'Address' },
      { label: 'BGP' },
    ],
    rows: links.map((link) => ({
      key: link.id ?? link.name,
      cells: [
        text(link.name),
        text(link.providerName, 'not given'),
        number(link.speedInMbps, bandwidth),
        code(link.ipAddress ?? link.fqdn, 'none'),
        link.asn === undefined
          ? absent('none: its prefixes are routed')
          : code(`AS ${link.asn} at ${link.bgpPeeringAddress ?? 'no address'}`),
      ],
    })),
    empty: 'It has no link, so there is nothing to connect.',
  }
}
