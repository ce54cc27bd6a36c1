import type { FieldValue, Section } from '../details/field.ts'
import { absent, resource, text } from '../details/values.ts'
import type { Estate } from '../estate.ts'
import { count } from '../format.ts'
import { keyOf, nameOfId } from '../paths.ts'
import type { VirtualHub, VirtualWan, VpnConnection, VpnSite } from '../resources/virtual-wan.ts'
import { compareVerdicts, type Verdict, verdictWord } from '../status/verdict.ts'
import { gatewaysOf, hubsOf, siteConnectionsOf, sitesOf } from './wan-parts.ts'

/** A site as it stands in a WAN: once for each hub it is connected to, or once without one. */
export interface PlacedSite {
  id: string
  site?: VpnSite
  hub?: VirtualHub
  connection?: VpnConnection
  verdict: Verdict
}

/** The worst first, so that what is not shown matters least. */
export function placedSites(wan: VirtualWan, estate: Estate): PlacedSite[] {
  const sites = new Map(sitesOf(wan, estate).map((site) => [site.key, site]))
  const connected = hubsOf(wan, estate).hubs.flatMap((hub) =>
    siteConnectionsOf(hub, estate).map((connection): PlacedSite => {
      const site = sites.get(keyOf(connection.siteId ?? ''))
      return {
        id: site?.id ?? connection.siteId ?? connection.id,
        ...(site && { site }),
        hub,
        connection,
        verdict: estate.judgement(connection.key)?.verdict ?? 'notChecked',
      }
    }),
  )
  const joined = new Set(connected.map(({ id }) => keyOf(id)))
  const alone = [...sites.values()]
    .filter(({ key }) => !joined.has(key))
    .map((site): PlacedSite => ({ id: site.id, site, verdict: 'notChecked' }))
  return [
    ...connected.toSorted(
      (a, b) => compareVerdicts(a.verdict, b.verdict) || nameOf(a).localeCompare(nameOf(b)),
    ),
    ...alone.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b))),
  ]
}

const nameOf = ({ site, id }: PlacedSite) => site?.name ?? id

/** How many rows the page of a WAN has until somebody asks for all. */
export const SITES_AT_FIRST = 50

/**
 * Sites with the hub that each is connected to.
 * @param words what the name of a site, its hub or its connection has
 */
export function wanSitesSection(
  placed: readonly PlacedSite[],
  estate: Estate,
  { words = '', all = false }: { words?: string; all?: boolean } = {},
): Section {
  const found = placed.filter((one) => isLike(one, words.trim().toLowerCase()))
  const shown = all ? found : found.slice(0, SITES_AT_FIRST)
  const down = placed.filter(({ verdict }) => verdict === 'down' || verdict === 'attention').length
  const notes = [
    found.length < placed.length
      ? `${found.length} of ${count(placed.length, 'site')}`
      : count(placed.length, 'site'),
    ...(down > 0 ? [`${down} ${down === 1 ? 'needs' : 'need'} attention`] : []),
    ...(shown.length < found.length ? [`the first ${shown.length} are shown`] : []),
  ]
  return {
    title: 'Sites',
    ...(placed.length > 0 && { note: notes.join(', ') }),
    columns: [
      { label: 'Status' },
      { label: 'Site' },
      { label: 'Links connected' },
      { label: 'Hub' },
      { label: 'Connection' },
    ],
    rows: shown.map((one) => ({
      key: `${one.id} ${one.connection?.id ?? ''}`,
      cells: [
        statusOf(one),
        resource(one.id, estate),
        linksOf(one),
        resource(one.hub?.id, estate, 'none'),
        resource(one.connection?.id, estate, 'connected to no hub'),
      ],
    })),
    empty:
      placed.length > 0
        ? 'No site is like that.'
        : 'No site is known to this WAN. A site stands for a branch and its device.',
  }
}

function isLike({ id, site, hub, connection }: PlacedSite, words: string): boolean {
  return `${site?.name ?? nameOfId(id)} ${hub?.name ?? ''} ${connection?.name ?? ''}`
    .toLowerCase()
    .includes(words)
}

function statusOf({ connection, verdict }: PlacedSite): FieldValue {
  if (connection === undefined) return absent('not connected to a hub')
  return { is: 'state', text: verdictWord(verdict), verdict }
}

function linksOf({ connection }: PlacedSite): FieldValue {
  if (connection === undefined) return absent('–')
  const told = connection.links.filter(({ connectionStatus }) => connectionStatus !== undefined)
  if (told.length === 0) return absent(connection.source === 'get' ? 'not told' : 'not read yet')
  const up = told.filter(({ connectionStatus }) => connectionStatus?.toLowerCase() === 'connected')
  return text(`${up.length} of ${told.length}`)
}

/** Point-to-site gateways of a WAN's hubs, with who is connected now. */
export function wanUsersSection(wan: VirtualWan, estate: Estate): Section {
  const gateways = hubsOf(wan, estate).hubs.flatMap((hub) => {
    const gateway = gatewaysOf(hub, estate).pointToSite
    return gateway === undefined ? [] : [{ hub, gateway }]
  })
  const known = gateways.flatMap(({ gateway }) => gateway.connectedClients ?? [])
  const all = known.reduce((sum, one) => sum + one, 0)
  return {
    title: 'People',
    ...(known.length > 0 && { note: `${count(all, 'client')} connected as last read` }),
    columns: [
      { label: 'Point-to-site gateway' },
      { label: 'Hub' },
      { label: 'Server configuration' },
      { label: 'Clients connected', align: 'end' },
    ],
    rows: gateways.map(({ hub, gateway }) => ({
      key: gateway.key,
      cells: [
        resource(gateway.id, estate),
        resource(hub.id, estate),
        resource(gateway.vpnServerConfigurationId, estate),
        text(gateway.connectedClients, 'not told'),
      ],
    })),
    empty: 'No hub of this WAN has a point-to-site gateway.',
  }
}
