import { Button } from '@fluentui/react-components'
import { useState } from 'react'
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
import styles from '../parts.module.css'
import { WriteTold } from '../WriteReview.tsx'
import { isKeyGood, NewKeyField } from './NewKeyField.tsx'

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
  const writes = [setKey(connection, 'rotate-key'), setKey(back, 'rotate-key')] as const
  const states = [useWriteOf(connection.id, 'rotate-key'), useWriteOf(back.id, 'rotate-key')] as const
  const rights = [useRight(writes[0].action, connection.id), useRight(writes[1].action, back.id)] as const
  const [first, second] = states
  const busy = states.some((one) => one && (isUnderWay(one.state) || one.state.is === 'waiting'))
  const done = states.every((one) => one?.state.is === 'done')
  const key = done ? '' : typed

  function send() {
    setAsked(true)
    if (busy || !isKeyGood(key)) return
    const secret = { value: key }
    const after = queue.add(writes[0], { secret })
    queue.add(writes[1], { secret, after })
  }

  function drop() {
    for (const one of states) if (one) queue.drop(one.key)
    setTyped('')
    setAsked(false)
  }

  return (
    <>
      <p className={styles.text}>
        The same new key is set on <bdi>{connection.name}</bdi> and then on{' '}
        <ResourceLink id={back.id} name={back.name} />. Between the two the ends hold different keys: a tunnel
        that is renewed in that minute drops, and comes back when both have the new key. If the second is not
        carried out, send it again or rotate anew: until then the ends differ.
      </p>
      <NewKeyField
        label="New key for both ends"
        value={key}
        disabled={busy}
        asked={asked}
        onChange={(value) => {
          setTyped(value)
          setAsked(false)
        }}
      />
      {writes.map((write, index) => (
        <EditRequest
          key={write.id}
          request={requestOf(write, index === 0 ? connection.body : back.body)}
          az={azSetKey(write.id)}
        />
      ))}
      <div className={styles.row}>
        <ActionButton
          label="Set this key on both ends"
          appearance="primary"
          right={rights.find(({ is }) => is !== 'allowed' && is !== 'unknown') ?? rights[0]}
          onClick={send}
        />
      </div>
      <div role="status" className={styles.section}>
        {first && <Told of={connection.name} write={first} />}
        {second && <Told of={back.name} write={second} />}
        {isHalf(first, second) && (
          <p className={styles.text}>
            <strong>
              Only <bdi>{connection.name}</bdi> has the new key.
            </strong>{' '}
            {key === ''
              ? 'The key is not here any more: make a new one and set it on both ends.'
              : 'The key is still in the field above.'}{' '}
            {key !== '' && (
              <Button size="small" onClick={() => queue.add(writes[1], { secret: { value: key } })}>
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
