import { fieldName, filterValueLabel } from '../../model/list/facets.ts'
import type { Row } from '../../model/list/row.ts'
import type { Filter, FilterField, FilterOperator, ListView } from '../../model/list/view.ts'

const OPERATORS: Record<FilterField, readonly FilterOperator[]> = {
  verdict: ['is', 'not'],
  service: ['is', 'not'],
  kind: ['is', 'not'],
  name: ['has', 'is', 'not'],
  related: ['has', 'is', 'not'],
  group: ['is', 'not'],
  subscription: ['is', 'not'],
  region: ['is', 'not'],
  sku: ['is', 'not'],
  source: ['is', 'not'],
  age: ['over'],
  tag: ['is', 'not'],
}

const OPERATOR_WORDS: Record<FilterOperator, string> = {
  is: 'is',
  not: 'is not',
  has: 'contains',
  over: 'is older than',
}

/** What a field can be asked, the usual first. */
export function operatorsOf(field: FilterField): readonly FilterOperator[] {
  return OPERATORS[field]
}

export function operatorWord(operator: FilterOperator): string {
  return OPERATOR_WORDS[operator]
}

/** A filter in words: `Region`, `is not Sweden Central`. `is` is left out, as people read it. */
export function filterWords(filter: Filter, subscriptionName: (id: string) => string | undefined) {
  const { field, operator, values } = filter
  const labels = values.map((value) =>
    field === 'age' ? secondsWord(Number(value)) : filterValueLabel(field, value, subscriptionName(value)),
  )
  const listed =
    labels.length > 3 ? `${labels.slice(0, 2).join(', ')} and ${labels.length - 2} more` : labels.join(', ')
  return { field: fieldName(field), text: operator === 'is' ? listed : `${operatorWord(operator)} ${listed}` }
}

function secondsWord(seconds: number): string {
  if (seconds >= 86_400 && seconds % 86_400 === 0) return `${seconds / 86_400} d`
  if (seconds >= 3_600 && seconds % 3_600 === 0) return `${seconds / 3_600} h`
  if (seconds >= 60 && seconds % 60 === 0) return `${seconds / 60} min`
  return `${seconds} s`
}

/** Names of subscriptions, which filters know by id; looked up only when a filter asks. */
export function subscriptionNames(rows: readonly Row[]): (id: string) => string | undefined {
  let names: Map<string, string> | undefined
  return (id) => {
    names ??= new Map(
      rows.map(({ subscriptionId, subscriptionName }) => [subscriptionId.toLowerCase(), subscriptionName]),
    )
    return names.get(id.toLowerCase())
  }
}

/** The view with one field's filter set anew, in its old place, or removed where it has no values. */
export function withFilter(view: ListView, filter: Filter): ListView {
  const there = view.filters.some(({ field }) => field === filter.field)
  const filters = there
    ? view.filters.map((old) => (old.field === filter.field ? filter : old))
    : [...view.filters, filter]
  return { ...view, filters: filters.filter(({ values }) => values.length > 0) }
}

export function withoutFilters(view: ListView): ListView {
  return { ...view, text: '', filters: [] }
}

/** The verdict a press on a facet chose: it is shown there, so it is no chip. */
export function chosenVerdict(view: ListView): string | undefined {
  const filter = view.filters.find(({ field }) => field === 'verdict')
  return filter?.operator === 'is' && filter.values.length === 1 ? filter.values[0] : undefined
}
