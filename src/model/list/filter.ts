import type { Row } from './row.ts'
import type { Filter, FilterField, ListView } from './view.ts'
import { matcher } from './search.ts'

/** A row's values in a field, as a filter compares them: without regard to case. */
export function valuesOf(row: Row, field: FilterField): string[] {
  switch (field) {
    case 'verdict':
      return [row.judgement.verdict]
    case 'service':
      return row.service === undefined ? [] : [row.service]
    case 'kind':
      return [row.kind]
    case 'name':
      return [row.name]
    case 'related':
      return row.related.is === 'one' ? [row.related.name] : row.related.text === '' ? [] : [row.related.text]
    case 'group':
      return [row.resourceGroup]
    case 'subscription':
      return [row.subscriptionId]
    case 'region':
      return row.location === '' ? [] : [row.location]
    case 'sku':
      return row.sku === '' ? [] : [row.sku]
    case 'source':
      return [row.source]
    case 'age':
      return []
    case 'tag':
      return row.tags.flatMap(([name, value]) => [name, `${name}=${value}`])
    default:
      return field satisfies never
  }
}

/** What a filter asks of a row. @param now milliseconds since the epoch, for the age of rows */
function tester({ field, operator, values }: Filter, now: number): (row: Row) => boolean {
  if (field === 'age') return (row) => values.some((value) => (now - row.readAt) / 1000 > Number(value))
  const wanted = values.map((value) => value.toLowerCase())
  const isWanted = (value: string) => wanted.includes(value.toLowerCase())
  switch (operator) {
    case 'is':
      return (row) => valuesOf(row, field).some(isWanted)
    case 'not':
      return (row) => !valuesOf(row, field).some(isWanted)
    case 'has':
      return (row) =>
        valuesOf(row, field).some((own) => wanted.some((value) => own.toLowerCase().includes(value)))
    case 'over':
      return () => true
    default:
      return operator satisfies never
  }
}

/** Related things are shown where they were asked for: by free text, or by a kind among the filters. */
function asksForRelated(view: ListView): boolean {
  return (
    view.text.trim() !== '' ||
    view.filters.some(({ field, operator }) => field === 'kind' && operator === 'is')
  )
}

/**
 * The rows a view shows, unsorted.
 * @param except leaves out the filters of one field, so that its facet counts what choosing it would give
 */
export function filterRows(rows: readonly Row[], view: ListView, now: number, except?: FilterField): Row[] {
  const tests = view.filters.filter(({ field }) => field !== except).map((filter) => tester(filter, now))
  const isMatch = matcher(view.text)
  // The kinds one can choose are all there are: choosing a related one is how to ask for it.
  const withRelated = asksForRelated(view) || except === 'kind'
  return rows.filter(
    (row) => (withRelated || row.service !== undefined) && tests.every((test) => test(row)) && isMatch(row),
  )
}
