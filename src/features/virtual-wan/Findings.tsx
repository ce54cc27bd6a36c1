import { InfoRegular } from '@fluentui/react-icons'
import { useId } from 'react'
import { ResourceLink } from '../../components/ResourceLink.tsx'
import { VerdictIcon } from '../../components/VerdictIcon.tsx'
import { count } from '../../model/format.ts'
import type { WanFinding } from '../../model/virtual-wan/findings/wan-finding.ts'
import styles from './Parts.module.css'

const WEIGHT: Record<WanFinding['severity'], string> = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  hint: 'Hint',
}

interface FindingsProps {
  findings: readonly WanFinding[]
  /** What could not be looked at, a sentence. */
  unread?: string | undefined
}

/** What would be better otherwise: what, why, what to do, and who says so. */
export function Findings({ findings, unread }: FindingsProps) {
  const id = useId()
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.row}>
        <h2 className={styles.heading} id={id}>
          Findings
        </h2>
        {findings.length > 0 && <span className={styles.note}>{count(findings.length, 'finding')}</span>}
      </div>
      {unread !== undefined && <p className={styles.note}>{unread}</p>}
      {findings.length === 0 ? (
        <p className={styles.text}>Nothing stands out in what was read.</p>
      ) : (
        <ul className={styles.findings}>
          {findings.map((finding) => (
            <li key={`${finding.rule} ${finding.what}`} className={styles.finding}>
              {finding.severity === 'high' || finding.severity === 'medium' ? (
                <VerdictIcon verdict="attention" />
              ) : (
                <InfoRegular aria-hidden />
              )}
              <div>
                <p>
                  <span className={styles.strong}>
                    {WEIGHT[finding.severity]}: <bdi>{finding.what}.</bdi>
                  </span>{' '}
                  {finding.why} {finding.change}
                  {finding.about !== undefined && (
                    <>
                      {' '}
                      See <ResourceLink id={finding.about} />.
                    </>
                  )}
                </p>
                <p className={styles.note}>{finding.source}</p>
              </div>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
