import { count } from '../format.ts'
import { session } from './judge-path.ts'
import type { PeeringReading } from './path-tables.ts'

/** Whether each of both sessions of a peering is up and brings prefixes. */
export function isCarrying({ paths }: PeeringReading): boolean {
  return (
    paths.length > 0 &&
    paths.every(({ summary }) => summary.ok && session(summary.value).verdict === 'healthy')
  )
}

/**
 * How far the paths of a set-up are, in a sentence for a heading.
 * @param readings of the peering of each circuit; `undefined` where nothing was told yet, or there is no peering
 */
export function verifyHeadline(readings: readonly (PeeringReading | undefined)[]): string {
  const paths = readings.flatMap((reading) => reading?.paths ?? [])
  const up = paths.filter(({ summary }) => summary.ok && session(summary.value).verdict === 'healthy').length
  const all = 2 * readings.length
  if (up === all) return all === 2 ? 'Both paths are up' : `All ${all} paths are up`
  if (paths.length === 0) return 'The paths are looked at'
  return up === 0
    ? `None of ${count(all, 'path')} is up yet`
    : `${up} of ${count(all, 'path')} ${up === 1 ? 'is' : 'are'} up`
}
