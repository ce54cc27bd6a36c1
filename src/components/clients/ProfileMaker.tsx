import { Button, Select } from '@fluentui/react-components'
import { useEffect, useId, useRef, useState } from 'react'
import { ActionButton } from '../ActionButton.tsx'
import { Age } from '../Age.tsx'
import { ErrorFacts } from '../ErrorFacts.tsx'
import { openFile } from '../open-file.ts'
import { questionProblem } from '../../model/diagnostics/question-problem.ts'
import { GATEWAY_QUESTIONS } from '../../model/diagnostics/questions.ts'
import { errorIn, type HubError } from '../../model/errors.ts'
import type { Subscription } from '../../model/inventory.ts'
import type { Right } from '../../model/rights/right.ts'
import type { Result } from '../../lib/result.ts'
import styles from './ProfileMaker.module.css'

/** How the people who get the profile sign in, in Azure's spelling. */
type ProfileSignIn = 'EAPTLS' | 'EAPMSCHAPv2'

interface ProfileMakerProps {
  /** Of the gateway. */
  name: string
  /** RADIUS is among its ways to sign in, so there is a choice. */
  hasRadius: boolean
  right: Right
  demo: boolean
  subscriptions: readonly Subscription[]
  /** @returns where the package is */
  make: (signIn: ProfileSignIn, signal: AbortSignal) => Promise<Result<string, HubError>>
}

/** How making a profile stands. Where the profile is stands nowhere: the address is signed. */
type Making =
  | { is: 'not' }
  | { is: 'running'; since: number }
  | { is: 'made'; at: number }
  | { is: 'failed'; error: HubError }

const QUESTION = GATEWAY_QUESTIONS.clientProfile

/** Azure makes a package with the settings a device needs; the browser fetches it at once. */
export function ProfileMaker({ name, hasRadius, right, demo, subscriptions, make }: ProfileMakerProps) {
  const label = useId()
  const [method, setMethod] = useState<ProfileSignIn>('EAPTLS')
  const [making, setMaking] = useState<Making>({ is: 'not' })
  const stop = useRef<AbortController>(undefined)
  // Who leaves the page no longer wants the file.
  useEffect(() => () => stop.current?.abort(), [])

  async function download() {
    const own = new AbortController()
    stop.current = own
    setMaking({ is: 'running', since: Date.now() })
    try {
      const made = await make(method, own.signal)
      if (own.signal.aborted) return
      if (!made.ok) return setMaking({ is: 'failed', error: made.error })
      // Behind the emulator's address there is nothing.
      if (!demo) openFile(made.value)
      setMaking({ is: 'made', at: Date.now() })
    } catch (thrown) {
      if (!own.signal.aborted) setMaking({ is: 'failed', error: errorIn(thrown) })
    }
  }

  function cancel() {
    stop.current?.abort()
    setMaking({ is: 'not' })
  }

  return (
    <>
      <p className={styles.note}>
        A package with the gateway’s addresses, the protocols and the root certificates, for every device that
        is to connect. It holds no key of a person.
      </p>
      <div className={styles.row}>
        {hasRadius && (
          <div>
            <label htmlFor={label}>Clients sign in with</label>
            <Select
              id={label}
              value={method}
              onChange={(_, { value }) => setMethod(value === 'EAPMSCHAPv2' ? value : 'EAPTLS')}
            >
              <option value="EAPTLS">a certificate (EAPTLS)</option>
              <option value="EAPMSCHAPv2">name and password (EAPMSCHAPv2)</option>
            </Select>
          </div>
        )}
        {making.is === 'running' ? (
          <Button onClick={cancel}>Stop</Button>
        ) : (
          <ActionButton
            label={making.is === 'failed' ? 'Try again' : 'Download profile'}
            right={right}
            subscriptions={subscriptions}
            onClick={() => void download()}
          />
        )}
      </div>
      <div role="status">
        <Told making={making} demo={demo} />
      </div>
      {making.is === 'failed' && <Failed name={name} error={making.error} demo={demo} />}
    </>
  )
}

function Told({ making, demo }: { making: Making; demo: boolean }) {
  switch (making.is) {
    case 'running':
      return (
        <p className={styles.text}>
          Azure makes the profile, <Age at={making.since} />. It usually takes {QUESTION.typical[0]} to{' '}
          {QUESTION.typical[1]}
          {'\u2009'}s; leaving this page stops it.
        </p>
      )
    case 'made':
      return (
        <p className={styles.text}>
          {demo
            ? 'The profile is made. This is the demo: there is no file behind its address, so nothing was opened.'
            : 'The profile is made, and your browser fetches it. Its address works for an hour and is not kept here.'}
        </p>
      )
    case 'not':
    case 'failed':
      return null
    default:
      return making satisfies never
  }
}

function Failed({ name, error, demo }: { name: string; error: HubError; demo: boolean }) {
  const { sentences, facts } = questionProblem(QUESTION.what, name, error, { demo })
  return (
    <div role="alert">
      <p className={styles.text}>
        <strong>
          The profile of <bdi>{name}</bdi> was not made.
        </strong>{' '}
        <bdi>{sentences.join(' ')}</bdi>
      </p>
      <ErrorFacts error={error} {...(facts && { facts })} />
    </div>
  )
}
