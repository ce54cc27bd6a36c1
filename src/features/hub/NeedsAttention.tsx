import { ChevronRightRegular } from '@fluentui/react-icons'
import { Link } from 'react-router-dom'
import { Age } from '../../components/Age.tsx'
import { ResourceLink } from '../../components/ResourceLink.tsx'
import { VerdictIcon } from '../../components/VerdictIcon.tsx'
import { VerdictLabel } from '../../components/VerdictLabel.tsx'
import { NEED_ATTENTION } from '../../model/hub/summarise.ts'
import type { AttentionItem } from '../../model/hub/summary.ts'
import { listPath } from '../../model/list/view.ts'
import { verdictWord } from '../../model/status/verdict.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import styles from './NeedsAttention.module.css'

const SHOWN = 8

const ALL = listPath({
  filters: [{ field: 'verdict', operator: 'is', values: [...NEED_ATTENTION] }],
})

interface NeedsAttentionProps {
  items: readonly AttentionItem[]
  /** True when something could not be read, or has no state yet: then nothing here proves nothing. */
  partial: boolean
  /** True while states are still being read: then nothing here means nothing yet. */
  arriving: boolean
  /** True while the order may still change much: then the places are kept, and nothing is drawn only to move. */
  waiting: boolean
}

/** What is not well, worst first, each with its reason and the next step. */
export function NeedsAttention({ items, partial, arriving, waiting }: NeedsAttentionProps) {
  const shown = waiting ? [] : items.slice(0, SHOWN)
  return (
    <section className={styles.section} aria-labelledby="needs-attention">
      <div className={styles.head}>
        <h2 id="needs-attention" className={styles.title}>
          Needs attention
        </h2>
        <span className={styles.note}>{waiting ? '' : note(shown.length, items)}</span>
        {!waiting && items.length > shown.length && (
          <Link className={`${styles.link} ${styles.all}`} to={ALL}>
            Show all in the list
          </Link>
        )}
      </div>
      <ul className={`${styles.rows} ${arriving ? styles.arriving : ''}`}>
        {waiting && Array.from({ length: SHOWN }, (_, index) => <WaitingRow key={index} />)}
        {shown.map((item) => (
          <AttentionRow key={item.row.key} item={item} />
        ))}
        {items.length === 0 && !arriving && !waiting && (
          <li className={styles.quiet}>
            <VerdictIcon verdict={partial ? 'unknown' : 'healthy'} />
            {partial
              ? 'Nothing among what could be read. Not everything could be.'
              : 'Nothing. Everything that was read is healthy.'}
          </li>
        )}
      </ul>
    </section>
  )
}

/** With how many the sentence above does not count, so that both numbers can be told apart. */
function note(shown: number, items: readonly AttentionItem[]): string {
  const total = items.length
  if (total === 0) return ''
  const repeats = items.filter((item) => item.repeats).length
  const more =
    repeats === 0 ? '' : `; ${repeats} only ${repeats === 1 ? 'repeats' : 'repeat'} what another says`
  return `${shown < total ? `${shown} of ${total}` : total}, worst first${more}`
}

function WaitingRow() {
  return (
    <li className={styles.row} aria-hidden>
      <Skeleton width={72} />
      <Skeleton width={144} />
      <Skeleton width={320} />
    </li>
  )
}

function AttentionRow({ item: { row, reason, next } }: { item: AttentionItem }) {
  const { verdict, since } = row.judgement
  return (
    <li className={styles.row}>
      <span className={styles.verdict}>
        <VerdictLabel verdict={verdict} />
      </span>
      <span className={styles.name}>
        <ResourceLink id={row.id} name={row.name} />
      </span>
      <span className={styles.reason} title={reason}>
        <span className={styles.word}>{verdictWord(verdict)}: </span>
        {reason}
      </span>
      <Link
        className={`${styles.link} ${styles.next}`}
        to={next.to}
        aria-label={`${next.label}: ${row.name}`}
      >
        {next.label}
      </Link>
      <span className={styles.since}>{since !== undefined && <Age at={since} style="for" />}</span>
      <span className={styles.go} aria-hidden>
        <ChevronRightRegular />
      </span>
    </li>
  )
}
