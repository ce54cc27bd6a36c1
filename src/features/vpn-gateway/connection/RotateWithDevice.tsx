import { Button, Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import { isKeyGood, NewKeyField } from '../../../components/NewKeyField.tsx'
import { setKey } from '../../../model/edits/shared-key.ts'
import { azSetKey } from '../../../model/export/az-vpn.ts'
import type { Connection } from '../../../model/resources/vpn.ts'
import { useEdits, useWriteOf } from '../../../queries/use-edits.ts'
import { isUnderWay } from '../../../queries/write-queue.ts'
import parts from '../../../components/vpn/Parts.module.css'
import { WriteReview, WriteTold } from '../WriteReview.tsx'
import { gatewaysOf } from './ends.ts'
import rotate from './Rotate.module.css'

/** A new key that somebody carries to the device, then set in Azure. */
export function RotateWithDevice({ connection }: { connection: Connection }) {
  const { queue } = useEdits()
  const write = useWriteOf(connection.id, 'rotate-key')
  const [typed, setTyped] = useState('')
  const [carried, setCarried] = useState(false)
  const [asked, setAsked] = useState(false)
  const [sent, setSent] = useState<string>()
  const done = write?.state.is === 'done' && write.key === sent
  const key = done ? '' : typed
  const busy = write !== undefined && (isUnderWay(write.state) || write.state.is === 'waiting')
  const change = setKey(connection, 'rotate-key')

  function send() {
    setAsked(true)
    if (busy || !carried || !isKeyGood(key)) return
    setSent(queue.add(change, { secret: { value: key } }))
  }

  function type(value: string) {
    setTyped(value)
    setSent(undefined)
    setCarried(false)
    setAsked(false)
  }

  return (
    <>
      <p className={parts.text}>
        From the first change until both ends have the same key no tunnel can be negotiated. One that is up
        stays until it is renewed, so do both within minutes, at a quiet time.
      </p>
      <ol className={rotate.steps}>
        <li>
          <strong>Make the new key</strong>
          <NewKeyField
            label="New key for both ends"
            value={key}
            disabled={busy}
            asked={asked}
            onChange={type}
          />
        </li>
        <li>
          <strong>Carry it to the device</strong>
          <p className={parts.text}>
            Copy it and enter it there, for each of its tunnels to this gateway. It is not kept here: after a
            reload, or when this page is left, it has to be entered again.
          </p>
          <Checkbox
            label="The device has the new key"
            checked={carried && !done}
            disabled={busy || !isKeyGood(key)}
            onChange={(_, { checked }) => setCarried(checked === true)}
          />
          {asked && !carried && !done && (
            <p className={rotate.missing} role="alert">
              Enter the key in the device first, then say so here.
            </p>
          )}
        </li>
        <li>
          <strong>Set it in Azure</strong>
          <WriteReview
            write={change}
            resource={connection}
            touches={gatewaysOf(connection)}
            az={azSetKey(connection.id)}
            label="Set it in Azure"
            onSend={send}
          />
        </li>
      </ol>
      <div role="status">
        {write && (
          <WriteTold
            write={write}
            done={
              <>
                <span>
                  Azure has the new key. The tunnels are negotiated anew with it: see Overview in a minute.
                </span>{' '}
                <Button size="small" appearance="subtle" onClick={() => queue.drop(write.key)}>
                  Dismiss
                </Button>
              </>
            }
          />
        )}
      </div>
    </>
  )
}
