import { ClockRegular } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { sentenceList } from '../../model/format.ts'
import { type TypicalTime, typicalWords } from '../../model/operations/durations.ts'
import { progressOf, stopwatch } from '../../model/operations/words.ts'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import { useTimeText } from '../now.ts'
import { ResourceLink } from '../ResourceLink.tsx'
import { VerdictIcon } from '../VerdictIcon.tsx'
import styles from './PlanTable.module.css'

/** How one resource of a run stands. Times in milliseconds since the epoch, lengths in milliseconds. */
export type StepState =
  /** `for`: names of what has to be there before; none: its turn has not come. */
  | { is: 'waiting'; for: readonly string[] }
  | { is: 'running'; since: number }
  | { is: 'succeeded'; took?: number }
  | { is: 'failed'; took?: number }
  | { is: 'canceled' }
  /** The run ended before it. */
  | { is: 'notBegun' }

export interface ProgressRow {
  id: string
  name: string
  kind: string
  state: StepState
  typical?: TypicalTime
  /** Below it, over all columns: why it failed. */
  below?: ReactNode
}

/** A checklist of what is made, each with how long it takes and usually takes. */
export function ProgressTable({ rows }: { rows: readonly ProgressRow[] }) {
  return (
    <ScrollRegion label="Progress, table">
      <table className={styles.table} aria-label="Progress of each resource">
        <thead>
          <tr>
            <th scope="col" className={styles.progress}>
              State
            </th>
            <th scope="col">Resource</th>
            <th scope="col">Kind</th>
            <th scope="col" className={styles.end}>
              Elapsed
            </th>
            <th scope="col" className={styles.end}>
              Typical
            </th>
            <th scope="col" className={styles.barCell}>
              <span className={styles.unseen}>Part of the typical time</span>
            </th>
          </tr>
        </thead>
        {rows.map((row) => (
          <Step key={row.id} row={row} />
        ))}
      </table>
    </ScrollRegion>
  )
}

function Step({ row: { id, name, kind, state, typical, below } }: { row: ProgressRow }) {
  const runs = state.is === 'running'
  const isThere = state.is === 'succeeded' || runs
  const weight = runs ? styles.strong : ''
  return (
    <tbody className={below === undefined ? undefined : styles.open}>
      <tr>
        <td data-label="State" className={`${styles.progress} ${weight}`}>
          <State state={state} />
        </td>
        <td data-label="Resource" className={`${styles.name} ${weight}`}>
          {isThere ? <ResourceLink id={id} name={name} /> : <bdi>{name}</bdi>}
        </td>
        <td data-label="Kind">{kind}</td>
        <td data-label="Elapsed" className={`${styles.end} ${weight}`}>
          {elapsedOf(state)}
        </td>
        <td data-label="Typical" className={`${styles.end} ${styles.quiet}`}>
          {typical && typicalWords(typical)}
        </td>
        <td className={styles.barCell}>{runs && typical && <Bar since={state.since} typical={typical} />}</td>
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

function State({ state }: { state: StepState }) {
  switch (state.is) {
    case 'waiting':
      return (
        <span className={`${styles.verdict} ${styles.waits}`}>
          <span className={styles.icon} aria-hidden>
            <ClockRegular />
          </span>
          <bdi>{state.for.length === 0 ? 'Waits' : `Waits for ${sentenceList(state.for)}`}</bdi>
        </span>
      )
    case 'running':
      return <Verdict verdict="inProgress" word="Running" />
    case 'succeeded':
      return <Verdict verdict="healthy" word="Succeeded" />
    case 'failed':
      return <Verdict verdict="down" word="Failed" />
    case 'canceled':
      return <Verdict verdict="notChecked" word="Canceled" />
    case 'notBegun':
      return <Verdict verdict="notChecked" word="Not begun" />
    default:
      return state satisfies never
  }
}

function Verdict({ verdict, word }: { verdict: Parameters<typeof VerdictIcon>[0]['verdict']; word: string }) {
  return (
    <span className={styles.verdict}>
      <VerdictIcon verdict={verdict} />
      {word}
    </span>
  )
}

function elapsedOf(state: StepState) {
  switch (state.is) {
    case 'running':
      return <Running since={state.since} />
    case 'succeeded':
    case 'failed':
      return state.took === undefined ? '' : stopwatch(state.took)
    case 'waiting':
    case 'canceled':
    case 'notBegun':
      return ''
    default:
      return state satisfies never
  }
}

function Running({ since }: { since: number }) {
  return <span>{useTimeText((now) => stopwatch(now - since))}</span>
}

/** How much of the typical time has gone: not how far Azure is, which nobody says. */
function Bar({ since, typical }: { since: number; typical: TypicalTime }) {
  const part = useTimeText((now) => progressOf(now - since, typical).toFixed(2))
  return (
    <span className={styles.bar} aria-hidden>
      <span className={styles.gone} style={{ inlineSize: `${Number(part) * 100}%` }} />
    </span>
  )
}
