import { kindRow, KINDS, SERVICES, serviceName } from '../resources/kinds.ts'
import { regionName } from '../resources/regions.ts'
import { VERDICTS, verdictWord } from '../status/verdict.ts'
import { filterRows, valuesOf } from './filter.ts'
import type { Row } from './row.ts'
import type { FilterField, ListView } from './view.ts'

/** A value a filter can take, what to call it, and how many rows choosing it alone would show. */
export interface FacetValue {
  value: string
  label: string
  count: number
}

/** The values of one field among the rows that the rest of the view shows, most frequent first; verdicts worst first. */
export function facet(rows: readonly Row[], view: ListView, field: FilterField, now: number): FacetValue[] {
  const counts = new Map<string, FacetValue>()
  for (const row of filterRows(rows, view, now, field)) {
    for (const value of valuesOf(row, field)) {
      const known = counts.get(value.toLowerCase())
      if (known) known.count += 1
      else
        counts.set(value.toLowerCase(), {
          value,
          label: filterValueLabel(field, value, row.subscriptionName),
          count: 1,
        })
    }
  }
  const values = [...counts.values()]
  if (field === 'verdict') return values.toSorted((a, b) => verdictRank(a.value) - verdictRank(b.value))
  return values.toSorted((a, b) => b.count - a.count || a.label.localeCompare(b.label))
}

function verdictRank(value: string): number {
  return VERDICTS.findIndex((verdict) => verdict === value)
}

const FIELD_NAMES: Record<FilterField, string> = {
  verdict: 'Status',
  service: 'Service',
  kind: 'Kind',
  name: 'Name',
  related: 'Related',
  group: 'Resource group',
  subscription: 'Subscription',
  region: 'Region',
  sku: 'SKU',
  source: 'Source',
  age: 'Read',
  tag: 'Tag',
}

export function fieldName(field: FilterField): string {
  return FIELD_NAMES[field]
}

/** What to call a filter's value. @param subscription the display name, where the field is the subscription */
export function filterValueLabel(field: FilterField, value: string, subscription?: string): string {
  switch (field) {
    case 'verdict': {
      const verdict = VERDICTS.find((known) => known === value)
      return verdict ? verdictWord(verdict) : value
    }
    case 'service': {
      const service = SERVICES.find((known) => known === value)
      return service ? serviceName(service) : value
    }
    case 'kind': {
      const row = KINDS.find(({ kind }) => kind.toLowerCase() === value.toLowerCase())
      return row ? kindRow(row.kind).name : value
    }
    case 'region':
      return regionName(value)
    case 'subscription':
      return subscription ?? value
    case 'source':
      return SOURCE_NAMES[value] ?? value
    case 'tag':
      return value.replace('=', ' = ')
    case 'name':
    case 'related':
    case 'group':
    case 'sku':
    case 'age':
      return value
    default:
      return field satisfies never
  }
}

const SOURCE_NAMES: Record<string, string> = {
  list: 'ARM list',
  get: 'ARM read',
  graph: 'Resource Graph',
  write: 'Written here',
  file: 'File',
}
