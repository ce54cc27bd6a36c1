import { formatPrefix, parsePrefix } from '../../lib/cidr.ts'
import { hostPrefix } from '../addresses.ts'
import { sentenceList } from '../format.ts'
import { meet, spanOf, type Range } from './ranges.ts'

const MOST_NAMED = 3

/**
 * What a range of a plan overlaps, with both owners named: `10.20.0.0/16 of vnet-new overlaps 10.20.0.0/16 of the virtual network vnet-old`.
 * @param owner of the range
 * @returns `undefined` where it overlaps nothing, or is a default route, which is meant to
 */
export function overlapWords(text: string, owner: string, others: readonly Range[]): string | undefined {
  const prefix = parsePrefix(text) ?? hostPrefix(text)
  if (prefix?.family !== 4 || prefix.length === 0) return undefined
  const span = spanOf(prefix)
  const met = others.filter((other) => meet(other, span))
  if (met.length === 0) return undefined
  return `${text} of ${owner} overlaps ${namedAmong(met, (one) => `${formatPrefix(one.prefix)} of ${one.owner}`)}.`
}

/** The first of what is met; of the others how many. */
export function namedAmong<Met>(met: readonly Met[], nameOf: (one: Met) => string): string {
  const more = met.length > MOST_NAMED ? [`${met.length - MOST_NAMED} more`] : []
  return sentenceList([...met.slice(0, MOST_NAMED).map(nameOf), ...more])
}
