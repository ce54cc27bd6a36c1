import { Button } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { isKeyGood, NewKeyField } from '../../../components/NewKeyField.tsx'
import { ActionButton } from '../../../components/ActionButton.tsx'
import { ResourceLink } from '../../../components/ResourceLink.tsx'
import { EditRequest } from '../../../components/writes/EditRequest.tsx'
import { setKey } from '../../../model/edits/shared-key.ts'
import type { QueuedWrite } from '../../../model/edits/write-state.ts'
import { azSetKey } from '../../../model/export/az-vpn.ts'
import type { Connection } from '../../../model/resources/vpn.ts'
import { requestOf } from '../../../queries/edit-request.ts'
import { useEdits, useWriteOf } from '../../../queries/use-edits.ts'
import { useRight } from '../../../queries/use-rights.ts'
import { isUnderWay } from '../../../queries/write-queue.ts'
import { focusWrong, UNDER_WAY } from '../focus-wrong.ts'
import parts from '../../../components/vpn/Parts.module.css'
import styles from '../parts.module.css'
import { WriteTold } from '../WriteReview.tsx'

interface RotateBothProps {
  connection: Connection
  /** The connection of the other gateway. */
  back: Connection
}

/** Both connections of a pair of gateways get the same new key, one after the other. */
export function RotateBoth({ connection, back }: RotateBothProps) {
  const { queue } = useEdits()
  const [typed, setTyped] = useState('')
  const [asked, setAsked] = useState(false)
  /** What this flow sent, and the keys of its writes: others of the tab say nothing of what is in the field. */
  const [sent, setSent] = useState<{ value: string; writes: readonly [string, string] }>()
  const part = useRef<HTMLDivElement>(null)
  const writes = [setKey(connection, 'rotate-key'), setKey(back, 'rotate-key')] as const
  const states = [useWriteOf(connection.id, 'rotate-key'), useWriteOf(back.id, 'rotate-key')] as const
  const rights = [useRight(writes[0].action, connection.id), useRight(writes[1].action, back.id)] as const
  const [first, second] = states
  const busy = states.some((one) => one && (isUnderWay(one.state) || one.state.is === 'waiting'))
  const done = states.every((one, index) => one?.state.is === 'done' && one.key === sent?.writes[index])
  const key = done ? '' : typed

  const ofFirst = first !== undefined && first.key === sent?.writes[0] ? sent.value : undefined
  const half = ofFirst === undefined ? 'gone' : ofFirst === key ? 'here' : 'other'

  function send() {
    if (!isKeyGood(key)) {
      // What is wrong has to be drawn before it can be gone to.
      flushSync(() => setAsked(true))
      return focusWrong(part.current)
    }
    const secret = { value: key }
    const after = queue.add(writes[0], { secret })
    setSent({ value: key, writes: [after, queue.add(writes[1], { secret, after })] })
  }

  function sendSecond(value: string, firstKey: string) {
    setSent({ value, writes: [firstKey, queue.add(writes[1], { secret: { value } })] })
  }

  function drop() {
    for (const one of states) if (one) queue.drop(one.key)
    setTyped('')
    setSent(undefined)
    setAsked(false)
  }

  return (
    <>
      <p className={parts.text}>
        The same new key is set on <bdi>{connection.name}</bdi> and then on{' '}
        <ResourceLink id={back.id} name={back.name} />. Between the two the ends hold different keys: a tunnel
        that is renewed in that minute drops, and comes back when both have the new key. If the second is not
        carried out, send it again or rotate anew: until then the ends differ.
      </p>
      <div ref={part}>
        <NewKeyField
          label="New key for both ends"
          value={key}
          disabled={busy}
          asked={asked}
          onChange={(value) => {
            // Until both ends have it, what the first one got is needed for the second.
            if (done) setSent(undefined)
            setTyped(value)
            setAsked(false)
          }}
        />
      </div>
      {writes.map((write, index) => (
        <div key={write.id} className={parts.wide}>
          <p className={parts.note}>
            {index + 1}. <bdi>{write.what}</bdi>
          </p>
          <EditRequest
            request={requestOf(write, index === 0 ? connection.body : back.body)}
            az={azSetKey(write.id)}
          />
        </div>
      ))}
      <div className={styles.row}>
        <ActionButton
          label="Set this key on both ends"
          appearance="primary"
          right={rights.find(({ is }) => is !== 'allowed' && is !== 'unknown') ?? rights[0]}
          instead={busy ? UNDER_WAY : undefined}
          onClick={send}
        />
      </div>
      <div role="status" className={styles.section}>
        {first && <Told of={connection.name} write={first} />}
        {second && <Told of={back.name} write={second} />}
        {first && isHalf(first, second) && (
          <p className={parts.text}>
            <strong>
              Only <bdi>{connection.name}</bdi> has the new key.
            </strong>{' '}
            {half === 'gone' && 'The key is not here any more: make a new one and set it on both ends.'}
            {half === 'other' &&
              'The field above holds another key by now: set that on both ends, or enter the one that was sent.'}
            {half === 'here' && 'The key is still in the field above.'}{' '}
            {half === 'here' && (
              <Button size="small" onClick={() => sendSecond(key, first.key)}>
                Set it on {back.name} now
              </Button>
            )}
          </p>
        )}
        {states.some((one) => one !== undefined) && !busy && (
          <Button size="small" appearance="subtle" onClick={drop}>
            Dismiss
          </Button>
        )}
      </div>
    </>
  )
}

/** One end has it and the other will not get it by itself. */
function isHalf(first: QueuedWrite | undefined, second: QueuedWrite | undefined): boolean {
  if (first?.state.is !== 'done' || !second) return false
  return second.state.is === 'refused' || second.state.is === 'secretGone' || second.state.is === 'unknown'
}

function Told({ of, write }: { of: string; write: QueuedWrite }) {
  return (
    <div>
      <WriteTold
        write={write}
        done={
          <span>
            <bdi>{of}</bdi> has the new key.
          </span>
        }
      />
    </div>
  )
}
