import { VerdictIcon } from '../../components/VerdictIcon.tsx'
import {
  headerFindings,
  headerStateWords,
  type HeaderFinding,
  type HeaderState,
} from '../../model/self-test/headers.ts'
import type { SelfTestAnswer } from '../../model/self-test/reading.ts'
import type { Verdict } from '../../model/status/verdict.ts'
import styles from './SelfTest.module.css'

/** Which headers of the answer the app could see, and what becomes of it without each. */
export function HeaderSection({ answer }: { answer: SelfTestAnswer }) {
  const findings = headerFindings(answer)
  if (findings.length === 0) return null
  return (
    <section className={styles.section} aria-labelledby="self-test-headers">
      <h2 id="self-test-headers" className={styles.title}>
        What this browser may read of an answer
      </h2>
      <p className={styles.note}>
        A browser shows an app only the headers that the service names. The app works without each of these,
        with less to go by.
      </p>
      <dl className={styles.headers}>
        {findings.map((finding) => (
          <div key={finding.name} className={styles.header}>
            <dt className={styles.code}>{finding.name}</dt>
            <dd className={styles.state}>
              <VerdictIcon verdict={VERDICTS[finding.state]} />
              {headerStateWords(finding.state)}
            </dd>
            <dd className={styles.meaning}>
              {meaningOf(finding)}
              {finding.value !== undefined && <bdi className={styles.value}>{finding.value}</bdi>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const VERDICTS: Record<HeaderState, Verdict> = {
  read: 'healthy',
  named: 'healthy',
  hidden: 'attention',
  open: 'notChecked',
}

function meaningOf({ state, use, without }: HeaderFinding): string {
  switch (state) {
    case 'read':
    case 'named':
      return use
    case 'hidden':
      return without
    case 'open':
      return `${use} Only some answers carry it, and this answer did not, so it stays open whether the app may read it. If not: ${without.charAt(0).toLowerCase()}${without.slice(1)}`
    default:
      return state satisfies never
  }
}
