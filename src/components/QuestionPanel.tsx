import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { GatewayQuestion } from '../model/diagnostics/questions.ts'
import { questionProblem } from '../model/diagnostics/question-problem.ts'
import type { HubError } from '../model/errors.ts'
import { duration } from '../model/format.ts'
import type { Subscription } from '../model/inventory.ts'
import type { Right } from '../model/rights/right.ts'
import { rightWords } from '../model/rights/words.ts'
import { ActionButton } from './ActionButton.tsx'
import { Age } from './Age.tsx'
import { ErrorNote } from './ErrorNote.tsx'
import { useTimeText } from './now.ts'
import { VerdictIcon } from './VerdictIcon.tsx'
import styles from './QuestionPanel.module.css'

/** A question as it stands, and whether it may be asked. */
export interface QuestionState<Answer> extends PanelState<Answer> {
  right: Right
}

interface PanelState<Answer> {
  answer?: Answer
  answeredAt?: number
  running: boolean
  since?: number
  error?: HubError
  ask(): void
  stop(): void
}

interface QuestionPanelProps<Answer> {
  question: GatewayQuestion
  /** Of the resource that is asked. */
  name: string
  state: PanelState<Answer>
  right: Right
  demo: boolean
  subscriptions?: readonly Subscription[]
  /** Beside the button. */
  tools?: ReactNode
  /** What is shown before anything was asked. */
  before?: ReactNode
  children: (answer: Answer) => ReactNode
}

/** A question to Azure: a button, how long it takes, what came back and how old that is, or why nothing did. */
export function QuestionPanel<Answer>(props: QuestionPanelProps<Answer>) {
  const { question, name, state, right, demo, subscriptions, tools, before, children } = props
  const { answer, answeredAt, running, since, error, ask, stop } = state
  const words = right.is === 'reading' ? undefined : rightWords(right, subscriptions)
  const again = answer !== undefined || error !== undefined
  return (
    <div className={styles.panel}>
      <div className={styles.bar}>
        {running ? (
          <Button onClick={stop}>Stop</Button>
        ) : (
          <ActionButton
            label={again ? (error ? 'Try again' : 'Read again') : `Read ${question.what}`}
            appearance={again ? undefined : 'primary'}
            right={right}
            {...(subscriptions && { subscriptions })}
            onClick={ask}
          />
        )}
        {tools}
        <p className={styles.said} role="status">
          {running ? (
            <>
              <VerdictIcon verdict="inProgress" />
              <span>
                Azure reads {question.what}
                <Elapsed since={since} />. It usually takes {question.typical[0]} to {question.typical[1]}
                {'\u2009'}s; leaving this page stops it.
              </span>
            </>
          ) : (
            answeredAt !== undefined &&
            !error && (
              <span>
                Read from ARM <Age at={answeredAt} style="ago" />
              </span>
            )
          )}
        </p>
      </div>
      {words && (
        <p className={styles.note}>
          {words.what} {words.remedy}
        </p>
      )}
      {error && !running && (
        <Failed
          error={error}
          {...questionProblem(question.what, name, error, { demo, ...(subscriptions && { subscriptions }) })}
        >
          {answeredAt !== undefined && (
            <>
              {' '}
              What stands here was read <Age at={answeredAt} style="ago" />.
            </>
          )}
        </Failed>
      )}
      {answer === undefined ? !running && !error && before : children(answer)}
    </div>
  )
}

interface FailedProps extends ReturnType<typeof questionProblem> {
  error: HubError
  children: ReactNode
}

function Failed({ error, heading, sentences, facts, children }: FailedProps) {
  return (
    <ErrorNote verdict="down" heading={heading} error={error} facts={facts} alert>
      <bdi>{sentences.join(' ')}</bdi>
      {children}
    </ErrorNote>
  )
}

function Elapsed({ since }: { since: number | undefined }) {
  const text = useTimeText((now) => (since === undefined ? '' : `, ${duration(now - since)}`))
  // Read once, not each second.
  return <span aria-hidden>{text}</span>
}
