import { csvText } from '../csv-text.ts'
import { typedList } from '../wizard/typed-list.ts'
import type { Answers, Site, SiteLink } from './answers.ts'
import { emptyLink } from './empty.ts'
import { MOST_LINKS, siteFaults } from './site-faults.ts'
import { nameKey } from './sites.ts'

/** The columns of the file, in the order of the template. Each row is a link; rows with the same site are links of one site. */
const COLUMNS = [
  { id: 'site', title: 'Site', also: ['name', 'sitename', 'branch'], needed: true },
  { id: 'vendor', title: 'Device vendor', also: ['vendor', 'devicevendor'], needed: false },
  { id: 'model', title: 'Device model', also: ['model', 'devicemodel'], needed: false },
  { id: 'prefixes', title: 'Prefixes', also: ['prefix', 'addressspace', 'networks'], needed: true },
  { id: 'link', title: 'Link', also: ['linkname'], needed: false },
  { id: 'provider', title: 'Provider', also: ['linkprovider', 'isp'], needed: false },
  { id: 'speed', title: 'Speed in Mbps', also: ['speed', 'mbps', 'linkspeed', 'speedmbps'], needed: false },
  {
    id: 'endpoint',
    title: 'IP address or DNS name',
    also: ['endpoint', 'ip', 'ipaddress', 'fqdn', 'address', 'dnsname'],
    needed: true,
  },
  { id: 'asn', title: 'AS number', also: ['asn', 'as', 'bgpasn'], needed: false },
  { id: 'peer', title: 'BGP address', also: ['peer', 'bgp', 'bgppeer', 'bgppeeringaddress'], needed: false },
] as const

type Column = (typeof COLUMNS)[number]['id']

/** A row of the file as a parser gave it. `line`: of the file, from 1. */
export interface CsvRow {
  line: number
  cells: readonly string[]
}

export interface CsvFault {
  line: number
  /** As the file calls it; absent where it is the line as a whole. */
  column?: string
  text: string
}

export type CsvSite = Omit<Site, 'key' | 'use' | 'existing'>

export interface CsvRead {
  sites: readonly CsvSite[]
  links: number
  faults: readonly CsvFault[]
}

/** Rows of a file. */
const MOST_ROWS = 4000

/**
 * Sites of a file, and what is wrong with it by line and column: its form, and what the rules of a site say. A site with a fault is among
 * the sites all the same: it can be mended in the list.
 */
export function readSites(rows: readonly CsvRow[], connection: Pick<Answers, 'connection'>): CsvRead {
  const [head, ...all] = rows
  if (!head) return { sites: [], links: 0, faults: [] }
  const columns = columnsOf(head)
  const missing = COLUMNS.filter(({ id, needed }) => needed && !columns.has(id)).map(({ title }) => title)
  if (missing.length > 0)
    return {
      sites: [],
      links: 0,
      faults: [
        {
          line: head.line,
          text: `The first line has to name the columns, and it lacks ${missing.join(' and ')}. The template has all of them.`,
        },
      ],
    }
  const faults: CsvFault[] = []
  const unknown = head.cells.filter((cell) => cell.trim() !== '' && columnOf(cell) === undefined)
  for (const cell of unknown)
    faults.push({
      line: head.line,
      column: cell.trim(),
      text: 'No column of this name is read: what stands in it is left out.',
    })
  if (all.length > MOST_ROWS)
    faults.push({
      line: head.line,
      text: `The file has ${all.length} lines; the first ${MOST_ROWS} are read.`,
    })
  const read = new Map<string, Gathered>()
  for (const row of all.slice(0, MOST_ROWS)) {
    if (row.cells.every((cell) => cell.trim() === '')) continue
    gather(row, head, columns, read, faults)
  }
  for (const one of read.values()) faults.push(...faultsOf(one, head, columns, connection))
  return {
    sites: [...read.values()].map(({ site }) => site),
    links: [...read.values()].reduce((sum, { site }) => sum + site.links.length, 0),
    faults: faults.toSorted((a, b) => a.line - b.line),
  }
}

interface Gathered {
  site: CsvSite
  /** The line of the site, and of each of its links. */
  line: number
  lines: number[]
}

