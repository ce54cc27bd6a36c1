import { SERVICES, type Service } from '../resources/kinds.ts'

/** Everything about a list that a link can carry. */
export interface ListView {
  /** Free text: words, an address, a prefix, an ASN. */
  text: string
  filters: Filter[]
  groupBy: GroupBy
  sort: Sort
  columns: ColumnId[]
}

export const FILTER_FIELDS = [
  'verdict',
  'service',
  'kind',
  'name',
  'related',
  'group',
  'subscription',
  'region',
  'sku',
  'source',
  'age',
  'tag',
] as const
export type FilterField = (typeof FILTER_FIELDS)[number]

/**
 * `is` and `not` compare whole values; `has` is text contained (name, related); `over` is seconds (age).
 * A tag's value is `name=value`, or `name` alone for any value.
 */
export type FilterOperator = 'is' | 'not' | 'has' | 'over'

export interface Filter {
  field: FilterField
  operator: FilterOperator
  values: string[]
}

export const GROUPINGS = ['none', 'service', 'kind', 'group', 'subscription', 'region', 'verdict'] as const
export type GroupBy = (typeof GROUPINGS)[number]

export const COLUMNS = [
  'verdict',
  'name',
  'kind',
  'service',
  'related',
  'group',
  'subscription',
  'region',
  'sku',
  'tags',
  'source',
  'age',
] as const
export type ColumnId = (typeof COLUMNS)[number]

export const DEFAULT_COLUMNS: readonly ColumnId[] = [
  'verdict',
  'name',
  'kind',
  'related',
  'group',
  'subscription',
  'region',
  'sku',
  'age',
]

export interface Sort {
  column: ColumnId
  direction: 'up' | 'down'
}

export const DEFAULT_VIEW: ListView = {
  text: '',
  filters: [],
  groupBy: 'none',
  sort: { column: 'verdict', direction: 'up' },
  columns: [...DEFAULT_COLUMNS],
}

const OPERATOR_MARKS: Record<FilterOperator, string> = { is: '', not: '!', has: '~', over: '>' }

/** Reads a view from the address; what it does not understand it leaves at its default. Never throws. */
export function readView(search: string | URLSearchParams): ListView {
  const params = new URLSearchParams(search)
  return {
    text: params.get('q') ?? '',
    filters: FILTER_FIELDS.flatMap((field) =>
      params.getAll(field).flatMap((text) => readFilter(field, text)),
    ),
    groupBy: GROUPINGS.find((known) => known === params.get('groupBy')) ?? DEFAULT_VIEW.groupBy,
    sort: readSort(params.get('sort')),
    columns: readColumns(params.get('columns')),
  }
}

/** The shortest query that `readView` reads back to the same view; starts with `?` or is empty. */
export function writeView(view: ListView): string {
  const params = new URLSearchParams()
  if (view.text !== '') params.set('q', view.text)
  for (const filter of view.filters) {
    if (filter.values.length === 0) continue
    params.append(filter.field, OPERATOR_MARKS[filter.operator] + filter.values.map(escapeValue).join(','))
  }
  if (view.groupBy !== DEFAULT_VIEW.groupBy) params.set('groupBy', view.groupBy)
  if (view.sort.column !== DEFAULT_VIEW.sort.column || view.sort.direction !== DEFAULT_VIEW.sort.direction) {
    params.set('sort', (view.sort.direction === 'down' ? '-' : '') + view.sort.column)
  }
  if (view.columns.join() !== DEFAULT_COLUMNS.join()) params.set('columns', view.columns.join(','))
  const query = params.toString()
  return query === '' ? '' : `?${query}`
}

/** The address of the list in a view that differs from the default only so. */
export function listPath(change: Partial<ListView> = {}): string {
  return `/resources${writeView({ ...DEFAULT_VIEW, ...change })}`
}

/** The list of one service, by the one filter that says so. */
export function servicePath(service: Service, ...more: Filter[]): string {
  return listPath({ filters: [{ field: 'service', operator: 'is', values: [service] }, ...more] })
}

/** The one service a view is narrowed to, which the navigation marks as current. */
export function serviceOfView(view: ListView): Service | undefined {
  const filter = view.filters.find(({ field, operator }) => field === 'service' && operator === 'is')
  if (filter?.values.length !== 1) return undefined
  return SERVICES.find((service) => service === filter.values[0])
}

function readFilter(field: FilterField, text: string): Filter[] {
  const operator: FilterOperator = text.startsWith('!')
    ? 'not'
    : text.startsWith('~')
      ? 'has'
      : text.startsWith('>')
        ? 'over'
        : 'is'
  const values = splitValues(text.slice(OPERATOR_MARKS[operator].length))
  if (values.length === 0) return []
  if (operator === 'over' && !values.every((value) => /^\d+$/.test(value))) return []
  return [{ field, operator, values }]
}

function readSort(text: string | null): Sort {
  if (text === null) return DEFAULT_VIEW.sort
  const column = COLUMNS.find((known) => known === text.replace(/^-/, ''))
  return column ? { column, direction: text.startsWith('-') ? 'down' : 'up' } : DEFAULT_VIEW.sort
}

function readColumns(text: string | null): ColumnId[] {
  const columns = (text ?? '').split(',').flatMap((part) => COLUMNS.find((known) => known === part) ?? [])
  const unique = [...new Set(columns)]
  return unique.length > 0 ? unique : [...DEFAULT_COLUMNS]
}

/** Commas part values, so a comma inside one is doubled by a backslash; so is a mark at the start. */
function escapeValue(value: string, index: number): string {
  const escaped = value.replace(/[\\,]/g, (character) => `\\${character}`)
  return index === 0 && /^[!~>]/.test(escaped) ? `\\${escaped}` : escaped
}

function splitValues(text: string): string[] {
  const values = ['']
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] ?? ''
    const last = values.length - 1
    if (character === '\\' && index + 1 < text.length) {
      index += 1
      values[last] += text[index] ?? ''
    } else if (character === ',') {
      values.push('')
    } else {
      values[last] += character
    }
  }
  return values.filter((value) => value !== '')
}
