import { contains, overlaps, parseAddress, parsePrefix, type Prefix } from '../../lib/cidr.ts'

/** A row of a table of routes: its cells as they are shown, and the prefix among them. */
export interface FoundIn<Row> {
  row: Row
  text: string
  prefix: Prefix | undefined
}

/** Made once for each answer: there may be ten thousand. */
export function indexed<Row>(
  rows: readonly Row[],
  cells: (row: Row) => readonly (string | undefined)[],
  prefixOf: (row: Row) => string,
): FoundIn<Row>[] {
  return rows.map((row) => ({
    row,
    text: cells(row).join(' ').toLowerCase(),
    prefix: parsePrefix(prefixOf(row)),
  }))
}

/** Rows that hold the text; of an address or a prefix, also the routes it is in or overlaps. */
export function foundRows<Row>(rows: readonly FoundIn<Row>[], typed: string): FoundIn<Row>[] {
  const search = typed.trim().toLowerCase()
  if (search === '') return [...rows]
  const address = parseAddress(search)
  const prefix = parsePrefix(search)
  const meets = (own: Prefix) =>
    (address !== undefined && contains(own, address)) || (prefix !== undefined && overlaps(own, prefix))
  return rows.filter(({ text, prefix: own }) => text.includes(search) || (own !== undefined && meets(own)))
}
