import type { Row } from '../../model/list/row.ts'
import { nameOfId } from '../../model/paths.ts'
import { verdictWord, type Judgement } from '../../model/status/verdict.ts'
import { Age } from '../Age.tsx'
import { CopyButton } from '../CopyButton.tsx'
import { ResourceLink } from '../ResourceLink.tsx'
import { VerdictIcon } from '../VerdictIcon.tsx'
import styles from './ReasonCard.module.css'

/** Why a row has its status: sentence, reasons, and the facts as ARM spells them with their age. */
export function ReasonCard({ row }: { row: Row }) {
  const { verdict, sentence, reasons, facts } = row.judgement
  const others = reasons.filter(({ text }) => text !== sentence)
  return (
    <div className={styles.card}>
      <VerdictIcon verdict={verdict} />
      <p className={styles.sentence}>
        <span className={styles.word}>{verdictWord(verdict)}: </span>
        <bdi>{sentence}</bdi>
      </p>
      <div className={styles.body}>
        {others.length > 0 && (
          <ul className={styles.reasons}>
            {others.map(({ text, about }) => (
              <li key={`${about} ${text}`}>
                <bdi>{text}</bdi>
                {about !== undefined && about.toLowerCase() !== row.key && (
                  <>
                    {' '}
                    <ResourceLink id={about} />
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
        {facts.length > 0 && (
          <dl className={styles.facts}>
            {facts.map((fact) => (
              <div key={fact.name} className={styles.fact}>
                <dt>
                  <bdi>{fact.name}</bdi>
                </dt>
                <dd className={styles.value}>
                  <bdi>{fact.value ?? 'absent'}</bdi>
                </dd>
                <dd className={styles.age}>
                  <Age at={fact.readAt} style="ago" />
                </dd>
              </div>
            ))}
          </dl>
        )}
        <div className={styles.actions}>
          <ResourceLink id={row.id} name="Open" />
          <CopyButton worded label="Copy facts" text={factsText(row, row.judgement)} />
        </div>
      </div>
    </div>
  )
}

/** For a ticket: everything that says when and where it was read. */
function factsText(row: Row, { verdict, sentence, reasons, facts }: Judgement): string {
  return [
    `${row.name} (${row.kindName})`,
    row.id,
    `${verdictWord(verdict)}: ${sentence}`,
    ...reasons.map(({ text, about }) =>
      about === undefined ? `- ${text}` : `- ${text} (${nameOfId(about)})`,
    ),
    ...facts.map(
      ({ name, value, readAt }) => `${name}: ${value ?? 'absent'}, read ${new Date(readAt).toISOString()}`,
    ),
  ].join('\n')
}
