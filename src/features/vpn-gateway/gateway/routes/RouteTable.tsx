import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import type { GatewayRoute } from '../../../../model/diagnostics/gateway-route.ts'
import styles from './RouteTable.module.css'

interface RouteTableProps {
  routes: readonly GatewayRoute[]
  label: string
  nameOf: (address: string) => string | undefined
}

const HEIGHT = 32
/** So many are drawn as they are; of more only what is in view. */
const FEW = 100

const COLUMNS = ['Network', 'Next hop', 'Peer', 'Origin', 'AS path', 'Weight', 'Instance'] as const

/** Routes, up to thousands of them, in a frame of its own that scrolls. */
export function RouteTable({ routes, label, nameOf }: RouteTableProps) {
  const frame = useRef<HTMLDivElement>(null)
  const many = routes.length > FEW
  const virtualizer = useVirtualizer({
    count: routes.length,
    getScrollElement: () => frame.current,
    estimateSize: () => HEIGHT,
    overscan: 12,
    enabled: many,
  })
  const rows = many
    ? virtualizer.getVirtualItems().map(({ index, start }) => ({ index, start }))
    : routes.map((_, index) => ({ index, start: index * HEIGHT }))
  return (
    <div
      ref={frame}
      className={styles.frame}
      role="region"
      aria-label={`${label}, table`}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
      tabIndex={0}
    >
      <div role="table" aria-label={label} aria-rowcount={routes.length + 1} className={styles.table}>
        <div role="rowgroup" className={styles.head}>
          <div role="row" aria-rowindex={1} className={styles.row}>
            {COLUMNS.map((name) => (
              <span key={name} role="columnheader">
                {name}
              </span>
            ))}
          </div>
        </div>
        <div role="rowgroup" className={styles.body} style={{ height: routes.length * HEIGHT }}>
          {rows.map(({ index, start }) => {
            const route = routes[index]
            return (
              route && (
                <div
                  key={index}
                  role="row"
                  aria-rowindex={index + 2}
                  className={`${styles.row} ${styles.placed}`}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  {cellsOf(route, nameOf).map((cell, column) => (
                    <bdi key={COLUMNS[column]} role="cell" title={cell}>
                      {cell}
                    </bdi>
                  ))}
                </div>
              )
            )
          })}
        </div>
      </div>
    </div>
  )
}

function cellsOf(route: GatewayRoute, nameOf: (address: string) => string | undefined): string[] {
  const { network, nextHop, sourcePeer, origin, asPath, weight, localAddress } = route
  return [
    network || 'not given',
    nextHop ?? '–',
    sourcePeer ?? '–',
    origin ?? '–',
    asPath ?? '–',
    weight === undefined ? '–' : String(weight),
    localAddress === undefined ? '–' : (nameOf(localAddress) ?? localAddress),
  ]
}
