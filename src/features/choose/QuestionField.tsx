import { Button, Checkbox, Radio, RadioGroup } from '@fluentui/react-components'
import { useId } from 'react'
import { type Answers, exactRange, isAnswered } from '../../model/choose/answers.ts'
import type { Question } from '../../model/choose/questions.ts'
import { ExactField } from './ExactField.tsx'
import styles from './Questions.module.css'

interface QuestionFieldProps {
  question: Question
  layout: 'row' | 'column'
  answers: Answers
  /** How often somebody went back or forward: what was typed before it is gone. */
  returned: number
  /** The focus is led here when it is drawn. */
  led: boolean
  onAnswer: (answer: string) => void
  onClear: () => void
  onExact: (exact: number | undefined) => void
}

/** One and the same function, so that it is called once. */
const lead = (title: HTMLSpanElement | null) => title?.focus()

/** A question with why it is asked, its answers, and a number beside some of them. */
export function QuestionField(props: QuestionFieldProps) {
  const { question, layout, answers, returned, led, onAnswer, onClear, onExact } = props
  const { id, title, why, many, exact } = question
  const unique = useId()
  const given = answers.given[id] ?? []
  const range = exactRange(id, answers)
  const look = layout === 'row' ? styles.row : styles.column
  return (
    <fieldset className={`${styles.question} ${look}`} aria-describedby={`${unique}why`}>
      <legend className={styles.legend}>
        <span id={`${unique}title`} tabIndex={-1} ref={led ? lead : undefined}>
          {title}
        </span>
      </legend>
      <p id={`${unique}why`} className={styles.why}>
        {why}
      </p>
      {many ? (
        <div className={styles.answers}>
          {question.answers.map((answer) => (
            <Checkbox
              key={answer.id}
              label={answer.label}
              checked={given.includes(answer.id)}
              onChange={() => onAnswer(answer.id)}
            />
          ))}
        </div>
      ) : (
        <RadioGroup
          className={styles.answers}
          aria-labelledby={`${unique}title`}
          // Nothing is chosen, which is not the same as not being told.
          value={given[0] ?? ''}
          onChange={(_, { value }) => onAnswer(value)}
        >
          {question.answers.map((answer) => (
            <Radio key={answer.id} value={answer.id} label={answer.label} />
          ))}
        </RadioGroup>
      )}
      {(isAnswered(id, answers) || (exact && range)) && (
        <div className={styles.beside}>
          {exact && range && (
            <ExactField
              key={`${given.join()} ${returned}`}
              label={exact.label}
              unit={exact.unit}
              of={title}
              range={range}
              value={answers.exact[id]}
              onChange={onExact}
            />
          )}
          {isAnswered(id, answers) && (
            <Button
              size="small"
              appearance="subtle"
              aria-label={`Clear answer to: ${title}`}
              onClick={onClear}
            >
              Clear answer
            </Button>
          )}
        </div>
      )}
    </fieldset>
  )
}
