import { type Family, formatPrefix, parsePrefix } from '../../../lib/cidr.ts'
import type { Result } from '../../../lib/result.ts'
import { FAMILY_NAMES, familyOfAddress, peeringFamilies } from '../../circuit/families.ts'
import { decidingRow, layer2, prefixesReceived, session } from '../../circuit/judge-path.ts'
import type { PathName, PathReading } from '../../circuit/path-tables.ts'
import { privatePeeringOf } from '../../edits/peering.ts'
import type { HubError } from '../../errors.ts'
import type { ExpressRouteCircuit } from '../../resources/expressroute.ts'
import { valueOf, type Asked } from '../asked.ts'
import type { CircuitFacts } from './circuit-facts.ts'

export type CircuitPeeringPart = ExpressRouteCircuit['peerings'][number]

/** What one path tells. `untold`: Azure gives an empty table. `unread`: it could not be asked. */
export interface PathState {
  path: PathName
  link: 'answers' | 'silent' | 'untold' | 'unread'
  bgp: 'up' | 'down' | 'limit' | 'untold' | 'unread'
  /** As the table has it: `Active`, or a number. */
  state?: string
  /** How long it is up or was in this state, as the router writes it. */
  upDown?: string
  /** Prefixes received, while the session is up. */
  prefixes?: number
  /** The AS number of the far end, as the table has it. */
  as?: number
  /** The far end has a row, with no MAC address in it. */
  incomplete: boolean
  /** Whose session decides, where the path has one of each family: `IPv6`. */
  family?: string
}

/** The peering that the paths are asked of: virtual networks are reached by the private one. */
export function peeringLookedAt(
  circuit: ExpressRouteCircuit | undefined,
  privateAlone: boolean,
): CircuitPeeringPart | undefined {
  if (circuit === undefined) return undefined
  return privatePeeringOf(circuit) ?? (privateAlone ? undefined : circuit.peerings[0])
}

/** Both paths as far as they were told; none while they are asked or where nothing could be. */
export function pathStates({ paths, circuit, subject }: CircuitFacts): PathState[] {
  const peering = peeringLookedAt(valueOf(circuit), subject.kind !== 'expressRouteCircuit')
  const families = peering ? peeringFamilies(peering) : []
  return (valueOf(paths)?.paths ?? []).map((reading) => stateOf(reading, families))
}

/** Where a path has several sessions the worst of them is told. */
function stateOf({ path, arp, summary }: PathReading, families: readonly Family[]): PathState {
  const rows = summary.ok ? summary.value : []
  const row = decidingRow(rows)
  const bgp = summary.ok ? bgpOf(rows, families) : 'unread'
  const own = row && prefixesReceived([row])
  const prefixes = bgp !== 'up' ? undefined : own === 0 ? 0 : prefixesReceived(rows)
  return {
    path,
    link: arp.ok ? LINKS[layer2(arp.value).verdict] : 'unread',
    bgp,
    incomplete:
      arp.ok &&
      arp.value.some(({ interface: side }) => side?.toLowerCase() !== 'microsoft') &&
      LINKS[layer2(arp.value).verdict] === 'silent',
    ...(row?.statePfxRcd !== undefined && { state: row.statePfxRcd.trim() }),
    ...(row?.upDown !== undefined && { upDown: row.upDown }),
    ...(row?.as !== undefined && { as: row.as }),
    ...(prefixes !== undefined && { prefixes }),
    ...(row !== undefined &&
      rows.length > 1 &&
      (bgp !== 'up' || own === 0) && { family: FAMILY_NAMES[familyOfAddress(row.neighbor)] }),
  }
}

const LINKS = {
  healthy: 'answers',
  down: 'silent',
  attention: 'untold',
  unknown: 'untold',
  inProgress: 'untold',
  notChecked: 'untold',
} as const

function bgpOf(rows: Parameters<typeof session>[0], families: readonly Family[]): PathState['bgp'] {
  const { verdict, text } = session(rows, families)
  if (verdict === 'healthy' || verdict === 'attention') return 'up'
  if (verdict !== 'down') return 'untold'
  return /pfxct/i.test(text) ? 'limit' : 'down'
}

/** Both tables of one kind as one fact: known where both were told, else why not. */
export function tableOf(
  { paths }: Pick<CircuitFacts, 'paths'>,
  kind: 'arp' | 'summary',
  path?: PathName,
): Asked<true> {
  if (paths.is !== 'known') return paths
  const failed = paths.value.paths
    .filter((one) => path === undefined || one.path === path)
    .map((one): Result<unknown, HubError> => one[kind])
    .find((one) => !one.ok)
  return failed === undefined || failed.ok
    ? { is: 'known', value: true, at: paths.at }
    : { is: 'failed', error: failed.error }
}

/** "the primary path", "both paths". */
export function pathWords(states: readonly PathState[]): string {
  const [first] = states
  return states.length === 1 && first !== undefined ? `the ${first.path} path` : 'both paths'
}

/** Where the customer's router has to be on a link: the first usable address, Microsoft's the second (ExpressRoute document 3.2). */
export function routerAddress(peering: CircuitPeeringPart, path: PathName): string | undefined {
  const prefix = parsePrefix((path === 'primary' ? peering.primaryPrefix : peering.secondaryPrefix) ?? '')
  if (!prefix) return undefined
  const first = formatPrefix({ ...prefix, first: prefix.first + 1n, length: prefix.family === 4 ? 32 : 128 })
  return `${first.replace(/\/\d+$/, '')}/${prefix.length}`
}
