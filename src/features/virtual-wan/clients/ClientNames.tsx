import { Field, Input } from '@fluentui/react-components'
import { useEffect, useId, useRef, useState } from 'react'
import { ActionButton } from '../../../components/ActionButton.tsx'
import { ErrorFacts } from '../../../components/ErrorFacts.tsx'
import { SectionTable } from '../../../components/fields/SectionTable.tsx'
import type { ClientSession } from '../../../model/diagnostics/client-session.ts'
import { questionProblem } from '../../../model/diagnostics/question-problem.ts'
import { CLIENT_QUESTIONS } from '../../../model/diagnostics/questions.ts'
import { errorIn, type HubError } from '../../../model/errors.ts'
import type { Estate } from '../../../model/estate.ts'
import type { P2sVpnGateway } from '../../../model/resources/virtual-wan.ts'
import { sessionsSection } from '../../../model/virtual-wan/client-sections.ts'
import { useClientSessionsFile } from '../../../queries/use-hub-clients.ts'
import styles from '../Parts.module.css'

/** How the asking stands. The address of the file is signed: it stands in the field alone, and goes when it was sent. */
type Asking =
  | { is: 'not' }
  | { is: 'no address' }
  | { is: 'running' }
  | { is: 'told'; sessions: readonly ClientSession[] | undefined }
  | { is: 'failed'; error: HubError }

/** Who is connected, by name: Azure writes that to storage and nowhere else. */
export function ClientNames({ gateway, estate }: { gateway: P2sVpnGateway; estate: Estate }) {
  const id = useId()
  const { isDemo, right, write } = useClientSessionsFile(gateway.id)
  const [address, setAddress] = useState('')
  const [asking, setAsking] = useState<Asking>({ is: 'not' })
  const stop = useRef<AbortController>(undefined)
  // Who leaves the page no longer wants the answer.
  useEffect(() => () => stop.current?.abort(), [])

  async function ask() {
    if (asking.is === 'running') return
    if (!isDemo && !/^https:\/\/\S+\?\S+$/.test(address.trim())) return setAsking({ is: 'no address' })
    const own = new AbortController()
    stop.current = own
    setAsking({ is: 'running' })
    try {
      const told = await write(address, own.signal)
      if (own.signal.aborted) return
      setAddress('')
      setAsking(told.ok ? { is: 'told', sessions: told.value } : { is: 'failed', error: told.error })
    } catch (thrown) {
      if (!own.signal.aborted) setAsking({ is: 'failed', error: errorIn(thrown) })
    }
  }

  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 className={styles.heading} id={id}>
        Who is connected
      </h2>
      <p className={styles.note}>
        The answer names people and the addresses they come from.{' '}
        {isDemo
          ? 'On Azure it is written to a file in your storage; the demo shows it here.'
          : 'Azure writes it to a file in your storage, which you open there.'}
      </p>
      {!isDemo && (
        <Field
          label="Address of the file, with a signature that may write"
          validationMessage={
            asking.is === 'no address'
              ? 'Enter the https address of a blob with its SAS signature.'
              : undefined
          }
        >
          <Input
            type="password"
            autoComplete="off"
            spellCheck={false}
            value={address}
            onChange={(_, { value }) => setAddress(value)}
          />
        </Field>
      )}
      <div className={styles.row}>
        <ActionButton
          label={asking.is === 'running' ? 'Asking…' : 'Read who is connected'}
          right={right}
          subscriptions={estate.subscriptions}
          onClick={() => void ask()}
        />
      </div>
      <div role="status" className={styles.wide}>
        {asking.is === 'told' && <Told sessions={asking.sessions} isDemo={isDemo} />}
      </div>
      {asking.is === 'failed' && <Failed name={gateway.name} error={asking.error} demo={isDemo} />}
    </section>
  )
}

function Told({ sessions, isDemo }: { sessions: readonly ClientSession[] | undefined; isDemo: boolean }) {
  if (sessions !== undefined) return <SectionTable section={sessionsSection(sessions)} />
  return (
    <p className={styles.text}>
      {isDemo
        ? 'What was written is no list of clients.'
        : 'Azure has written the file. Open it in your storage account.'}
    </p>
  )
}

function Failed({ name, error, demo }: { name: string; error: HubError; demo: boolean }) {
  const { sentences, facts } = questionProblem(CLIENT_QUESTIONS.sessions.what, name, error, { demo })
  return (
    <div role="alert">
      <p className={styles.text}>
        <bdi>{sentences.join(' ')}</bdi>
      </p>
      <ErrorFacts error={error} {...(facts && { facts })} />
    </div>
  )
}
