import { Button, Input, Select } from '@fluentui/react-components'
import { useDeferredValue, useId, useMemo, useState } from 'react'
import { saveFile } from '../../../../components/save-file.ts'
import type { GatewayRoute } from '../../../../model/diagnostics/gateway-route.ts'
import { count } from '../../../../model/format.ts'
import {
  ALL_ROUTES,
  filterRoutes,
  indexRoutes,
  type RouteFilter,
  valuesOf,
} from '../../../../model/vpn/routes/filter-routes.ts'
import { routesCsv } from '../../../../model/vpn/routes/routes-csv.ts'
import styles from '../Gateway.module.css'
import { RouteTable } from './RouteTable.tsx'

interface RouteBrowserProps {
  routes: readonly GatewayRoute[]
  title: string
  fileName: string
  /** The instance an address is of, where that can be told. */
  nameOf: (address: string) => string | undefined
}

/** Routes with their search and filters; what is shown is what the CSV holds. */
export function RouteBrowser({ routes, title, fileName, nameOf }: RouteBrowserProps) {
  const [filter, setFilter] = useState<RouteFilter>(ALL_ROUTES)
  // Typing goes before drawing thousands of rows.
  const shownFilter = useDeferredValue(filter)
  const indexed = useMemo(() => indexRoutes(routes), [routes])
  const shown = useMemo(() => filterRoutes(indexed, shownFilter), [indexed, shownFilter])
  const search = useId()
  const all = shown.length === routes.length
  return (
    <>
      <div className={styles.row}>
        <div>
          <label htmlFor={search}>Search</label>
          <br />
          <Input
            id={search}
            type="search"
            placeholder="Prefix, address, AS number"
            value={filter.search}
            onChange={(_, { value }) => setFilter({ ...filter, search: value })}
          />
        </div>
        <Choice
          label="Peer"
          values={valuesOf(routes, 'sourcePeer')}
          value={filter.peer}
          onChange={(peer) => setFilter({ ...filter, peer })}
        />
        <Choice
          label="Origin"
          values={valuesOf(routes, 'origin')}
          value={filter.origin}
          onChange={(origin) => setFilter({ ...filter, origin })}
        />
        <Choice
          label="Instance"
          values={valuesOf(routes, 'localAddress')}
          value={filter.at}
          wordsOf={(address) => {
            const name = nameOf(address)
            return name === undefined ? address : `${name}, ${address}`
          }}
          onChange={(at) => setFilter({ ...filter, at })}
        />
        <Button onClick={() => saveFile(fileName, routesCsv(shown), 'text/csv')}>Export CSV</Button>
      </div>
      <p className={styles.note} role="status">
        {all ? count(routes.length, 'route') : `${shown.length} of ${count(routes.length, 'route')}`}
      </p>
      {shown.length === 0 ? (
        <p className={styles.text}>
          No route is like that.{' '}
          <Button size="small" onClick={() => setFilter(ALL_ROUTES)}>
            Show all
          </Button>
        </p>
      ) : (
        <RouteTable routes={shown} label={title} nameOf={nameOf} />
      )}
    </>
  )
}

interface ChoiceProps {
  label: string
  values: readonly string[]
  value: string
  wordsOf?: (value: string) => string
  onChange: (value: string) => void
}

function Choice({ label, values, value, wordsOf = String, onChange }: ChoiceProps) {
  const id = useId()
  if (values.length < 2) return null
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Select id={id} value={value} onChange={(_, chosen) => onChange(chosen.value)}>
        <option value="">all</option>
        {values.map((one) => (
          <option key={one} value={one}>
            {wordsOf(one)}
          </option>
        ))}
      </Select>
    </div>
  )
}
