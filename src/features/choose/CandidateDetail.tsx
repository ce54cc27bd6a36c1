import type { Advised } from '../../model/choose/advise.ts'
import type { Answers } from '../../model/choose/answers.ts'
import type { EstateFacts } from '../../model/choose/estate-facts.ts'
import { FACTOR_WORDS, MOST_SCORE } from '../../model/choose/factors.ts'
import { changeWords, ruleWords, scorePercent, scoreText } from '../../model/choose/words.ts'
import styles from './Details.module.css'
import { Reasons } from './Reasons.tsx'
import { StartLinks } from './StartLinks.tsx'

interface CandidateDetailProps {
  advised: Advised
  /** It leads the ranking. */
  isFirst: boolean
  answers: Answers
  facts: EstateFacts
}

/** All that is said of a candidate: why, its scores, what it is made of, what to mind, what would change its place. */
export function CandidateDetail({ advised, isFirst, answers, facts }: CandidateDetailProps) {
  const { candidate, exclusions, owned, parts, notes, warnings, touched, changes } = advised
  const isExcluded = exclusions.length > 0
  return (
    <>
      <div className={styles.side}>
        <p className={styles.text}>{candidate.what}</p>
        {isExcluded && <Lines title="Ruled out" lines={exclusions.map(({ reason }) => reason)} />}
        <p className={styles.text}>
          <b>Not when:</b> {candidate.whenNot}
        </p>
        <Reasons advised={advised} />
        <Lines title="You have already" lines={owned} />
        <Scores advised={advised} />
        {!isExcluded && <StartLinks id={candidate.id} answers={answers} facts={facts} />}
      </div>
      <div className={styles.side}>
        <Lines
          title="Made of"
          lines={[...parts.map(({ part, size }) => `${capital(part)}: ${size}`), ...candidate.resources]}
        />
        <Lines title="Lead time" lines={[candidate.leadTime]} />
        <Lines title="First step" lines={[candidate.firstStep]} />
        <Lines title="Mind" lines={[...warnings, ...notes, ...candidate.always, ...candidate.combination]} />
        <Lines title="Does not solve" lines={candidate.leavesOpen} />
      </div>
      <div className={styles.side}>
        <section aria-label={`Rules for ${candidate.name}`}>
          <h3 className={styles.heading}>Rules that fired</h3>
          {touched.length === 0 ? (
            <p className={styles.text}>None: no answer says anything of it.</p>
          ) : (
            <ul className={styles.lines}>
              {touched.map((one) => (
                <li key={one.rule.id}>
                  <bdi>{one.rule.text}</bdi> <span className={styles.quiet}>{ruleWords(one)}</span>
                </li>
              ))}
            </ul>
          )}
        </section>
        <Lines title={changesTitle(isFirst, isExcluded)} lines={changes.map(changeWords)} />
      </div>
    </>
  )
}

function changesTitle(isFirst: boolean, isExcluded: boolean): string {
  if (isExcluded) return 'What would bring it back'
  return isFirst ? 'What would change the answer' : 'What would put it first'
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <section>
      <h3 className={styles.heading}>{title}</h3>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line}>
            <bdi>{line}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Scores({ advised: { candidate, factors } }: { advised: Advised }) {
  return (
    <table className={styles.scores}>
      <caption className={styles.heading}>
        Scores<span className={styles.hidden}> of {candidate.name}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">Factor</th>
          <th scope="col">By itself</th>
          <th scope="col">Here</th>
          <th scope="col">Weight</th>
        </tr>
      </thead>
      <tbody>
        {factors.map(({ factor, base, score, weight }) => (
          <tr key={factor}>
            <th scope="row">{FACTOR_WORDS[factor].title}</th>
            <td className={styles.quiet}>{base}</td>
            <td>
              <span className={styles.bar} aria-hidden>
                <span style={{ width: `${scorePercent(score)}%` }} />
              </span>
              {scoreText(score)}
              {score > MOST_SCORE && <span className={styles.quiet}> more than enough</span>}
            </td>
            <td>{weight}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
