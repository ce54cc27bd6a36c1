import { Button } from '@fluentui/react-components'
import { useRef } from 'react'
import { ActionButton } from '../../../components/ActionButton.tsx'
import { EditChanges } from '../../../components/writes/EditChanges.tsx'
import { EditRequest } from '../../../components/writes/EditRequest.tsx'
import { FormBody, FormDialog, goToWrong } from '../../../components/writes/FormDialog.tsx'
import { type TagProblem, tagProblems } from '../../../model/edits/tag-rules.ts'
import { tagChanges, tagsEdit, tagsOf } from '../../../model/edits/tags.ts'
import { sameJson } from '../../../model/edits/edit.ts'
import type { Resource } from '../../../model/resources/resource.ts'
import type { Right } from '../../../model/rights/right.ts'
import type { TagRow, TagsDraft } from '../../../queries/drafts.ts'
import { requestOf } from '../../../queries/edit-request.ts'
import { useEdits } from '../../../queries/use-edits.ts'
import { isUnderWay, type QueuedWrite } from '../../../queries/write-queue.ts'
import { Status } from '../actions/Status.tsx'
import { TagConflict } from './TagConflict.tsx'
import { TagRows } from './TagRows.tsx'
import styles from './TagsDialog.module.css'

interface TagsDialogProps {
  resource: Resource
  /** `undefined`, or not open: the dialog closes. */
  draft: TagsDraft | undefined
  write: QueuedWrite | undefined
  right: Right
}

/** The form for the tags of a resource. What is typed lives in the draft: closing, a reload or a sign-in loses nothing. */
export function TagsDialog({ resource, draft, write, right }: TagsDialogProps) {
  const { drafts } = useEdits()

  function close() {
    if (!draft) return
    if (tagChanges(draft.base, draft.rows).length === 0) drafts.forget('tags', resource.id)
    else drafts.keep({ ...draft, open: false })
  }

  return (
    <FormDialog open={draft?.open === true} onClose={close}>
      {draft && <TagsForm resource={resource} draft={draft} write={write} right={right} onClose={close} />}
    </FormDialog>
  )
}

interface TagsFormProps extends TagsDialogProps {
  draft: TagsDraft
  onClose: () => void
}

function TagsForm({ resource, draft, write, right, onClose }: TagsFormProps) {
  const { drafts, queue } = useEdits()
  const form = useRef<HTMLDivElement>(null)

  const edit = tagsEdit(resource, draft.base, draft.rows)
  const problems = tagProblems(draft.rows, draft.base)
  const sendable = edit.changes.length > 0 && !problems.some(({ is }) => is === 'error')
  const sending = write !== undefined && isUnderWay(write.state)
  const conflict = !sending && !sameJson(draft.base, tagsOf(resource))

  function keep(change: Partial<Pick<TagsDraft, 'rows' | 'base'>>) {
    // What was wanted before is not wanted any more.
    if (write && !sending && write.state.is !== 'done') queue.drop(write.key)
    drafts.keep({ ...draft, ...change, at: Date.now() })
  }

  function apply() {
    if (goToWrong(form.current)) return
    if (edit.changes.length > 0 && !conflict) queue.add(edit)
  }

  return (
    <FormBody
      form={form}
      title={
        <>
          Edit the tags of <bdi>{resource.name}</bdi>
        </>
      }
      status={
        <>
          {write && <Status write={write} />}
          <Overall problems={problems} />
        </>
      }
      actions={
        <>
          {edit.changes.length > 0 && !sending && (
            <span className={styles.kept}>Closing keeps what you typed.</span>
          )}
          <Button onClick={onClose}>Close</Button>
          {sending || edit.changes.length === 0 || conflict ? (
            <Button appearance="primary" disabledFocusable title={whyNotYet(sending, conflict)}>
              Apply
            </Button>
          ) : (
            <ActionButton label="Apply" appearance="primary" right={right} onClick={apply} />
          )}
        </>
      }
    >
      {conflict && <TagConflict draft={draft} now={tagsOf(resource)} onChoose={keep} />}
      <TagRows
        rows={draft.rows}
        base={draft.base}
        problems={problems}
        disabled={sending}
        onChange={(rows: TagRow[]) => keep({ rows })}
      />
      <EditChanges changes={edit.changes} effect={edit.effect} />
      {sendable && <EditRequest request={requestOf(edit, resource.body)} />}
    </FormBody>
  )
}

function whyNotYet(sending: boolean, conflict: boolean): string {
  if (sending) return 'A change is on its way'
  return conflict ? 'Choose first what becomes of the change in Azure' : 'Nothing is changed yet'
}

/** What is wrong with all of them together. */
function Overall({ problems }: { problems: readonly TagProblem[] }) {
  const errors = problems.filter(({ is }) => is === 'error')
  const whole = errors.find(({ row }) => row === undefined)
  return whole ? <p className={styles.error}>{whole.text}</p> : null
}
