import type { Result } from '../../lib/result.ts'
import type { FieldValue, Section } from '../details/field.ts'
import { absent, code, codes, text } from '../details/values.ts'
import type { HubError } from '../errors.ts'
import { bytes, count } from '../format.ts'
import { layer2, prefixesReceived, session, type Told } from './judge-path.ts'
import type { PeeringReading } from './path-tables.ts'
import type { RouteOnPaths } from './compare-routes.ts'

const NAMES = { primary: 'Primary', secondary: 'Secondary' } as const

/** Both paths side by side: who answers, which session is up, what passed. */
export function pathSection({ paths, counters, families }: PeeringReading): Section {
  return {
    title: 'Both paths',
    columns: [
      { label: 'Path' },
      { label: 'Layer 2 (ARP)' },
      { label: 'BGP session' },
      { label: 'Peer' },
      { label: 'Up for' },
      { label: 'Prefixes received', align: 'end' },
      { label: 'In', align: 'end' },
      { label: 'Out', align: 'end' },
    ],
    rows: paths.map(({ path, arp, summary }) => {
      const rows = summary.ok ? summary.value : []
      const peers = rows.flatMap(({ neighbor }) => neighbor ?? [])
      const passed = counters.ok ? counters.value[path] : undefined
      return {
        key: path,
        cells: [
          text(NAMES[path]),
          told(arp, layer2),
          told(summary, (all) => session(all, families)),
          peers.length > 1 ? codes(peers) : code(peers[0], 'not told'),
          text(
            rows.length === 0 ? undefined : rows.map(({ upDown = 'not told' }) => upDown).join(', '),
            'not told',
          ),
          summary.ok ? text(prefixesReceived(summary.value), '–') : absent('not read'),
          passed?.in === undefined ? absent('not told') : text(bytes(passed.in)),
          passed?.out === undefined ? absent('not told') : text(bytes(passed.out)),
        ],
      }
    }),
    empty: '',
  }
}

function told<Rows>(rows: Result<Rows, HubError>, judge: (rows: Rows) => Told): FieldValue {
  if (!rows.ok) return absent(`not read: ${rows.error.message}`)
  const { verdict, text: words, meaning } = judge(rows.value)
  return { is: 'state', text: words, verdict, ...(meaning !== undefined && { meaning }) }
}

/** ARP rows of both paths, as Azure gave them. */
export function arpSection({ paths }: PeeringReading): Section {
  const rows = paths.flatMap(({ path, arp }) =>
    arp.ok ? arp.value.map((row, index) => ({ path, row, index })) : [],
  )
  return {
    title: 'ARP tables',
    note: count(rows.length, 'entry', 'entries'),
    columns: [
      { label: 'Path' },
      { label: 'Side' },
      { label: 'IP address' },
      { label: 'MAC address' },
      { label: 'Age', align: 'end' },
    ],
    rows: rows.map(({ path, row, index }) => ({
      key: `${path} ${index}`,
      cells: [
        text(NAMES[path]),
        text(row.interface, 'not told'),
        code(row.ipAddress, 'not told'),
        code(row.macAddress, 'not told'),
        text(row.age === undefined ? undefined : `${row.age}\u2009min`, 'not told'),
      ],
    })),
    empty: 'Azure gives no entry.',
  }
}

const FROM = { azure: 'Azure', onPremises: 'On-premises', untold: 'Not told' } as const

/** Networks and the way each path has to them: one that only one path knows is lost when that path fails. */
export function routeSection(routes: readonly RouteOnPaths[]): Section {
  const lone = routes.filter(({ primary, secondary }) => primary.length === 0 || secondary.length === 0)
  return {
    title: 'Networks',
    note:
      lone.length === 0
        ? `${count(routes.length, 'network')}, each on both paths`
        : `${count(routes.length, 'network')}, ${lone.length} on one path only`,
    columns: [
      { label: 'Network' },
      { label: 'From' },
      { label: 'On' },
      { label: 'Next hop, primary' },
      { label: 'Next hop, secondary' },
      { label: 'AS path' },
    ],
    rows: routes.map(({ network, from, primary, secondary }) => ({
      key: network,
      cells: [
        code(network, 'not told'),
        text(FROM[from]),
        onPaths(primary.length > 0, secondary.length > 0),
        hops(primary),
        hops(secondary),
        code((primary[0] ?? secondary[0])?.path, 'none'),
      ],
    })),
    empty: 'Neither path knows a network.',
  }
}

function onPaths(primary: boolean, secondary: boolean): FieldValue {
  if (primary && secondary) return { is: 'state', text: 'Both paths', verdict: 'healthy' }
  return { is: 'state', text: primary ? 'Primary only' : 'Secondary only', verdict: 'attention' }
}

function hops(routes: RouteOnPaths['primary']): FieldValue {
  const all = [...new Set(routes.flatMap(({ nextHop }) => nextHop ?? []))]
  return all.length === 0 ? absent('–') : code(all.join(', '))
}
