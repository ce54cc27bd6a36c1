import type { ReactNode } from 'react'
import type { JsonObject } from '../../../../lib/json.ts'
import { ActionDialog } from '../../../../components/writes/ActionDialog.tsx'
import type { Consequences } from '../../../../model/edits/consequences.ts'
import type { Topic } from '../../../../model/edits/topics.ts'
import { secretOf, type Write } from '../../../../model/edits/write.ts'
import type { Resource } from '../../../../model/resources/resource.ts'
import { useAction } from '../../../../queries/use-action.ts'
import { Locked } from '../Locked.tsx'
import { Outdated } from '../Outdated.tsx'
import { Statuses } from '../Statuses.tsx'
import styles from './Configure.module.css'

/** What of a form's draft decides whether it can be sent; see `useForm`. */
interface FormState {
  outdated: unknown
  rebase: () => void
  discard: () => void
}

interface ConfigureDialogProps {
  resource: Resource
  topic: Topic
  open: boolean
  onClose: () => void
  title: ReactNode
  form: FormState
  /** What the form comes to. */
  write: Write
  /** What goes with it apart. */
  secret?: JsonObject | undefined
  consequences: Consequences
  /** Why it cannot be sent yet, beside its being unchanged. */
  notYet?: string | undefined
  verb?: string
  confirm?: string | undefined
  children?: ReactNode
  /** See `ActionDialog`. */
  ended?: ReactNode
}

/** The form of a change of settings: what was typed over what changed in Azure meanwhile is asked about before it is sent. */
export function ConfigureDialog({
  resource,
  topic,
  form,
  write,
  secret,
  notYet,
  verb = 'Apply',
  children,
  ...dialog
}: ConfigureDialogProps) {
  const { writes, send, ...action } = useAction(resource, topic, [write])
  const unchanged = write.is === 'edit' && write.changes.length === 0 && secretOf(write) === undefined
  const outdated = form.outdated !== undefined

  return (
    <ActionDialog
      {...dialog}
      {...action}
      verb={verb}
      notYet={
        outdated
          ? 'Choose first what becomes of the change in Azure'
          : (notYet ?? (unchanged ? 'Nothing is changed yet' : undefined))
      }
      onSend={() => send(secretOf(write) === undefined ? {} : { secret })}
      status={<Statuses writes={writes} resource={resource} />}
    >
      {action.sending && <Locked />}
      <fieldset className={styles.lock} disabled={action.sending}>
        {outdated && <Outdated onKeep={form.rebase} onDiscard={form.discard} />}
        {children}
      </fieldset>
    </ActionDialog>
  )
}
