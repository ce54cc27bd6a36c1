import { Button, Field, Input, Radio, RadioGroup } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { isKeyGood, NewKeyField } from '../../../components/NewKeyField.tsx'
import { LONGEST_KEY, resetKey, setKey } from '../../../model/edits/shared-key.ts'
import { azResetKey, azSetKey } from '../../../model/export/az-vpn.ts'
import type { Connection } from '../../../model/resources/vpn.ts'
import { useEdits, useWriteOf } from '../../../queries/use-edits.ts'
import { isUnderWay } from '../../../queries/write-queue.ts'
import { gatewaysOf } from './ends.ts'
import { lead } from './lead.ts'
import { focusWrong, UNDER_WAY } from '../focus-wrong.ts'
import parts from '../../../components/vpn/Parts.module.css'
import styles from '../parts.module.css'
import { WriteReview, WriteTold } from '../WriteReview.tsx'

interface ChangeKeyProps {
  connection: Connection
  /** It was asked for by an address. */
  first: boolean
}

/** Another key for this one connection: typed, made here, or made by Azure. */
export function ChangeKey({ connection, first }: ChangeKeyProps) {
  const { queue } = useEdits()
  const write = useWriteOf(connection.id, 'key')
  const [way, setWay] = useState<'own' | 'azure'>('own')
  const [typed, setTyped] = useState('')
  const [length, setLength] = useState('64')
  const [asked, setAsked] = useState(false)
  const [sent, setSent] = useState<string>()
  const part = useRef<HTMLElement>(null)
  const done = write?.state.is === 'done' && write.key === sent
  // What is set is not needed here any more; what was refused stays to be sent again.
  const key = done ? '' : typed
  const busy = write !== undefined && (isUnderWay(write.state) || write.state.is === 'waiting')
  const keyLength = Number(length)
  const lengthGood = Number.isInteger(keyLength) && keyLength >= 1 && keyLength <= LONGEST_KEY
  const shownLength = lengthGood ? keyLength : LONGEST_KEY

  function send() {
    if (!(way === 'azure' ? lengthGood : isKeyGood(key))) {
      // What is wrong has to be drawn before it can be gone to.
      flushSync(() => setAsked(true))
      return focusWrong(part.current)
    }
    setSent(
      way === 'azure'
        ? queue.add(resetKey(connection, keyLength))
        : queue.add(setKey(connection), { secret: { value: key } }),
    )
  }

  function type(value: string) {
    setTyped(value)
    setSent(undefined)
    setAsked(false)
  }

  return (
    <section ref={part} className={styles.section} aria-labelledby="change-key">
      <h2 className={parts.heading} id="change-key" tabIndex={-1} ref={first ? lead : undefined}>
        Set another key in Azure
      </h2>
      <RadioGroup
        aria-label="Where the key comes from"
        value={way}
        onChange={(_, { value }) => setWay(value === 'azure' ? 'azure' : 'own')}
      >
        <Radio value="own" label="A key that I enter, or that is made here" />
        <Radio value="azure" label="A key that Azure makes" />
      </RadioGroup>
      {way === 'own' ? (
        <NewKeyField label="New shared key" value={key} disabled={busy} asked={asked} onChange={type} />
      ) : (
        <Field
          label="Length of the key"
          className={styles.field}
          validationMessage={lengthGood ? undefined : `A whole number from 1 to ${LONGEST_KEY}.`}
        >
          <Input
            inputMode="numeric"
            value={length}
            disabled={busy}
            onChange={(_, { value }) => setLength(value)}
          />
        </Field>
      )}
      <WriteReview
        write={way === 'azure' ? resetKey(connection, shownLength) : setKey(connection)}
        resource={connection}
        touches={gatewaysOf(connection)}
        az={way === 'azure' ? azResetKey(connection.id, shownLength) : azSetKey(connection.id)}
        instead={busy ? UNDER_WAY : undefined}
        label={way === 'azure' ? 'Let Azure make a key' : 'Set this key'}
        onSend={send}
      />
      <div role="status">
        {write && (
          <WriteTold
            write={write}
            done={
              <>
                <span>
                  {write.write.is === 'action' && write.write.segment === 'sharedkey'
                    ? 'The key is set. The far end needs the same one now.'
                    : 'Azure made a new key. Reveal it above and enter it at the far end.'}
                </span>{' '}
                <Button size="small" appearance="subtle" onClick={() => queue.drop(write.key)}>
                  Dismiss
                </Button>
              </>
            }
          />
        )}
      </div>
    </section>
  )
}
