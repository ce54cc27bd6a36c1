import type { Answers } from '../../model/choose/answers.ts'
import { FACTOR_WORDS, FACTORS } from '../../model/choose/factors.ts'
import { answerLabel, QUESTIONS } from '../../model/choose/questions.ts'
import styles from './PrintedAnswers.module.css'

/** What was answered, on paper in place of the questions. */
export function PrintedAnswers({ answers }: { answers: Answers }) {
  const { given, exact, weights } = answers
  return (
    <section className={styles.printed} aria-hidden>
      <h2>Answers</h2>
      <ul>
        {QUESTIONS.map(({ id, title, exact: number }) => {
          const ids = given[id]
          return (
            ids && (
              <li key={id}>
                {title} <b>{ids.map((one) => answerLabel(id, one)).join(', ')}</b>
                {exact[id] !== undefined && ` (${exact[id].toLocaleString('en')} ${number?.unit ?? ''})`}
              </li>
            )
          )
        })}
      </ul>
      <p>Weights: {FACTORS.map((factor) => `${FACTOR_WORDS[factor].title} ${weights[factor]}`).join(', ')}</p>
    </section>
  )
}
