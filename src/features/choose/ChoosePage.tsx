import { Button } from '@fluentui/react-components'
import { ArrowResetRegular, PrintRegular, WarningRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { CopyButton } from '../../components/CopyButton.tsx'
import { sentenceList } from '../../model/format.ts'
import { answeredCount, type Answers } from '../../model/choose/answers.ts'
import { writeAnswers } from '../../model/choose/answers-in-url.ts'
import type { CandidateId } from '../../model/choose/candidates.ts'
import { adviceReport } from '../../model/choose/report.ts'
import styles from './ChoosePage.module.css'
import { Details } from './Details.tsx'
import { detailId } from './detail-id.ts'
import { PrintedAnswers } from './PrintedAnswers.tsx'
import { Questions } from './Questions.tsx'
import { headline } from './headline.ts'
import { Ranking } from './Ranking.tsx'
import { Services } from './Services.tsx'
import { useAdvisor } from './use-advisor.ts'
import { Weights } from './Weights.tsx'
import { PlaceFields } from './PlaceFields.tsx'

/** Nothing of the address but what was told: what a link brought along is not copied on. */
function addressOf(answers: Answers): string {
  const told = writeAnswers(answers)
  return `${window.location.origin}${window.location.pathname}${told === '' ? '' : `?${told}`}`
}

/** A link that was cut, or is of another version, would else give another advice without a word. */
function unknownWords(unknown: readonly string[]): string {
  return `Left out of the address, since it means nothing here: ${sentenceList(unknown.slice(0, 5))}. The advice is without it.`
}

/** What each service is for, and which one fits: a ranking that follows each answer, with reasons. */
export function ChoosePage() {
  const advisor = useAdvisor()
  const { answers, advice, change, startOver } = advisor
  const begun = answeredCount(answers) > 0
  const isTold = writeAnswers(answers) !== ''
  /** What was opened or closed; of the others the first is open. */
  const [opened, setOpened] = useState<Partial<Record<CandidateId, boolean>>>({})
  const open = (id: CandidateId, isOpen: boolean) => setOpened((before) => ({ ...before, [id]: isOpen }))
  return (
    <div className={styles.page}>
      <title>Choose a solution · Hybrid Connectivity Hub</title>
      <div className={styles.head}>
        <h1 className={styles.title}>Choose a solution</h1>
        <div className={styles.tools}>
          <CopyButton
            text={adviceReport(answers, advice, addressOf(answers))}
            label="Copy as Markdown"
            worded
          />
          <Button size="small" icon={<PrintRegular />} onClick={() => window.print()}>
            Print
          </Button>
          <Button size="small" icon={<ArrowResetRegular />} disabledFocusable={!isTold} onClick={startOver}>
            Start over
          </Button>
        </div>
      </div>
      <p className={styles.lead}>
        Answer what you know: the ranking follows each answer and says why. A factor that nothing is answered
        about hardly counts. Your answers are in the address of this page, and nowhere else.
      </p>
      {advisor.unknown.length > 0 && (
        <p className={styles.unknown} role="status">
          <WarningRegular aria-hidden /> <span>{unknownWords(advisor.unknown)}</span>
        </p>
      )}
      <Services open={!begun} />
      <div className={styles.advisor}>
        <div className={styles.questions}>
          <Questions {...advisor} />
          {advisor.view === 'all' && begun && (
            <a className={styles.follow} href="#ranking">
              <span className={styles.leader}>{headline(advice, answers)}</span> Show ranking
            </a>
          )}
        </div>
        <div className={styles.settings}>
          <Weights answers={answers} onChange={change} />
          <PlaceFields answers={answers} facts={advisor.facts} onChange={change} />
        </div>
        <PrintedAnswers answers={answers} />
        <Ranking
          {...advisor}
          begun={begun}
          onShow={(id) => {
            open(id, true)
            document.getElementById(detailId(id))?.focus()
          }}
        />
      </div>
      <Details advice={advice} answers={answers} facts={advisor.facts} opened={opened} onOpen={open} />
    </div>
  )
}
