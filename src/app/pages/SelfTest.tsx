import { Button } from '@fluentui/react-components'
import { CopyButton } from '../../components/CopyButton.tsx'
import { ErrorFacts } from '../../components/ErrorFacts.tsx'
import { VerdictIcon } from '../../components/VerdictIcon.tsx'
import { count } from '../../model/format.ts'
import type { SetupFault } from '../../model/self-test/faults.ts'
import { setupFaults, type SelfTestFacts } from '../../model/self-test/findings.ts'
import type { SelfTestAnswer } from '../../model/self-test/reading.ts'
import { selfTestReport } from '../../model/self-test/report.ts'
import { SignInFailure } from '../account/SignInFailure.tsx'
import page from './Page.module.css'
import { BrowserSection, SetUpSection, TokenSection } from './SelfTestFacts.tsx'
import { HeaderSection } from './SelfTestHeaders.tsx'
import styles from './SelfTest.module.css'

interface SelfTestProps {
  facts: SelfTestFacts
  demo: boolean
  /** Absent where nothing can be read. */
  onAgain?: () => void
  busy?: boolean
}

/** What one read showed: whether anything is set up wrongly, and what this browser may see of Azure's answers. */
export function SelfTest({ facts, demo, onAgain, busy = false }: SelfTestProps) {
  const { reading, browser, deployment } = facts
  const faults = setupFaults(facts)
  const failed = reading.token.is === 'none' || !isGood(reading.answer)
  return (
    <div className={page.page} aria-busy={busy}>
      <h1 className={page.title}>{headline(faults.length, failed)}</h1>
      <p className={page.text}>
        <Read answer={reading.answer} />{' '}
        {demo &&
          'The answers come from the demo’s emulator in this browser, so they say nothing about Azure.'}
      </p>
      <Faults faults={faults} facts={facts} />
      <div className={page.actions}>
        {onAgain && (
          <Button appearance="primary" disabledFocusable={busy} onClick={onAgain}>
            Run again
          </Button>
        )}
        <CopyButton worded label="Copy report" text={selfTestReport(facts, faults)} />
      </div>
      <HeaderSection answer={reading.answer} />
      <TokenSection token={reading.token} />
      <SetUpSection deployment={deployment} address={browser.address} />
      <BrowserSection browser={browser} />
    </div>
  )
}

function headline(faults: number, failed: boolean): string {
  if (faults > 0) return `Self-test: ${count(faults, 'thing needs', 'things need')} a look`
  return failed ? 'Self-test: Azure could not be read' : 'Self-test: nothing wrong was found'
}

function isGood(answer: SelfTestAnswer): boolean {
  return answer.is === 'answered' && answer.error === undefined
}

function Read({ answer }: { answer: SelfTestAnswer }) {
  switch (answer.is) {
    case 'notAsked':
      return 'Without a sign-in nothing was read of Azure.'
    case 'unanswered':
      return `One read of the subscriptions was sent; nothing answered for ${answer.milliseconds} ms.`
    case 'answered':
      return `One read of the subscriptions was answered with HTTP ${answer.status} after ${answer.milliseconds} ms${
        answer.subscriptions === undefined ? '' : `: ${count(answer.subscriptions, 'subscription')}`
      }.`
    default:
      return answer satisfies never
  }
}

interface FaultsProps {
  faults: readonly SetupFault[]
  facts: SelfTestFacts
}

function Faults({ faults, facts }: FaultsProps) {
  const { answer, token } = facts.reading
  const signIn = facts.problem ?? (token.is === 'none' ? token.error : undefined)
  const arm = answer.is === 'notAsked' ? undefined : answer.error
  if (faults.length === 0 && !signIn && !arm) return null
  return (
    <section className={styles.faults} aria-label="What to look at">
      <ul className={styles.list}>
        {faults.map(({ what, remedy }) => (
          <li key={what} className={styles.fault}>
            <VerdictIcon verdict="attention" />
            <div>
              <bdi className={styles.strong}>{what}.</bdi> <bdi>{remedy}</bdi>
            </div>
          </li>
        ))}
      </ul>
      {signIn && (
        <SignInFailure error={signIn} isTold={faults.some(({ remedy }) => remedy === signIn.message)} />
      )}
      {arm && <ErrorFacts error={arm} />}
    </section>
  )
}
