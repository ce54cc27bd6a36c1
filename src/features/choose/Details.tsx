import { ChevronRightRegular } from '@fluentui/react-icons'
import type { Advice, Advised } from '../../model/choose/advise.ts'
import { type Answers, answeredCount } from '../../model/choose/answers.ts'
import type { CandidateId } from '../../model/choose/candidates.ts'
import type { EstateFacts } from '../../model/choose/estate-facts.ts'
import { totalText } from '../../model/choose/words.ts'
import { CandidateDetail } from './CandidateDetail.tsx'
import { detailId } from './detail-id.ts'
import styles from './Details.module.css'

interface DetailsProps {
  advice: Advice
  answers: Answers
  facts: EstateFacts
  opened: Readonly<Partial<Record<CandidateId, boolean>>>
  onOpen: (id: CandidateId, isOpen: boolean) => void
}

/** Everything that is said of each candidate, the ranked ones first. */
export function Details({ advice: { ranking, excluded }, answers, facts, opened, onOpen }: DetailsProps) {
  // Before anything is answered nothing leads.
  const leader = answeredCount(answers) > 0 ? ranking[0] : undefined
  const fold = (advised: Advised, said: string) => {
    const { id } = advised.candidate
    return (
      <Fold
        key={id}
        id={detailId(id)}
        title={advised.candidate.name}
        said={said}
        open={opened[id] ?? id === leader?.candidate.id}
        onOpen={(isOpen) => onOpen(id, isOpen)}
      >
        <CandidateDetail advised={advised} isFirst={advised === leader} answers={answers} facts={facts} />
      </Fold>
    )
  }
  return (
    <section className={styles.details} aria-labelledby="details">
      <h2 id="details" className={styles.title}>
        Solutions in detail
      </h2>
      {ranking.map((one) => fold(one, `${totalText(one.total)}. ${one.candidate.when}`))}
      {excluded.map((one) => fold(one, `Ruled out. ${one.exclusions[0]?.reason ?? ''}`))}
    </section>
  )
}

interface FoldProps {
  id: string
  title: string
  said: string
  open: boolean
  onOpen: (isOpen: boolean) => void
  children: React.ReactNode
}

function Fold({ id, title, said, open, onOpen, children }: FoldProps) {
  return (
    <details className={styles.fold} open={open}>
      <summary
        id={id}
        // Which one is open is the page's to say: the first one changes with the answers.
        onClick={(event) => {
          event.preventDefault()
          onOpen(!open)
        }}
      >
        <span className={styles.mark} aria-hidden>
          <ChevronRightRegular />
        </span>
        <span className={styles.name}>{title}</span>
        <span className={styles.said}>{said}</span>
      </summary>
      {open && <div className={styles.content}>{children}</div>}
    </details>
  )
}
