import { ClockRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import type { ResourceProgress } from '../../model/deployments/progress.ts'
import type { RunResource } from '../../model/deployments/run.ts'
import { sentenceList } from '../../model/format.ts'
import { type TypicalTime, typicalWords } from '../../model/operations/durations.ts'
import { stopwatch } from '../../model/operations/words.ts'
import { nameOfId } from '../../model/paths.ts'
import { kindWords } from '../../model/plan/change-request.ts'
import type { Verdict } from '../../model/status/verdict.ts'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import { useTimeText } from '../now.ts'
import { ResourceLink } from '../ResourceLink.tsx'
import { TypicalBar } from '../TypicalBar.tsx'
import { VerdictIcon } from '../VerdictIcon.tsx'
import table from '../CardTable.module.css'
import styles from './PlanTable.module.css'

export interface ProgressRow {
  resource: RunResource
  progress: ResourceProgress
  typical?: TypicalTime
  /** Below it, over all columns: why it failed. */
  below?: ReactNode
}

/** A checklist of what is made, each with how long it takes and usually takes. */
export function ProgressTable({ rows, label }: { rows: readonly ProgressRow[]; label?: string }) {
  return (
    <ScrollRegion label={label === undefined ? 'Progress, table' : `${label}, table`}>
      <table className={`${table.table} ${styles.table}`} aria-label={label ?? 'Progress of each resource'}>
        <thead>
          <tr>
            <th scope="col" className={styles.progress}>
              State
            </th>
            <th scope="col">Resource</th>
            <th scope="col">Kind</th>
            <th scope="col" className={table.end}>
              Elapsed
            </th>
            <th scope="col" className={table.end}>
              Typical
            </th>
            <th scope="col" className={styles.barCell}>
              <span className={table.unseen}>Part of the typical time</span>
            </th>
          </tr>
        </thead>
        {rows.map((row) => (
          <Step key={row.resource.id} row={row} />
        ))}
      </table>
    </ScrollRegion>
  )
}

function Step({ row: { resource, progress, typical, below } }: { row: ProgressRow }) {
  const { id } = resource
  const runs = progress.is === 'running'
  const isThere = progress.is === 'succeeded' || runs || progress.is === 'goesOn'
  const weight = runs ? table.strong : ''
  const since = runs ? progress.since : undefined
  return (
    <tbody className={below === undefined ? undefined : table.open}>
      <tr>
        <td data-label="State" className={`${styles.progress} ${weight}`}>
          <State progress={progress} />
        </td>
        <td data-label="Resource" className={`${styles.name} ${weight}`}>
          {isThere ? <ResourceLink id={id} /> : <bdi>{nameOfId(id)}</bdi>}
        </td>
        <td data-label="Kind">{kindWords(resource)}</td>
        <td data-label="Elapsed" className={`${table.end} ${weight}`}>
          {elapsedOf(progress)}
        </td>
        <td data-label="Typical" className={`${table.end} ${table.quiet}`}>
          {typical && typicalWords(typical)}
        </td>
        <td className={styles.barCell}>
          {since !== undefined && typical && <TypicalBar since={since} typical={typical} />}
        </td>
      </tr>
      {below !== undefined && (
        <tr>
          <td colSpan={6} className={styles.below}>
            {below}
          </td>
        </tr>
      )}
    </tbody>
  )
}

function State({ progress }: { progress: ResourceProgress }) {
  switch (progress.is) {
    case 'waiting':
      return (
        <span className={`${table.state} ${styles.waits}`}>
          <span className={styles.icon} aria-hidden>
            <ClockRegular />
          </span>
          <bdi>{waitWords(progress.on)}</bdi>
        </span>
      )
    case 'running':
      return <Verdict verdict="inProgress" word="Running" />
    case 'goesOn':
      return <Verdict verdict="inProgress" word="Goes on in Azure" />
    case 'succeeded':
      return <Verdict verdict="healthy" word="Succeeded" />
    case 'failed':
      return <Verdict verdict="down" word="Failed" />
    case 'canceled':
      return <Verdict verdict="notChecked" word="Canceled" />
    case 'notBegun':
      return <Verdict verdict="notChecked" word="Not begun" />
    case 'removed':
      return <Verdict verdict="notChecked" word="Removed again" />
    default:
      return progress satisfies never
  }
}

function waitWords(on: readonly RunResource[]): string {
  const [first, ...rest] = on.map(({ id }) => nameOfId(id))
  if (first === undefined) return 'Waits for its turn'
  return `Waits for ${sentenceList(rest.length > 1 ? [first, `${rest.length} more`] : [first, ...rest])}`
}

function Verdict({ verdict, word }: { verdict: Verdict; word: string }) {
  return (
    <span className={table.state}>
      <VerdictIcon verdict={verdict} />
      {word}
    </span>
  )
}

function elapsedOf(progress: ResourceProgress): ReactNode {
  switch (progress.is) {
    case 'running':
    case 'goesOn':
      return progress.since === undefined ? '' : <Running since={progress.since} />
    case 'succeeded':
    case 'failed':
      return progress.took === undefined ? '' : stopwatch(progress.took)
    case 'waiting':
    case 'canceled':
    case 'notBegun':
    case 'removed':
      return ''
    default:
      return progress satisfies never
  }
}

function Running({ since }: { since: number }) {
  return <span>{useTimeText((now) => stopwatch(now - since))}</span>
}
