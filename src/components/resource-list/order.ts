import type { Row } from '../../model/list/row.ts'

/**
 * Rows in the order they already had. A row that is new comes after the one it follows when sorted, so lists that
 * arrive find their place and statuses that arrive move nothing.
 */
export function keepOrder(previous: readonly Row[], sorted: readonly Row[]): readonly Row[] {
  const from = firstDifference(previous, sorted)
  if (from === previous.length) return sorted
  const [before, after] = [previous.slice(from), sorted.slice(from)]
  return [...sorted.slice(0, from), ...(replaced(before, after) ?? keptOrder(before, after))]
}

/** Where rows are the same but for newer readings, which is what statuses bring: each in its old place. */
function replaced(previous: readonly Row[], sorted: readonly Row[]): Row[] | undefined {
  if (previous.length !== sorted.length) return undefined
  const same = new Set(previous)
  const newer = new Map(sorted.filter((row) => !same.delete(row)).map((row) => [row.key, row]))
  // What is left in `same` is not among the sorted ones any more.
  const kept = previous.map((row) => (same.has(row) ? newer.get(row.key) : row))
  return kept.every((row) => row !== undefined) ? kept : undefined
}

/** How many rows at the start are the same, by key. */
function firstDifference(one: readonly Row[], other: readonly Row[]): number {
  const differs = one.findIndex(({ key }, index) => key !== other[index]?.key)
  return differs < 0 ? one.length : differs
}

function keptOrder(previous: readonly Row[], sorted: readonly Row[]): Row[] {
  const known = new Set(previous.map(({ key }) => key))
  const current = new Map<string, Row>()
  const newcomers = new Map<string, Row[]>()
  let anchor = ''
  for (const row of sorted) {
    if (known.has(row.key)) {
      current.set(row.key, row)
      anchor = row.key
    } else {
      const after = newcomers.get(anchor)
      if (after) after.push(row)
      else newcomers.set(anchor, [row])
    }
  }
  const kept = newcomers.get('') ?? []
  for (const { key } of previous) {
    const row = current.get(key)
    if (!row) continue
    kept.push(row, ...(newcomers.get(key) ?? []))
  }
  return kept
}

export function sameOrder(one: readonly Row[], other: readonly Row[]): boolean {
  return one.length === other.length && firstDifference(one, other) === one.length
}
