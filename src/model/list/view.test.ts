import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  COLUMNS,
  DEFAULT_VIEW,
  FILTER_FIELDS,
  GROUPINGS,
  readView,
  writeView,
  type Filter,
  type FilterField,
  type FilterOperator,
  type ListView,
} from './view.ts'

const value = fc.string({ minLength: 1, maxLength: 12 })
const filter: fc.Arbitrary<Filter> = fc.oneof(
  fc.record<Filter>({
    field: fc.constantFrom(...FILTER_FIELDS),
    operator: fc.constantFrom<FilterOperator>('is', 'not', 'has'),
    values: fc.array(value, { minLength: 1, maxLength: 3 }),
  }),
  fc.record<Filter>({
    field: fc.constant<FilterField>('age'),
    operator: fc.constant<FilterOperator>('over'),
    values: fc.constant(['300']),
  }),
)
const view: fc.Arbitrary<ListView> = fc.record({
  text: fc.string({ maxLength: 20 }),
  filters: fc.array(filter, { maxLength: 4 }),
  groupBy: fc.constantFrom(...GROUPINGS),
  sort: fc.record({
    column: fc.constantFrom(...COLUMNS),
    direction: fc.constantFrom('up' as const, 'down' as const),
  }),
  columns: fc.uniqueArray(fc.constantFrom(...COLUMNS), { minLength: 1 }),
})

const byField = ({ filters, ...rest }: ListView) => ({
  ...rest,
  filters: filters.toSorted((a, b) => FILTER_FIELDS.indexOf(a.field) - FILTER_FIELDS.indexOf(b.field)),
})

describe('a view in the address', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(view, (one) => {
        expect(byField(readView(writeView(one)))).toEqual(byField(one))
      }),
    )
  })

  it('is nothing at all for the default', () => {
    expect(writeView(DEFAULT_VIEW)).toBe('')
    expect(readView('')).toEqual(DEFAULT_VIEW)
  })

  it.each(['?groupBy=nonsense', '?sort=-', '?columns=,,x', '?verdict=', '?age=>soon', '?verdict=%E0%A4%A'])(
    'ignores what it does not understand: %s',
    (search) => {
      expect(readView(search)).toEqual({ ...DEFAULT_VIEW, filters: readView(search).filters })
    },
  )
})
