import { contains, parseAddress, parsePrefix, type Prefix } from '../../lib/cidr.ts'
import { hostPrefix } from '../addresses.ts'
import { compareVerdicts } from '../status/verdict.ts'
import { compareNames } from './order.ts'
import type { Row } from './row.ts'

type Term =
  | { is: 'id'; key: string }
  | { is: 'text'; text: string }
  | { is: 'prefix'; prefix: Prefix; text: string }
  | { is: 'asn'; asn: number; text: string }

/**
 * Free text over rows. Every word must be found: as text anywhere; an address or a prefix also where a row's prefix
 * contains it or is contained in it; `AS64620` or a bare number also as an AS number; an ARM id finds the resource and what lives in it.
 */
export function matcher(text: string): (row: Row) => boolean {
  const terms = text
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(readTerm)
  return (row) => terms.every((term) => matches(row, term))
}

function readTerm(text: string): Term {
  if (text.startsWith('/subscriptions/')) return { is: 'id', key: text.replace(/\/+$/, '') }
  const prefix = parsePrefix(text) ?? (parseAddress(text) && hostPrefix(text))
  if (prefix) return { is: 'prefix', prefix, text }
  const asn = /^(?:as)?(\d{1,10})$/.exec(text)?.[1]
  if (asn !== undefined) return { is: 'asn', asn: Number(asn), text }
  return { is: 'text', text }
}

function matches(row: Row, term: Term): boolean {
  switch (term.is) {
    case 'id':
      return row.key === term.key || row.key.startsWith(`${term.key}/`)
    case 'text':
      return row.haystack.includes(term.text)
    case 'asn':
      return row.asns.includes(term.asn) || row.haystack.includes(term.text)
    case 'prefix':
      return row.haystack.includes(term.text) || row.prefixes.some((one) => touches(one, term.prefix))
    default:
      return term satisfies never
  }
}

/** Prefixes are nested or apart, so containing or contained is all there is. `0.0.0.0/0` holds everything: it is no find. */
function touches(a: Prefix, b: Prefix): boolean {
  if (a.family !== b.family) return false
  if (a.length === 0 && b.length > 0) return false
  return contains(a, b) || contains(b, a)
}

/** The best `limit` rows for a palette: name beginning with the text, then name containing it, then anything. */
export function searchRows(
  rows: readonly Row[],
  text: string,
  limit: number,
): { found: Row[]; total: number } {
  const wanted = text.trim().toLowerCase()
  if (wanted === '') return { found: [], total: 0 }
  const isMatch = matcher(wanted)
  // Of thousands of finds a few are shown: the best are picked in one pass, not sorted out of all.
  const best: Ranked[] = []
  let total = 0
  for (const row of rows) {
    if (!isMatch(row)) continue
    total += 1
    const ranked = { row, rank: rankOf(row, wanted) }
    const worse = best.findIndex((other) => compareRanked(ranked, other) < 0)
    if (worse >= 0) best.splice(worse, 0, ranked)
    else best.push(ranked)
    best.length = Math.min(best.length, limit)
  }
  return { found: best.map(({ row }) => row), total }
}

interface Ranked {
  row: Row
  rank: number
}

function compareRanked(a: Ranked, b: Ranked): number {
  return (
    a.rank - b.rank ||
    compareVerdicts(a.row.judgement.verdict, b.row.judgement.verdict) ||
    compareNames(a.row, b.row)
  )
}

function rankOf(row: Row, wanted: string): number {
  const name = row.name.toLowerCase()
  const place = name === wanted ? 0 : name.startsWith(wanted) ? 1 : name.includes(wanted) ? 2 : 3
  return place * 2 + (row.service === undefined ? 1 : 0)
}
