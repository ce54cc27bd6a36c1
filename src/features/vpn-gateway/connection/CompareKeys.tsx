import { Field, Input } from '@fluentui/react-components'
import { useState } from 'react'
import { ActionButton } from '../../../components/ActionButton.tsx'
import { AskProblem } from '../../../components/AskProblem.tsx'
import { VerdictIcon } from '../../../components/VerdictIcon.tsx'
import { READ_KEY } from '../../../model/edits/shared-key.ts'
import type { Estate } from '../../../model/estate.ts'
import type { HubError } from '../../../model/errors.ts'
import type { Connection } from '../../../model/resources/vpn.ts'
import { useDemo } from '../../../queries/use-demo.ts'
import { useRight } from '../../../queries/use-rights.ts'
import { useSharedKeyReader } from '../../../queries/use-shared-key.ts'
import parts from '../../../components/vpn/Parts.module.css'
import styles from '../parts.module.css'
import { isBetweenGateways, returnOf } from './ends.ts'

type Outcome =
  | { is: 'asking' }
  | { is: 'same' }
  | { is: 'different' }
  | { is: 'failed'; of: Pick<Connection, 'id' | 'name'>; error: HubError }

interface CompareKeysProps {
  connection: Connection
  estate: Estate
}

/** Whether both ends have the same key, without showing one. */
export function CompareKeys({ connection, estate }: CompareKeysProps) {
  const back = returnOf(connection, estate)
  const read = useSharedKeyReader()
  const demo = useDemo() !== undefined
  const own = useRight(READ_KEY, connection.id)
  const other = useRight(READ_KEY, back?.id ?? connection.id)
  const [typed, setTyped] = useState('')
  const [outcome, setOutcome] = useState<Outcome>()
  if (isBetweenGateways(connection) && !back) return null

  async function compare() {
    setOutcome({ is: 'asking' })
    const here = await read(connection.id)
    if (!here.ok) return setOutcome({ is: 'failed', of: connection, error: here.error })
    const there = back ? await read(back.id) : { ok: true as const, value: typed }
    if (!there.ok) return setOutcome({ is: 'failed', of: back ?? connection, error: there.error })
    setOutcome({ is: here.value === there.value ? 'same' : 'different' })
  }

  return (
    <section className={styles.section} aria-labelledby="compare-keys">
      <h2 className={parts.heading} id="compare-keys">
        Compare the keys of both ends
      </h2>
      <p className={parts.text}>
        {back
          ? 'Both keys are read and compared here. None of them is shown.'
          : 'Azure’s key is read and compared here with what you enter. Neither is shown, and what you enter is sent nowhere.'}
      </p>
      {!back && (
        <Field label="Key of the device" className={styles.field}>
          <Input
            type="password"
            autoComplete="off"
            value={typed}
            onChange={(_, { value }) => {
              setTyped(value)
              setOutcome(undefined)
            }}
          />
        </Field>
      )}
      <div className={styles.row}>
        <ActionButton
          label={back ? 'Compare both ends' : 'Compare with Azure'}
          right={own.is === 'allowed' ? other : own}
          onClick={() => void (outcome?.is === 'asking' || (back === undefined && typed === '') || compare())}
        />
      </div>
      <div role="status">{outcome && outcome.is !== 'failed' && <Told is={outcome.is} />}</div>
      {outcome?.is === 'failed' && (
        <AskProblem
          what={`The shared key of ${outcome.of.name}`}
          scope={outcome.of.id}
          action={READ_KEY}
          error={outcome.error}
          demo={demo}
          busy={false}
          onAgain={() => void compare()}
        />
      )}
    </section>
  )
}

function Told({ is }: { is: 'asking' | 'same' | 'different' }) {
  if (is === 'asking') return <p className={parts.note}>Asking Azure…</p>
  return (
    <p className={parts.warning}>
      <VerdictIcon verdict={is === 'same' ? 'healthy' : 'attention'} alone />
      <span>{is === 'same' ? 'Both ends have the same key.' : 'The two keys are different.'}</span>
    </p>
  )
}
