import { Button } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import { Age } from '../../../components/Age.tsx'
import { VerdictIcon } from '../../../components/VerdictIcon.tsx'
import { standing } from '../../../model/edits/edit.ts'
import { canBePutBack } from '../../../model/edits/put-back.ts'
import type { QueuedWrite } from '../../../model/edits/write-state.ts'
import type { Write } from '../../../model/edits/write.ts'
import type { Resource } from '../../../model/resources/resource.ts'
import { useEdits } from '../../../queries/use-edits.ts'
import { bodyOfEdited } from './body-of-edited.ts'
import styles from './Done.module.css'

const PutBack = lazy(async () => ({ default: (await import('./PutBack.tsx')).PutBack }))

interface DoneProps {
  write: QueuedWrite
  resource: Resource | undefined
}

/** A write that went well. An edit can be put back for as long as Azure has what it wanted. */
export function Done({ write: { key, write, state }, resource }: DoneProps) {
  const { queue } = useEdits()
  const [back, setBack] = useState<'never' | 'open' | 'closed'>('never')
  if (state.is !== 'done') return null
  const body = resource && bodyOfEdited(resource, write.id)
  const edit =
    write.is === 'edit' && canBePutBack(write) && body && standing(write, body) === 'asWanted'
      ? write
      : undefined
  return (
    <div className={styles.done}>
      <VerdictIcon verdict="healthy" alone />
      <span className={styles.text}>
        {doneWords(write)}
        {state.by === 'reading' && ': read from Azure, since no answer said so'},{' '}
        <Age at={state.at} style="ago" />.
      </span>
      {edit && (
        <Button size="small" onClick={() => setBack('open')}>
          Put back
        </Button>
      )}
      <Button size="small" appearance="subtle" onClick={() => queue.drop(key)}>
        Dismiss
      </Button>
      {edit && resource && body && back !== 'never' && (
        <Suspense>
          <PutBack
            edit={edit}
            page={resource}
            body={body}
            open={back === 'open'}
            onClose={() => setBack('closed')}
          />
        </Suspense>
      )}
    </div>
  )
}

function doneWords({ is, what }: Write): string {
  return is === 'edit' ? `Changed: ${what}` : `Done: ${what}`
}
