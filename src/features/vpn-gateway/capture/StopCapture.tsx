import { Field, Input } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { type Captured, sasProblem, stopCapture } from '../../../model/edits/packet-capture.ts'
import { azCapture } from '../../../model/export/az-vpn.ts'
import { useEdits, useWriteOf } from '../../../queries/use-edits.ts'
import { focusWrong, UNDER_WAY } from '../focus-wrong.ts'
import parts from '../../../components/vpn/Parts.module.css'
import styles from '../parts.module.css'
import { WriteReview } from '../WriteReview.tsx'

interface StopCaptureProps {
  resource: Captured
  disabled: boolean
  /** A capture is known to run. */
  expected: boolean
}

/** Where the packets go. The SAS URL lets whoever has it write there: it lives in this field and in memory only. */
export function StopCapture({ resource, disabled, expected }: StopCaptureProps) {
  const { queue } = useEdits()
  const write = useWriteOf(resource.id, 'capture')
  const [typed, setTyped] = useState('')
  const [sent, setSent] = useState<string>()
  const [asked, setAsked] = useState(false)
  const part = useRef<HTMLElement>(null)
  // What was taken is not needed any more; what was refused stays to be sent again.
  const url = write?.state.is === 'done' && write.key === sent ? '' : typed
  const problem = asked || url !== '' ? sasProblem(url.trim()) : undefined

  function send() {
    flushSync(() => setAsked(true))
    if (sasProblem(url.trim()) !== undefined) return focusWrong(part.current)
    setSent(queue.add(stopCapture(resource), { secret: { sasUrl: url.trim() } }))
    setAsked(false)
  }

  return (
    <section ref={part} className={styles.section} aria-labelledby="stop-capture">
      <h2 className={parts.heading} id="stop-capture">
        {expected ? 'Stop the capture' : 'Stop a capture'}
      </h2>
      <Field
        label="SAS URL of a storage container"
        hint="With the right to create and write, and valid for as long as the capture may take."
        className={styles.field}
        validationMessage={problem}
        validationState={problem === undefined ? 'none' : 'error'}
      >
        <Input
          type="password"
          autoComplete="off"
          value={url}
          disabled={disabled}
          onChange={(_, { value }) => {
            setTyped(value)
            setSent(undefined)
          }}
        />
      </Field>
      <WriteReview
        write={stopCapture(resource)}
        resource={resource}
        az={azCapture(resource.id, 'stop')}
        instead={disabled ? UNDER_WAY : undefined}
        label="Stop the capture"
        onSend={send}
      />
    </section>
  )
}
