import type { CSSProperties } from 'react'
import { VerdictIcon } from '../../components/VerdictIcon.tsx'
import { exactTime } from '../../model/format.ts'
import { shortAddress } from '../../model/requests/address.ts'
import type { LoggedRequest, RequestOutcome } from '../../model/requests/logged-request.ts'
import { outcomeTitle } from '../../model/requests/words.ts'
import { clockTime, elapsed, shortId } from './text.ts'
import styles from './RequestTable.module.css'

interface RequestRowProps {
  request: LoggedRequest
  index: number
  style: CSSProperties
  chosen: boolean
  /** Reached by Tab. */
  active: boolean
}

export function RequestRow({ request, index, style, chosen, active }: RequestRowProps) {
  const { at, method, url, outcome } = request
  const correlationId = outcome.is === 'answered' ? (outcome.correlationId ?? '') : ''
  return (
    <div
      role="row"
      className={styles.row}
      style={style}
      data-index={index}
      aria-rowindex={index + 2}
      aria-selected={chosen}
      tabIndex={active ? 0 : -1}
    >
      <span role="gridcell" className={styles.time}>
        <time dateTime={new Date(at).toISOString()} title={exactTime(at)}>
          {clockTime(at)}
        </time>
      </span>
      <span role="gridcell" className={styles.method}>
        {method}
      </span>
      <span role="gridcell" className={styles.resource} title={url}>
        <bdi>{shortAddress(url)}</bdi>
      </span>
      <span role="gridcell" className={styles.status} title={outcomeTitle(outcome)}>
        <Status outcome={outcome} />
      </span>
      <span role="gridcell" className={styles.number}>
        {elapsed(outcome)}
      </span>
      <span role="gridcell" className={styles.correlation} title={correlationId}>
        {shortId(correlationId)}
      </span>
    </div>
  )
}

/** A failure has a shape and a word; everything else is its number. */
function Status({ outcome }: { outcome: RequestOutcome }) {
  switch (outcome.is) {
    case 'waiting':
    case 'aborted':
      return <span className={styles.quiet}>{outcomeTitle(outcome)}</span>
    case 'unanswered':
      return (
        <>
          <VerdictIcon verdict="down" /> <strong>{outcomeTitle(outcome)}</strong>
        </>
      )
    case 'answered':
      if (!outcome.error) return outcome.status
      return (
        <>
          <VerdictIcon verdict="down" /> <strong>{outcome.status}</strong> refused
        </>
      )
    default:
      return outcome satisfies never
  }
}
