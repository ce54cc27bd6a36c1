import { Button } from '@fluentui/react-components'
import { useId, useState } from 'react'
import { answeredCount, isAnswered, withAnswer, withExact, withGiven } from '../../model/choose/answers.ts'
import { QUESTION_GROUPS, QUESTIONS, type Question } from '../../model/choose/questions.ts'
import { RESULT_ID } from './detail-id.ts'
import { QuestionField } from './QuestionField.tsx'
import styles from './Questions.module.css'
import type { Advisor, View } from './use-advisor.ts'

type QuestionsProps = Pick<
  Advisor,
  'answers' | 'advice' | 'view' | 'setView' | 'change' | 'at' | 'go' | 'returned'
>

/** What is asked, one at a time or all at once. */
export function Questions(props: QuestionsProps) {
  const { answers, view, setView } = props
  return (
    <section aria-labelledby="questions">
      <div className={styles.head}>
        <h2 id="questions" className={styles.title}>
          Questions
        </h2>
        <span className={styles.count}>
          {answeredCount(answers)} of {QUESTIONS.length} answered
        </span>
        <ViewSwitch view={view} onView={setView} />
      </div>
      {view === 'all' ? <AllQuestions {...props} /> : <OneQuestion {...props} />}
    </section>
  )
}

const VIEWS: readonly { view: View; label: string }[] = [
  { view: 'one', label: 'One at a time' },
  { view: 'all', label: 'All at once' },
]

function ViewSwitch({ view: shown, onView }: { view: View; onView: (view: View) => void }) {
  const name = useId()
  return (
    <fieldset className={styles.views}>
      <legend className={styles.hidden}>How questions are shown</legend>
      {VIEWS.map(({ view, label }) => (
        <label key={view} className={styles.view}>
          <input type="radio" name={name} checked={view === shown} onChange={() => onView(view)} />
          {label}
        </label>
      ))}
    </fieldset>
  )
}

function AllQuestions({ answers, change, returned }: QuestionsProps) {
  return QUESTION_GROUPS.map(({ title, questions }) => (
    <section key={title} className={styles.group} aria-label={title}>
      <h3 className={styles.groupTitle}>{title}</h3>
      {questions.map((question) => (
        <Asked
          key={question.id}
          question={question}
          layout="row"
          answers={answers}
          change={change}
          returned={returned}
        />
      ))}
    </section>
  ))
}

/** Begins at the first that is open. */
function OneQuestion({ answers, advice, change, at: shown, go: show, returned }: QuestionsProps) {
  const [first] = useState(() => firstOpen(answers))
  // What the history knows may be of a version with more questions.
  const at = shown !== undefined && shown < QUESTIONS.length ? shown : first
  /** Whoever went on is led to the question; whoever opens the page is not. */
  const [stepped, setStepped] = useState(false)
  const question = QUESTIONS[at]
  if (!question) return null
  const deciding = QUESTIONS.findIndex(({ id }) => id === advice.deciding)
  const go = (to: number) => {
    setStepped(true)
    show(to)
  }
  const isLast = at === QUESTIONS.length - 1
  return (
    <div className={styles.one}>
      <p className={styles.place}>
        {groupOf(question)}, question {at + 1} of {QUESTIONS.length}
      </p>
      <Asked
        key={question.id}
        question={question}
        layout="column"
        answers={answers}
        change={change}
        returned={returned}
        led={stepped}
      />
      <div className={styles.steps}>
        <Button disabledFocusable={at === 0} onClick={() => go(at - 1)}>
          Back
        </Button>
        {isLast ? (
          <Button appearance="primary" onClick={() => document.getElementById(RESULT_ID)?.focus()}>
            See the result
          </Button>
        ) : (
          <Button appearance="primary" onClick={() => go(at + 1)}>
            {isAnswered(question.id, answers) ? 'Next' : 'Skip'}
          </Button>
        )}
        {deciding !== -1 && deciding !== at && (
          <Button appearance="subtle" onClick={() => go(deciding)}>
            Go to the question that decides
          </Button>
        )}
      </div>
    </div>
  )
}

function firstOpen(answers: QuestionsProps['answers']): number {
  return Math.max(
    0,
    QUESTIONS.findIndex(({ id }) => !isAnswered(id, answers)),
  )
}

function groupOf({ id }: Question): string {
  return QUESTION_GROUPS.find(({ questions }) => questions.some((one) => one.id === id))?.title ?? ''
}

interface AskedProps extends Pick<QuestionsProps, 'answers' | 'change' | 'returned'> {
  question: Question
  layout: 'row' | 'column'
  led?: boolean
}

function Asked({ question, layout, answers, change, returned, led = false }: AskedProps) {
  const { id } = question
  return (
    <QuestionField
      question={question}
      layout={layout}
      answers={answers}
      returned={returned}
      led={led}
      onAnswer={(answer) => change(withAnswer(answers, question, answer), id)}
      onClear={() => change(withGiven(answers, id, []), id)}
      onExact={(exact) => change(withExact(answers, id, exact), id)}
    />
  )
}
