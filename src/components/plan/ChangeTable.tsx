import { Button } from '@fluentui/react-components'
import {
  AddRegular,
  ArrowSyncRegular,
  DeleteRegular,
  EditRegular,
  QuestionRegular,
  SubtractRegular,
} from '@fluentui/react-icons'
import { type ReactNode, useState } from 'react'
import { typicalWords } from '../../model/operations/durations.ts'
import { type ChangeRow, changeWord } from '../../model/plan/change-rows.ts'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import { ResourceLink } from '../ResourceLink.tsx'
import table from '../CardTable.module.css'
import styles from './PlanTable.module.css'

const ICONS: Record<ChangeRow['is'], ReactNode> = {
  create: <AddRegular />,
  again: <ArrowSyncRegular />,
  modify: <EditRegular />,
  none: <SubtractRegular />,
  delete: <DeleteRegular />,
  untold: <QuestionRegular />,
}

/** Of many that are alike the first are shown; the rest is asked for. */
const FEW = 40

/** What a plan, or what Azure foresees of it, does to each resource; members that change stand below theirs. */
export function ChangeTable({ rows }: { rows: readonly ChangeRow[] }) {
  const [all, setAll] = useState(false)
  // What changes or goes is never left out.
  const few = rows.filter((row, at) => at < FEW || row.is !== 'create' || row.differs !== undefined)
  const shown = all ? rows : few
  return (
    <>
      <ScrollRegion label="What changes, table">
        <table className={`${table.table} ${styles.table}`} aria-label="What changes">
          <thead>
            <tr>
              <th scope="col" className={styles.state}>
                Change
              </th>
              <th scope="col">Resource</th>
              <th scope="col">Kind</th>
              <th scope="col">Settings</th>
              <th scope="col" className={table.end}>
                Typical time
              </th>
            </tr>
          </thead>
          {shown.map((row) => (
            <Change key={row.id} row={row} />
          ))}
        </table>
      </ScrollRegion>
      {few.length < rows.length && (
        <Button aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? 'Show the first only' : `Show ${rows.length - few.length} more that are created`}
        </Button>
      )}
    </>
  )
}

function Change({ row }: { row: ChangeRow }) {
  const { id, is, name, kind, settings, typical, deltas, differs, isThere } = row
  const below = deltas.length > 0 || differs !== undefined
  return (
    <tbody className={below ? table.open : undefined}>
      <tr>
        <td data-label="Change" className={styles.state}>
          <span className={`${styles.change} ${styles[is] ?? ''}`}>
            <span className={styles.icon} aria-hidden>
              {ICONS[is]}
            </span>
            {changeWord(is)}
          </span>
        </td>
        <td data-label="Resource" className={styles.name}>
          {isThere ? <ResourceLink id={id} name={name} /> : <bdi>{name}</bdi>}
        </td>
        <td data-label="Kind">{kind}</td>
        <td data-label="Settings">
          <bdi>{settings}</bdi>
        </td>
        <td data-label="Typical time" className={`${table.end} ${table.quiet}`}>
          {typical && typicalWords(typical)}
        </td>
      </tr>
      {below && (
        <tr>
          <td colSpan={5} className={styles.below}>
            {differs !== undefined && (
              <p className={styles.differs}>
                <bdi>{differs}</bdi>
              </p>
            )}
            {deltas.length > 0 && (
              <ul className={styles.deltas}>
                {deltas.map(({ path, words }) => (
                  <li key={path}>
                    <bdi className={styles.path}>{path}</bdi> <bdi>{words}</bdi>
                  </li>
                ))}
              </ul>
            )}
          </td>
        </tr>
      )}
    </tbody>
  )
}
