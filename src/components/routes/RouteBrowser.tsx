import { Button, Input, Select } from '@fluentui/react-components'
import { useDeferredValue, useId, useMemo, useState } from 'react'
import { count } from '../../model/format.ts'
import { foundRows, indexed } from '../../model/routes/find-routes.ts'
import { saveFile } from '../save-file.ts'
import { type RouteColumn, routesCsv, wholeOf } from './route-column.ts'
import { RouteGrid } from './RouteGrid.tsx'
import styles from './RouteBrowser.module.css'

interface RouteBrowserProps<Row> {
  rows: readonly Row[]
  columns: readonly RouteColumn<Row>[]
  prefixOf: (row: Row) => string
  title: string
  fileName: string
  /** What can be searched for, as an example. */
  placeholder?: string
}

/** Routes with their search and choices; what is shown is what the CSV holds. */
export function RouteBrowser<Row>({
  rows,
  columns,
  prefixOf,
  title,
  fileName,
  placeholder = 'Prefix, address, next hop',
}: RouteBrowserProps<Row>) {
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({})
  // Typing goes before drawing thousands of rows.
  const typed = useDeferredValue(search)
  const all = useMemo(
    () => indexed(rows, (row) => columns.map((column) => wholeOf(column, row)), prefixOf),
    [rows, columns, prefixOf],
  )
  const shown = useMemo(
    () =>
      foundRows(all, typed)
        .map(({ row }) => row)
        .filter((row) => columns.every(({ name, of }) => !chosen[name] || of(row) === chosen[name])),
    [all, typed, columns, chosen],
  )
  const id = useId()
  return (
    <>
      <div className={styles.row}>
        <div>
          <label htmlFor={id}>Search</label>
          <br />
          <Input
            id={id}
            type="search"
            placeholder={placeholder}
            value={search}
            onChange={(_, { value }) => setSearch(value)}
          />
        </div>
        {columns
          .filter(({ choice }) => choice)
          .map((column) => (
            <Choice
              key={column.name}
              label={column.name}
              values={[...new Set(rows.flatMap((row) => column.of(row) ?? []))].toSorted()}
              value={chosen[column.name] ?? ''}
              onChange={(value) => setChosen({ ...chosen, [column.name]: value })}
            />
          ))}
        <Button onClick={() => saveFile(fileName, routesCsv(columns, shown), 'text/csv')}>Export CSV</Button>
      </div>
      <p className={styles.note} role="status">
        {shown.length === rows.length
          ? count(rows.length, 'route')
          : `${shown.length} of ${count(rows.length, 'route')}`}
      </p>
      {shown.length === 0 ? (
        <p className={styles.text}>
          No route is like that.{' '}
          <Button
            size="small"
            onClick={() => {
              setSearch('')
              setChosen({})
            }}
          >
            Show all
          </Button>
        </p>
      ) : (
        <RouteGrid rows={shown} columns={columns} label={title} />
      )}
    </>
  )
}

interface ChoiceProps {
  label: string
  values: readonly string[]
  value: string
  onChange: (value: string) => void
}

function Choice({ label, values, value, onChange }: ChoiceProps) {
  const id = useId()
  if (values.length < 2) return null
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Select id={id} value={value} onChange={(_, picked) => onChange(picked.value)}>
        <option value="">all</option>
        {values.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </Select>
    </div>
  )
}
