import { AddCircleRegular, SubtractCircleRegular } from '@fluentui/react-icons'
import type { Advised, Reason } from '../../model/choose/advise.ts'
import { FACTOR_WORDS, MOST_SCORE } from '../../model/choose/factors.ts'
import styles from './Reasons.module.css'

/** The two strongest reasons each, for it and against it. */
export function Reasons({ advised: { reasonsFor, reasonsAgainst } }: { advised: Advised }) {
  return (
    <div className={styles.reasons}>
      <ReasonList title="For it" sign={<AddCircleRegular />} reasons={reasonsFor} />
      <ReasonList title="Against it" sign={<SubtractCircleRegular />} reasons={reasonsAgainst} />
    </div>
  )
}

interface ReasonListProps {
  title: string
  sign: React.ReactNode
  reasons: readonly Reason[]
}

function ReasonList({ title, sign, reasons }: ReasonListProps) {
  if (reasons.length === 0) return null
  return (
    <ul className={styles.list} aria-label={title}>
      {reasons.map(({ factor, score, text }) => (
        <li key={factor} className={styles.reason}>
          <span className={styles.sign} aria-hidden>
            {sign}
          </span>
          <span>
            <b className={styles.factor}>{FACTOR_WORDS[factor].title}</b>
            <span className={styles.score}>
              {' '}
              {Math.min(score, MOST_SCORE)} of {MOST_SCORE}
              {score > MOST_SCORE && ', more than enough'}.
            </span>{' '}
            {text}
          </span>
        </li>
      ))}
    </ul>
  )
}
