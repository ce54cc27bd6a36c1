import { Link } from 'react-router-dom'
import type { Answers } from '../../model/choose/answers.ts'
import { CANDIDATE_WORDS, type CandidateId } from '../../model/choose/candidates.ts'
import type { EstateFacts } from '../../model/choose/estate-facts.ts'
import { startsOf } from '../../model/choose/start-of.ts'
import styles from './StartLinks.module.css'

interface StartLinksProps {
  id: CandidateId
  answers: Answers
  facts: EstateFacts
  /** The one thing to do next. */
  primary?: boolean
}

/** Into the set-ups that make a solution, with what was answered. */
export function StartLinks({ id, answers, facts, primary = false }: StartLinksProps) {
  const [first, ...more] = startsOf(id, answers, facts)
  if (!first) return null
  return (
    <p className={styles.starts}>
      <Link className={`${styles.start} ${primary ? styles.primary : ''}`} to={first.to}>
        Start: {first.label}
        <span className={styles.hidden}> for {CANDIDATE_WORDS[id].name}</span>
      </Link>
      {more.map(({ label, to, instead }) => (
        <Link key={to} className={styles.start} to={to}>
          <span>
            {instead ? 'Or' : 'Then'}: <bdi>{label}</bdi>
          </span>
          <span className={styles.hidden}> for {CANDIDATE_WORDS[id].name}</span>
        </Link>
      ))}
    </p>
  )
}
