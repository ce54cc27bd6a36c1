import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { count, sentenceList } from '../../model/format.ts'
import type { Findings } from '../../model/why/judge-rules.ts'
import { Age } from '../Age.tsx'
import { CopyButton } from '../CopyButton.tsx'
import { Causes } from './Causes.tsx'
import styles from './Why.module.css'

interface WhyFrameProps {
  /** How it is and why. */
  summary: string
  findings: Findings
  /** How many facts the rules rest on. */
  facts: number
  /** Milliseconds since the epoch: of the newest fact, and when the asking began. */
  now: number
  startedAt: number
  /** What is asked for and not there yet, in words. */
  waitingFor: readonly string[]
  onAgain: () => void
  /** For a ticket, as plain text. */
  text: string
  /** Before "Check again". */
  tools?: ReactNode
  /** Under the causes. */
  children: ReactNode
  /** Around it: states, what happened, ends. */
  beside: ReactNode
}

/** Why something is not up: the sentence, the causes with what stands below them, and beside it what is around it. */
export function WhyFrame(props: WhyFrameProps) {
  const { summary, findings, facts, now, startedAt, waitingFor, onAgain, text, tools, children, beside } =
    props
  const waiting = waitingFor.length > 0
  const unread = findings.notChecked.length
  return (
    <div className={styles.page}>
      <div className={styles.main}>
        <div className={styles.summary} role="status">
          <p className={styles.sentence}>
            <bdi>{summary}</bdi>
          </p>
          <p className={styles.note}>
            {waiting ? (
              <>
                Still reading: {sentenceList(waitingFor)}, <Age at={startedAt} style="for" />. This takes
                seconds, at worst some minutes.
              </>
            ) : (
              <>
                {count(findings.rules - unread, 'rule')} checked against {count(facts, 'fact')}
                {unread > 0 && `, ${unread} not checked for want of facts`}, <Age at={now} style="ago" />.
              </>
            )}
          </p>
        </div>
        <div className={styles.tools}>
          {tools}
          <Button disabledFocusable={waiting} aria-busy={waiting} onClick={onAgain}>
            {waiting ? 'Checking' : 'Check again'}
          </Button>
          <CopyButton text={text} label="Copy as text" worded />
        </div>
        <Causes diagnosis={findings} />
        {children}
      </div>
      <aside className={styles.beside} aria-label="Around it">
        {beside}
      </aside>
    </div>
  )
}
