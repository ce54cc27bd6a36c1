import { count, sentenceList } from '../format.ts'
import { session } from './judge-path.ts'
import type { PeeringReading } from './path-tables.ts'

/** Whether every session of a peering is up and brings prefixes, of each of its families on both paths. */
export function isCarrying({ paths, families }: PeeringReading): boolean {
  return paths.length > 0 && paths.every((path) => isPathUp(path, families))
}

function isPathUp(
  { summary }: PeeringReading['paths'][number],
  families: PeeringReading['families'],
): boolean {
  return summary.ok && session(summary.value, families).verdict === 'healthy'
}

/** What is known of the two paths of one circuit of a set-up. */
export type PathsOf =
  | PeeringReading
  /** Azure is being asked. */
  | 'notTold'
  /** There is no private peering, so nobody is asked. */
  | 'noPeering'
  | 'notConnected'
  /** The circuit is somebody else's: only its owner sees its paths. */
  | 'unreadable'

/** Whether a circuit carries traffic, as far as this account can tell. */
export function isUp(paths: PathsOf): boolean {
  return typeof paths === 'object' && isCarrying(paths)
}

/**
 * Whether all is well: every circuit is connected, and every path that can be read is up.
 * @param notJoined names of connections that are there and join nothing: paths are up without them
 */
export function areAllUp(circuits: readonly PathsOf[], notJoined: readonly string[]): boolean {
  return notJoined.length === 0 && circuits.every((one) => one === 'unreadable' || isUp(one))
}

/** Whether Azure is asked again and again, since paths that it tells of are not up yet. */
export function isAskedAnew(circuits: readonly PathsOf[]): boolean {
  return circuits.some((one) => one === 'notTold' || (typeof one === 'object' && !isCarrying(one)))
}

/** How far a set-up is, in a sentence for a heading: `All 4 paths are up, but cn-a is not connected`. */
export function verifyHeadline(circuits: readonly PathsOf[], notJoined: readonly string[]): string {
  const paths = pathsHeadline(circuits)
  return notJoined.length === 0
    ? paths
    : `${paths}, but ${sentenceList(notJoined)} ${notJoined.length === 1 ? 'is' : 'are'} not connected`
}

/** Paths that cannot be read count for nothing. */
function pathsHeadline(circuits: readonly PathsOf[]): string {
  const readable = circuits.filter((one) => one !== 'unreadable')
  const paths = readable.flatMap((one) => (typeof one === 'object' ? one.paths : []))
  const up = readable
    .flatMap((one) => (typeof one === 'object' ? one.paths.map((path) => isPathUp(path, one.families)) : []))
    .filter(Boolean).length
  const all = 2 * readable.length
  if (all === 0) return 'The paths can be read by the owner of the circuit alone'
  const known = readable.length < circuits.length ? ' that can be read' : ''
  if (up === all) return all === 2 ? `Both paths${known} are up` : `All ${all} paths${known} are up`
  if (paths.length === 0 && readable.includes('notTold')) return 'The paths are looked at'
  return up === 0
    ? `None of ${count(all, 'path')} is up yet`
    : `${up} of ${count(all, 'path')} ${up === 1 ? 'is' : 'are'} up`
}
