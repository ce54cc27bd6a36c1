import { Tab, TabList } from '@fluentui/react-components'
import { ArrowLeftRegular } from '@fluentui/react-icons'
import { useId, useMemo, useState } from 'react'
import { Link } from 'react-router-dom'
import { CopyButton } from '../../components/CopyButton.tsx'
import { JsonText } from '../../components/JsonText.tsx'
import { VerdictIcon } from '../../components/VerdictIcon.tsx'
import { azRest } from '../../model/export/az-rest.ts'
import { duration, sentenceList } from '../../model/format.ts'
import { nameOfId, resourcePath } from '../../model/paths.ts'
import { resourceIdIn } from '../../model/requests/address.ts'
import { isFailure } from '../../model/requests/filter.ts'
import type { LoggedBody, LoggedRequest } from '../../model/requests/logged-request.ts'
import { absentBody, outcomeSentences, outcomeTitle } from '../../model/requests/words.ts'
import { useDemo } from '../../queries/use-demo.ts'
import styles from './RequestDetail.module.css'

const PARTS = ['Response', 'Request', 'Headers'] as const

type Part = (typeof PARTS)[number]

interface RequestDetailProps {
  request: LoggedRequest
  /** Where the detail fills the screen. */
  onBack: (() => void) | undefined
}

/** One request: what happened in a sentence, how to send it again, and what was said by both sides. */
export function RequestDetail({ request, onBack }: RequestDetailProps) {
  const { url, outcome, waited } = request
  const [part, setPart] = useState<Part>('Response')
  const bash = useMemo(() => azRest(request, 'bash'), [request])
  const powerShell = useMemo(() => azRest(request, 'PowerShell'), [request])
  const resourceId = useMemo(() => resourceIdIn(url), [url])
  const correlationId = outcome.is === 'answered' ? outcome.correlationId : undefined
  const demo = useDemo() !== undefined
  const id = useId()
  return (
    <>
      {onBack && (
        <button type="button" className={styles.back} onClick={onBack}>
          <ArrowLeftRegular aria-hidden /> All requests
        </button>
      )}
      <div className={styles.heading}>
        <h3 className={styles.title}>
          {isFailure(request) && <VerdictIcon verdict="down" />} <bdi>{outcomeTitle(outcome)}</bdi>
        </h3>
        <CopyButton worded text={bash.command} label="Copy as az rest" />
      </div>
      <p className={styles.sentences}>
        <bdi>{outcomeSentences(request, demo).join(' ')}</bdi>
        {waited >= 1000 && ` It waited ${duration(waited)} for its turn.`}
      </p>
      <div className={styles.actions}>
        <CopyButton worded text={powerShell.command} label="Copy for PowerShell" />
        <CopyButton worded text={url} label="Copy URL" />
        {correlationId !== undefined && (
          <CopyButton worded text={correlationId} label="Copy correlation id" />
        )}
        {resourceId !== undefined && (
          <span className={styles.resource}>
            Open <Link to={resourcePath(resourceId)}>{nameOfId(resourceId)}</Link>
          </span>
        )}
      </div>
      {bash.placeholders.length > 0 && (
        <p className={styles.note}>
          In the command, replace {sentenceList(bash.placeholders)}: it is cut before the log keeps it.
        </p>
      )}
      <TabList
        className={styles.tabs}
        size="small"
        selectedValue={part}
        onTabSelect={(_, { value }) => setPart(PARTS.find((one) => one === value) ?? 'Response')}
      >
        {PARTS.map((name) => (
          <Tab
            key={name}
            value={name}
            id={`${id}-${name}`}
            aria-controls={part === name ? `${id}-part` : undefined}
          >
            {name}
          </Tab>
        ))}
      </TabList>
      <div id={`${id}-part`} role="tabpanel" aria-labelledby={`${id}-${part}`} className={styles.part}>
        <PartView part={part} request={request} />
      </div>
    </>
  )
}

function PartView({ part, request }: { part: Part; request: LoggedRequest }) {
  const { method, url, headers, body, outcome } = request
  switch (part) {
    case 'Response':
      if (outcome.is !== 'answered') return <p className={styles.note}>There is no answer.</p>
      return <Body body={outcome.body} side="answer" />
    case 'Request':
      return (
        <>
          <p className={styles.address}>
            <bdi>
              {method} {url}
            </bdi>
          </p>
          <Body body={body} side="request" />
        </>
      )
    case 'Headers':
      return (
        <>
          {outcome.is === 'answered' && <Headers name="Response" headers={outcome.headers} />}
          <Headers name="Request" headers={headers} />
          <p className={styles.note}>
            Only headers that help to find a cause are kept. The access token never is.
          </p>
        </>
      )
    default:
      return part satisfies never
  }
}

function Body({ body, side }: { body: LoggedBody; side: 'request' | 'answer' }) {
  const text = useMemo(() => (body.is === 'json' ? JSON.stringify(body.json, null, 2) : undefined), [body])
  if (body.is !== 'json') return <p className={styles.note}>{absentBody(body, side)}</p>
  const label = side === 'answer' ? 'Body of the response' : 'Body of the request'
  return <JsonText wrapped text={text ?? ''} label={label} />
}

function Headers({ name, headers }: { name: string; headers: Readonly<Record<string, string>> }) {
  const entries = Object.entries(headers)
  return (
    <section aria-label={`${name} headers`}>
      <h4 className={styles.side}>{name}</h4>
      {entries.length === 0 && <p className={styles.note}>None is kept.</p>}
      <dl className={styles.headers}>
        {entries.map(([header, value]) => (
          <div key={header}>
            <dt>{header}</dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
