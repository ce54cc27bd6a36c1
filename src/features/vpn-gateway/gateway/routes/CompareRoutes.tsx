import { Select } from '@fluentui/react-components'
import { useId, useMemo, useState } from 'react'
import { SectionTable } from '../../../../components/fields/SectionTable.tsx'
import type { GatewayRoute } from '../../../../model/diagnostics/gateway-route.ts'
import { code, text } from '../../../../model/details/values.ts'
import { count } from '../../../../model/format.ts'
import { compareRoutes, type RouteSide, sideKey } from '../../../../model/vpn/routes/compare-routes.ts'
import styles from '../Gateway.module.css'
import { RouteTable } from './RouteTable.tsx'

interface CompareRoutesProps {
  routes: readonly GatewayRoute[]
  /** At least two. */
  sides: readonly RouteSide[]
  nameOf: (address: string) => string | undefined
}

/** What one peer sends and another does not: two devices of a site should send the same. */
export function CompareRoutes({ routes, sides, nameOf }: CompareRoutesProps) {
  const [keys, setKeys] = useState(() => sides.slice(0, 2).map(sideKey))
  const one = sides.find((side) => sideKey(side) === keys[0]) ?? sides[0]
  const other = sides.find((side) => sideKey(side) === keys[1]) ?? sides[1]
  const compared = useMemo(() => one && other && compareRoutes(routes, one, other), [routes, one, other])
  if (!one || !other || !compared) return null
  const wordsOf = ({ sourcePeer, localAddress }: RouteSide) =>
    `${sourcePeer || 'no peer'} at ${nameOf(localAddress) ?? (localAddress || 'an instance not told')}`
  const { onlyOne, onlyOther, differing, same } = compared
  return (
    <>
      <div className={styles.row}>
        <Side
          label="Peer"
          sides={sides}
          chosen={one}
          wordsOf={wordsOf}
          onChoose={(key) => setKeys([key, sideKey(other)])}
        />
        <Side
          label="compared with"
          sides={sides}
          chosen={other}
          wordsOf={wordsOf}
          onChoose={(key) => setKeys([sideKey(one), key])}
        />
      </div>
      <p className={styles.note} role="status">
        {count(same, 'network')} alike, {differing.length} otherwise, {onlyOne.length} only from the first,{' '}
        {onlyOther.length} only from the second.
      </p>
      <Only title={`Only from ${wordsOf(one)}`} routes={onlyOne} nameOf={nameOf} />
      <Only title={`Only from ${wordsOf(other)}`} routes={onlyOther} nameOf={nameOf} />
      <SectionTable
        section={{
          title: 'From both, not in the same way',
          columns: [
            { label: 'Network' },
            { label: 'AS path, first' },
            { label: 'AS path, second' },
            { label: 'Origin, first' },
            { label: 'Origin, second' },
            { label: 'Weight, first' },
            { label: 'Weight, second' },
          ],
          rows: differing.map((pair) => ({
            key: pair.network,
            cells: [
              code(pair.network),
              ...[pair.one, pair.other].map((side) =>
                text(
                  values(side, ({ asPath }) => asPath),
                  'empty',
                ),
              ),
              ...[pair.one, pair.other].map((side) =>
                text(
                  values(side, ({ origin }) => origin),
                  '–',
                ),
              ),
              ...[pair.one, pair.other].map((side) =>
                text(
                  values(side, ({ weight }) => weight),
                  '–',
                ),
              ),
            ],
          })),
          empty: 'None.',
        }}
      />
    </>
  )
}

function values(
  routes: readonly GatewayRoute[],
  member: (route: GatewayRoute) => string | number | undefined,
): string {
  return [...new Set(routes.flatMap((route) => member(route) ?? []))].join(', ')
}

interface OnlyProps {
  title: string
  routes: readonly GatewayRoute[]
  nameOf: (address: string) => string | undefined
}

function Only({ title, routes, nameOf }: OnlyProps) {
  return (
    <section className={styles.group} aria-label={title}>
      <h3 className={styles.heading}>{title}</h3>
      {routes.length === 0 ? (
        <p className={styles.note}>None.</p>
      ) : (
        <RouteTable routes={routes} label={title} nameOf={nameOf} />
      )}
    </section>
  )
}

interface SideProps {
  label: string
  sides: readonly RouteSide[]
  chosen: RouteSide
  wordsOf: (side: RouteSide) => string
  onChoose: (key: string) => void
}

function Side({ label, sides, chosen, wordsOf, onChoose }: SideProps) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Select id={id} value={sideKey(chosen)} onChange={(_, { value }) => onChoose(value)}>
        {sides.map((side) => (
          <option key={sideKey(side)} value={sideKey(side)}>
            {wordsOf(side)}
          </option>
        ))}
      </Select>
    </div>
  )
}
