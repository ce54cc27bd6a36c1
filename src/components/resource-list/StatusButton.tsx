import { verdictWord, type Judgement } from '../../model/status/verdict.ts'
import { VerdictIcon } from '../VerdictIcon.tsx'
import { VerdictLabel } from '../VerdictLabel.tsx'
import styles from './ListRow.module.css'

interface StatusButtonProps {
  judgement: Judgement
  /** Where the word stands elsewhere in the row. */
  iconOnly?: boolean
}

/** The status of a row, reached from it by the arrow keys. Hover and focus show the reason; a press opens it to be used. */
export function StatusButton({ judgement, iconOnly = false }: StatusButtonProps) {
  const { verdict, sentence } = judgement
  return (
    <button
      type="button"
      className={iconOnly ? styles.iconStatus : styles.status}
      data-card="reason"
      aria-haspopup="dialog"
      aria-label={sentence === '' ? verdictWord(verdict) : `${verdictWord(verdict)}: ${sentence}`}
      tabIndex={-1}
    >
      {iconOnly ? <VerdictIcon verdict={verdict} size={20} /> : <VerdictLabel verdict={verdict} />}
    </button>
  )
}