function gather(
  row: CsvRow,
  head: CsvRow,
  columns: ReadonlyMap<Column, number>,
  read: Map<string, Gathered>,
  faults: CsvFault[],
): void {
  const cell = (column: Column) => unguarded(row.cells[columns.get(column) ?? -1] ?? '')
  if (
    row.cells.length > head.cells.length &&
    row.cells.slice(head.cells.length).some((one) => one.trim() !== '')
  )
    faults.push({
      line: row.line,
      text: `It has ${row.cells.length} cells, and there are ${head.cells.length} columns. A cell with a comma or semicolon has to stand in quotation marks.`,
    })
  const name = cell('site')
  const link = (others: readonly SiteLink[]): SiteLink => {
    const empty = emptyLink(others)
    return {
      name: cell('link') || empty.name,
      provider: cell('provider'),
      speed: cell('speed').replace(/\s*mbps$/i, ''),
      endpoint: cell('endpoint'),
      asn: cell('asn').replace(/^as\s*/i, ''),
      peer: cell('peer'),
    }
  }
  // Without a name each line is a site of its own, which a rule then asks a name for.
  const key = name === '' ? ` ${row.line}` : nameKey(name)
  const before = read.get(key)
  if (!before) {
    read.set(key, {
      site: {
        name,
        vendor: cell('vendor'),
        model: cell('model'),
        prefixes: typedList(cell('prefixes')),
        links: [link([])],
      },
      line: row.line,
      lines: [row.line],
    })
    return
  }
  const { site, line, lines } = before
  for (const column of ['vendor', 'model'] as const)
    if (cell(column) !== '' && site[column] !== '' && cell(column) !== site[column])
      faults.push({
        line: row.line,
        column: titleIn(column, head, columns),
        text: `${name} has ${site[column]} in line ${line}. A site has one device in Azure; that of line ${line} is taken.`,
      })
  if (lines.length >= MOST_LINKS) {
    faults.push({
      line: row.line,
      text: `${name} has ${MOST_LINKS} links already, which is all that Azure takes. This line is left out.`,
    })
    return
  }
  const prefixes = typedList(cell('prefixes')).filter((one) => !site.prefixes.includes(one))
  before.site = {
    ...site,
    vendor: site.vendor || cell('vendor'),
    model: site.model || cell('model'),
    prefixes: [...site.prefixes, ...prefixes],
    links: [...site.links, link(site.links)],
  }
  lines.push(row.line)
}

function faultsOf(
  { site, line, lines }: Gathered,
  head: CsvRow,
  columns: ReadonlyMap<Column, number>,
  connection: Pick<Answers, 'connection'>,
): CsvFault[] {
  return siteFaults(site, connection).map(({ field, text }) => {
    const [part, at, member] = field.split('.')
    const column = columnFor(part, member)
    const title = column && titleIn(column, head, columns)
    return {
      line: part === 'links' && at !== undefined ? (lines[Number(at)] ?? line) : line,
      ...(title !== undefined && { column: title }),
      text,
    }
  })
}

function columnFor(part: string | undefined, member: string | undefined): Column | undefined {
  if (part === 'name') return 'site'
  if (part === 'prefixes') return 'prefixes'
  if (member === 'name') return 'link'
  return COLUMNS.find(({ id }) => id === member)?.id
}

/** As the file calls it, else as the template does. */
function titleIn(column: Column, head: CsvRow, columns: ReadonlyMap<Column, number>): string {
  const own = head.cells[columns.get(column) ?? -1]?.trim()
  return own || (COLUMNS.find(({ id }) => id === column)?.title ?? column)
}

function columnsOf(head: CsvRow): Map<Column, number> {
  const columns = new Map<Column, number>()
  for (const [index, cell] of head.cells.entries()) {
    const column = columnOf(cell)
    if (column !== undefined && !columns.has(column)) columns.set(column, index)
  }
  return columns
}

function columnOf(cell: string): Column | undefined {
  const plain = plainName(cell)
  return COLUMNS.find(({ id, title, also }) => [id, plainName(title), ...also].some((one) => one === plain))
    ?.id
}

function plainName(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
}

/** A spreadsheet puts an apostrophe before what begins like a formula; no value of a site does. */
function unguarded(cell: string): string {
  return cell.trim().replace(/^'(?=[=+\-@])/, '')
}

/** A file to fill in, with two lines that show how: two links of one site. */
export function csvTemplate(): string {
  return csvText(
    COLUMNS.map(({ title }) => title),
    [
      [
        'site-example-1',
        'Cisco',
        'ISR 4331',
        '10.240.0.0/22 10.240.8.0/24',
        'link-1',
        'First provider',
        '500',
        '203.0.113.30',
        '64801',
        '10.240.0.1',
      ],
      [
        'site-example-1',
        '',
        '',
        '',
        'link-2',
        'Second provider',
        '200',
        '203.0.113.31',
        '64801',
        '10.240.0.2',
      ],
      [
        'site-example-2',
        'Fortinet',
        'FortiGate 100F',
        '10.240.4.0/22',
        'link-1',
        'First provider',
        '100',
        'vpn2.example.com',
        '',
        '',
      ],
    ],
  )
}
