import { Button } from '@fluentui/react-components'
import { EditRegular } from '@fluentui/react-icons'
import { lazy, Suspense, useEffect, useEffectEvent, useRef, useState } from 'react'
import { ActionButton } from '../../../components/ActionButton.tsx'
import { standing } from '../../../model/edits/edit.ts'
import { tagChanges, tagsEdit, tagsEditable, tagsOf } from '../../../model/edits/tags.ts'
import type { Resource } from '../../../model/resources/resource.ts'
import { useBeforeLeaving } from '../../../queries/use-before-leaving.ts'
import type { TagsDraft } from '../../../queries/drafts.ts'
import { useEdits, useTagsDraft, useWriteOf } from '../../../queries/use-edits.ts'
import { useRight } from '../../../queries/use-rights.ts'
import type { QueuedWrite } from '../../../queries/write-queue.ts'
import { ErrorBoundary } from '../../../ui/ErrorBoundary.tsx'
import { focusWhenFree } from '../../../ui/focus-again.ts'
import { Status } from '../actions/Status.tsx'
import { useOpenForm } from '../actions/use-open-form.ts'
import { draftOf, draftToPutBack } from './tags-draft.ts'
import styles from './TagsEditing.module.css'

const TagsDialog = lazy(async () => ({ default: (await import('./TagsDialog.tsx')).TagsDialog }))

/** Opens the form for the tags, and says below them how a change of them stands. */
export function TagsEditing({ resource }: { resource: Resource }) {
  const editable = tagsEditable(resource)
  if (editable.is === 'no') return <p className={styles.note}>{editable.why}</p>
  return <Editing resource={resource} />
}

function Editing({ resource }: { resource: Resource }) {
  const { id } = resource
  const { drafts } = useEdits()
  const draft = useTagsDraft(id)
  const write = useWriteOf(id, 'tags')
  const right = useRight(tagsEdit(resource, {}, []).action, id)
  const frame = useRef<HTMLDivElement>(null)
  // A form that was open when another page was gone to stays closed: that page's heading has the focus.
  const [here, setHere] = useState(draft?.restored === true)
  const open = here && draft?.open === true
  const typed = draft !== undefined && tagChanges(draft.base, draft.rows).length > 0
  useBeforeLeaving(typed, () => drafts.save())

  // The dialog has no trigger of Fluent's: it is opened from a draft, also after a reload.
  const wasOpen = useRef(open)
  useEffect(() => {
    if (wasOpen.current && !open) focusWhenFree(frame.current?.querySelector('button'))
    wasOpen.current = open
  }, [open])

  // What was open once stays, closed, so that it closes as it should.
  const [opened, setOpened] = useState(open)
  if (open && !opened) setOpened(true)

  const { topic: asked, close: forgetAsked } = useOpenForm()
  const opens = useEffectEvent(() => {
    forgetAsked()
    show(draft ?? draftOf(resource))
  })
  // The address is outside React: one that asks for the form opens it once, and from then on the draft tells.
  useEffect(() => {
    if (asked === 'tags') opens()
  }, [asked])

  function show(shown: TagsDraft) {
    setHere(true)
    drafts.keep({ ...shown, open: true, at: Date.now() })
  }

  return (
    <div ref={frame} className={styles.editing}>
      <ActionButton
        label="Edit tags"
        icon={<EditRegular />}
        right={right}
        onClick={() => show(draft ?? draftOf(resource))}
      />
      <div role="status" className={styles.status}>
        {!open && typed && <span className={styles.note}>What you typed is kept and not sent. </span>}
        {!open && write && (
          <Status write={write} done={<Done write={write} resource={resource} onPutBack={show} />} />
        )}
      </div>
      {opened && (
        <ErrorBoundary
          fallback={() => <p>The form could not be loaded. Reload the page: what is typed is kept.</p>}
        >
          <Suspense>
            <TagsDialog resource={resource} draft={here ? draft : undefined} write={write} right={right} />
          </Suspense>
        </ErrorBoundary>
      )}
    </div>
  )
}

interface DoneProps {
  write: QueuedWrite
  resource: Resource
  onPutBack: (draft: TagsDraft) => void
}

/** Said for as long as it is true: until somebody changes them again. */
function Done({ write: { key, write: edit, state }, resource, onPutBack }: DoneProps) {
  const { queue } = useEdits()
  if (edit.is !== 'edit' || state.is !== 'done' || standing(edit, resource.body) !== 'asWanted') return null
  const back = draftToPutBack(resource, edit)
  return (
    <>
      <span>
        The tags of <bdi>{edit.name}</bdi> were changed
        {state.by === 'reading' ? ': read from Azure, since no answer said so.' : '.'}
      </span>{' '}
      {back.lost.length > 0 && (
        <span className={styles.note}>
          The value of <bdi>{back.lost.join(', ')}</bdi> was cut out here, so it cannot be put back.{' '}
        </span>
      )}
      {tagChanges(tagsOf(resource), back.draft.rows).length > 0 && (
        <Button size="small" onClick={() => onPutBack(back.draft)}>
          Put back
        </Button>
      )}{' '}
      <Button size="small" appearance="subtle" onClick={() => queue.drop(key)}>
        Dismiss
      </Button>
    </>
  )
}
