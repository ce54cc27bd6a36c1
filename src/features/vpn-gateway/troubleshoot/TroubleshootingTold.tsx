import { Button } from '@fluentui/react-components'
import { Link } from 'react-router-dom'
import { VerdictIcon } from '../../../components/VerdictIcon.tsx'
import { type Finding, tabFor, troubleshootingOf } from '../../../model/diagnostics/troubleshooting.ts'
import type { Troubleshot } from '../../../model/edits/troubleshoot.ts'
import type { QueuedWrite } from '../../../model/edits/write-state.ts'
import { minuteTime, readTime } from '../../../model/format.ts'
import { resourcePath } from '../../../model/paths.ts'
import { tabName, tabsOf } from '../../../model/resources/tabs.ts'
import { useEdits } from '../../../queries/use-edits.ts'
import parts from '../../../components/vpn/Parts.module.css'
import styles from '../parts.module.css'
import { WriteTold } from '../WriteReview.tsx'

interface TroubleshootingToldProps {
  write: QueuedWrite
  resource: Troubleshot
}

/** How a run stands, and what Azure found: its words as they are, and where on this page to go on. */
export function TroubleshootingTold({ write, resource }: TroubleshootingToldProps) {
  const { queue } = useEdits()
  return (
    <section className={styles.section} aria-label="Result" role="status">
      <WriteTold
        write={write}
        done={
          <>
            <Found write={write} resource={resource} />
            <Button size="small" appearance="subtle" onClick={() => queue.drop(write.key)}>
              Dismiss
            </Button>
          </>
        }
      />
    </section>
  )
}

function Found({ write: { state }, resource }: TroubleshootingToldProps) {
  const found = state.is === 'done' ? troubleshootingOf(state.result) : undefined
  if (found === undefined)
    return (
      <p className={parts.text}>
        The run has ended. What it found was told to a page that was left since, and is kept nowhere here: it
        is in the container, or start another run.
      </p>
    )
  const { code, from, until, findings } = found
  return (
    <>
      <p className={parts.text}>
        <VerdictIcon verdict={/^healthy$/i.test(code) ? 'healthy' : 'attention'} />{' '}
        <strong>{/^healthy$/i.test(code) ? 'No fault was found.' : 'Something was found.'}</strong>{' '}
        <span className={parts.note}>
          Azure says <bdi>{code}</bdi>
          {until !== undefined && <>, {timeText(from, until)}</>}.
        </span>
      </p>
      {findings.map((finding, index) => (
        // Azure names no identity, and may say the same twice.
        <FindingText key={index} finding={finding} resource={resource} />
      ))}
    </>
  )
}

function FindingText({ finding, resource }: { finding: Finding; resource: Troubleshot }) {
  const { id, summary, detail, reason, actions } = finding
  const tab = tabFor(id)
  return (
    <article className={styles.section}>
      <h3 className={parts.heading}>
        <bdi>{summary || id}</bdi>
      </h3>
      <p className={parts.text}>
        <bdi>{detail}</bdi>
      </p>
      <p className={parts.note}>
        Fault <bdi className={parts.code}>{id}</bdi>
        {reason !== '' && (
          <>
            , reason <bdi>{reason}</bdi>
          </>
        )}
        {tab !== undefined && tabsOf(resource).includes(tab) && (
          <>
            . Go on in{' '}
            <Link className={styles.link} to={resourcePath(resource.id, tab)}>
              {tabName(tab)}
            </Link>
          </>
        )}
      </p>
      {actions.length > 0 && (
        <>
          <p className={parts.text}>What Azure recommends:</p>
          <ul>
            {actions.map(({ text, uri }, index) => (
              <li key={index}>
                <bdi>{text}</bdi>{' '}
                {uri !== undefined && (
                  <a className={styles.link} href={uri} target="_blank" rel="noreferrer">
                    {new URL(uri).hostname}
                  </a>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </article>
  )
}

function timeText(from: string | undefined, until: string): string {
  const [began, ended] = [readTime(from), readTime(until)]
  if (ended === undefined) return 'at a time it does not tell'
  return began === undefined ? minuteTime(ended) : `from ${minuteTime(began)} to ${minuteTime(ended)}`
}
