import { csvText } from '../../model/csv-text.ts'
import type { GridColumn } from './RouteGrid.tsx'

export interface RouteColumn<Row> extends GridColumn<Row> {
  /** In the CSV, where that is another text: a whole id for a name. */
  whole?: (row: Row) => string | undefined
  /** Its head in the CSV, where that is another: Azure's own name. */
  wholeName?: string
  /** There is a choice of its values. */
  choice?: true
}

export function wholeOf<Row>({ of, whole = of }: RouteColumn<Row>, row: Row): string | undefined {
  return whole(row)
}

/** What is shown, in its order. */
export function routesCsv<Row>(columns: readonly RouteColumn<Row>[], rows: readonly Row[]): string {
  return csvText(
    columns.map(({ name, wholeName = name }) => wholeName),
    rows.map((row) => columns.map((column) => wholeOf(column, row) ?? '')),
  )
}
