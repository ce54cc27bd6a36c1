import { Checkbox } from '@fluentui/react-components'
import { OpenRegular } from '@fluentui/react-icons'
import type { Advised } from '../../model/choose/advise.ts'
import type { CandidateId } from '../../model/choose/candidates.ts'
import { ownedWords } from '../../model/choose/estate-facts.ts'
import { MOST_SCORE } from '../../model/choose/factors.ts'
import { PRICING_CALCULATOR, SLA_PAGE } from '../../model/choose/services.ts'
import { closeWords, scorePercent, totalText } from '../../model/choose/words.ts'
import { RESULT_ID } from './detail-id.ts'
import { headline } from './headline.ts'
import styles from './Ranking.module.css'
import { Reasons } from './Reasons.tsx'
import { StartLinks } from './StartLinks.tsx'
import type { Advisor } from './use-advisor.ts'

interface RankingProps extends Pick<
  Advisor,
  'answers' | 'advice' | 'facts' | 'reading' | 'unread' | 'change'
> {
  /** Something was answered. */
  begun: boolean
  onShow: (id: CandidateId) => void
}

/** The answer as it stands, with its reasons, then all candidates and what is ruled out. */
export function Ranking({ answers, advice, facts, reading, unread, change, begun, onShow }: RankingProps) {
  const { ranking, excluded, close } = advice
  const [first] = ranking
  const owned = ownedWords(facts)
  return (
    <section id="ranking" className={styles.panel} aria-labelledby={RESULT_ID}>
      <div role="status">
        <h2 id={RESULT_ID} tabIndex={-1} className={styles.title}>
          {begun || !first ? headline(advice, answers) : 'Nothing is answered yet'}
        </h2>
      </div>
      {first && begun && (
        <>
          <p className={styles.what}>{first.candidate.what}</p>
          {close.length > 1 && <p className={styles.close}>{closeWords(advice)}</p>}
          {first.owned.map((text) => (
            <p key={text} className={styles.owned}>
              <bdi>{text}</bdi>
            </p>
          ))}
          <Reasons advised={first} />
          <StartLinks id={first.candidate.id} answers={answers} facts={facts} primary />
        </>
      )}
      {!begun && (
        <p className={styles.what}>
          {owned !== '' && answers.countsEstate
            ? 'What stands below is how the solutions are by themselves, with what this estate has, before anything is known of you.'
            : 'What stands below is how the solutions are by themselves, before anything is known of you.'}
        </p>
      )}
      {!first && (
        <p className={styles.what}>Each solution is ruled out by an answer. The reasons are below.</p>
      )}
      {ranking.length > 0 && (
        <ol className={styles.ranking} aria-label="Ranking">
          {ranking.map(({ candidate, total }, index) => (
            <li key={candidate.id} className={styles.row}>
              <span className={styles.place} aria-hidden>
                {index + 1}
              </span>
              <button type="button" className={styles.name} onClick={() => onShow(candidate.id)}>
                {candidate.name}
              </button>
              <span className={styles.bar} aria-hidden>
                <span style={{ width: `${scorePercent(total)}%` }} />
              </span>
              <span className={styles.total}>
                {totalText(total)}
                <span className={styles.hidden}>
                  {total > MOST_SCORE ? ', more than enough' : ` of ${MOST_SCORE}`}
                </span>
              </span>
            </li>
          ))}
        </ol>
      )}
      {excluded.length > 0 && (
        <>
          <h3 className={styles.subtitle}>Ruled out</h3>
          <ul className={styles.excluded} aria-label="Ruled out">
            {byReason(excluded).map(([reason, those]) => (
              <li key={reason}>
                <span className={styles.names}>
                  {those.map(({ candidate }) => (
                    <button
                      key={candidate.id}
                      type="button"
                      className={styles.name}
                      onClick={() => onShow(candidate.id)}
                    >
                      {candidate.name}
                    </button>
                  ))}
                </span>
                <span className={styles.reason}>{reason}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {unread !== undefined && <p className={styles.note}>{unread}</p>}
      {owned !== '' && (
        <Checkbox
          className={styles.estate}
          label={`Count what this estate has: ${owned}${reading ? ', read so far' : ''}`}
          checked={answers.countsEstate}
          onChange={(_, { checked }) => change({ ...answers, countsEstate: checked === true }, 'estate')}
        />
      )}
      <p className={styles.note}>
        {`Scores from 0 to ${MOST_SCORE} are our judgement, not figures of Microsoft; points above ${MOST_SCORE} count in the total.`}{' '}
        No prices are compared: they differ by region and agreement, so reckon them with the{' '}
        <Outside href={PRICING_CALCULATOR}>Azure pricing calculator</Outside>. What Microsoft promises of
        availability stands in its <Outside href={SLA_PAGE}>service level agreements</Outside>.
      </p>
    </section>
  )
}

/** What is ruled out for the same reason stands together. */
function byReason(excluded: readonly Advised[]): [reason: string, those: Advised[]][] {
  const groups = new Map<string, Advised[]>()
  for (const one of excluded) {
    const reason = one.exclusions[0]?.reason ?? ''
    groups.set(reason, [...(groups.get(reason) ?? []), one])
  }
  return [...groups]
}

function Outside({ href, children }: { href: string; children: string }) {
  return (
    <a className={styles.outside} href={href} target="_blank" rel="noreferrer">
      {children}
      <span className={styles.hidden}>, opens a new tab</span>
      <OpenRegular aria-hidden />
    </a>
  )
}
