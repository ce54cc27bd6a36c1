import { Link } from 'react-router-dom'
import { VERDICTS, verdictWord, type Verdict, type VerdictCounts } from '../model/status/verdict.ts'
import { VerdictIcon } from './VerdictIcon.tsx'
import styles from './VerdictCountsLine.module.css'

interface VerdictCountsLineProps {
  counts: VerdictCounts
  /** Where a count leads; without it, counts are text. */
  to?: (verdict: Verdict) => string
  /** The word beside the number, below it, or said by the icon alone where there is no room. */
  layout?: 'line' | 'stacked' | 'numbers'
}

/** Counts by verdict, worst first; what is not there is left out. */
export function VerdictCountsLine({ counts, to, layout = 'line' }: VerdictCountsLineProps) {
  const present = VERDICTS.filter((verdict) => counts[verdict] > 0)
  if (present.length === 0) return null
  return (
    <ul className={`${styles.line} ${layout === 'stacked' ? styles.stacked : ''}`}>
      {present.map((verdict) => {
        const content = (
          <>
            <VerdictIcon verdict={verdict} alone={layout === 'numbers'} />
            <span className={styles.number}>{counts[verdict]}</span>{' '}
            {layout !== 'numbers' && <span className={styles.word}>{verdictWord(verdict)}</span>}
          </>
        )
        return (
          <li key={verdict}>
            {to ? (
              <Link className={styles.count} to={to(verdict)}>
                {content}
              </Link>
            ) : (
              <span className={styles.count}>{content}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
