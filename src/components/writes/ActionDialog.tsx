import { Button, Field, Input } from '@fluentui/react-components'
import { type ReactNode, useRef, useState } from 'react'
import type { Consequences as Facts } from '../../model/edits/consequences.ts'
import { secretOf, type Write } from '../../model/edits/write.ts'
import { azNetwork } from '../../model/export/az-network.ts'
import type { ShownRequest } from '../../model/requests/logged-request.ts'
import type { Right } from '../../model/rights/right.ts'
import { rightWords } from '../../model/rights/words.ts'
import { ActionButton } from '../ActionButton.tsx'
import { Consequences } from './Consequences.tsx'
import { EditChanges } from './EditChanges.tsx'
import { EditRequest } from './EditRequest.tsx'
import { FormBody, FormDialog, goToWrong } from './FormDialog.tsx'
import styles from './ActionDialog.module.css'

export interface ActionDialogProps {
  open: boolean
  onClose: () => void
  title: ReactNode
  /** The fields, where there are any. One with `aria-invalid` is gone to instead of sending. */
  children?: ReactNode
  consequences: Facts
  /** What is sent, in its order. */
  steps: readonly { write: Write; request: ShownRequest }[]
  /** A name that has to be typed before anything is sent. */
  confirm?: string | undefined
  /** Why nothing can be sent yet; absent: it can. */
  notYet?: string | undefined
  /** What stands in the way of it. */
  right: Right
  /** On the button: a verb. */
  verb: string
  onSend: () => void
  sending: boolean
  /** It was done: the way on is to close the form. Sending it once more stays possible. */
  done?: boolean
  /** How what was sent stands. */
  status?: ReactNode
  /**
   * The title once all that was asked here is done: then nothing else is left to do in the form but to close it. Absent: the fields stay,
   * for the next change.
   */
  ended?: ReactNode
}

/** The form of an action: its fields, what it does, the exact requests, and the button that sends them. */
export function ActionDialog({ open, onClose, ...form }: ActionDialogProps) {
  return (
    <FormDialog open={open} onClose={onClose}>
      <Form {...form} onClose={onClose} />
    </FormDialog>
  )
}

function Form({
  title,
  children,
  consequences,
  steps,
  confirm,
  notYet,
  right,
  verb,
  onSend,
  sending,
  done = false,
  status,
  ended,
  onClose,
}: Omit<ActionDialogProps, 'open'>) {
  const form = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState('')
  // What was done before the form was opened is no end of it.
  const [sent, setSent] = useState(sending)
  if (sending && !sent) setSent(true)
  const missing = right.is === 'reading' ? undefined : rightWords(right)
  const why = whyNot({ sending, notYet, unconfirmed: confirm !== undefined && typed.trim() !== confirm })
  const requestOf = ({ write, request }: ActionDialogProps['steps'][number]) => (
    <EditRequest
      key={`${write.topic} ${write.id}`}
      request={request}
      az={azNetwork(write)}
      name={steps.length > 1 ? write.name : undefined}
    />
  )
  const edits = steps.flatMap(({ write }) => (write.is === 'edit' ? [write] : []))

  if (ended !== undefined && sent && done)
    return (
      <FormBody
        form={form}
        title={ended}
        status={status}
        actions={
          <Button appearance="primary" onClick={onClose}>
            Close
          </Button>
        }
      />
    )
  return (
    <FormBody
      form={form}
      title={title}
      status={status}
      actions={
        <>
          <Button {...(done && { appearance: 'primary' })} onClick={onClose}>
            Close
          </Button>
          {why === undefined ? (
            <ActionButton
              label={verb}
              {...(!done && { appearance: 'primary' })}
              right={right}
              onClick={() => goToWrong(form.current) || onSend()}
            />
          ) : (
            <Button {...(!done && { appearance: 'primary' })} disabledFocusable title={why}>
              {verb}
            </Button>
          )}
        </>
      }
    >
      {children}
      {edits.map((edit) => (
        <EditChanges
          key={`${edit.topic} ${edit.id}`}
          changes={edit.changes}
          secret={secretOf(edit)}
          effect={edit.effect}
        />
      ))}
      <Consequences facts={consequences} steps={steps.map(({ write }) => write)} />
      {notYet === undefined && steps.length > 0 && (
        <section aria-label="Requests">
          {steps.length > 1 && <h3 className={styles.heading}>{steps.length} requests, one after another</h3>}
          {steps.slice(0, LISTED).map(requestOf)}
          {steps.length > LISTED && (
            <details>
              <summary>{steps.length - LISTED} more requests</summary>
              {steps.slice(LISTED).map(requestOf)}
            </details>
          )}
        </section>
      )}
      {missing && (
        <p className={styles.missing}>
          <strong>{missing.what}</strong> {missing.remedy}
        </p>
      )}
      {confirm !== undefined && (
        <Field label={<>Type {<bdi className={styles.name}>{confirm}</bdi>} to confirm</>}>
          <Input
            value={typed}
            data-confirm
            autoComplete="off"
            spellCheck={false}
            disabled={sending}
            onChange={(_, { value }) => setTyped(value)}
          />
        </Field>
      )}
    </FormBody>
  )
}

/** How many requests stand there before the rest is folded. */
const LISTED = 12

interface Obstacles extends Pick<ActionDialogProps, 'sending' | 'notYet'> {
  unconfirmed: boolean
}

function whyNot({ sending, notYet, unconfirmed }: Obstacles): string | undefined {
  if (sending) return 'A change is on its way'
  if (notYet !== undefined) return notYet
  return unconfirmed ? 'Type the name first' : undefined
}
