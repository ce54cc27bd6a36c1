import { Field, Input } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import {
  type LogPlace,
  placeProblems,
  troubleshoot,
  type Troubleshot,
  type Watcher,
} from '../../../model/edits/troubleshoot.ts'
import type { QueuedWrite } from '../../../model/edits/write-state.ts'
import { azTroubleshoot } from '../../../model/export/az-vpn.ts'
import { useEdits } from '../../../queries/use-edits.ts'
import { isUnderWay } from '../../../queries/write-queue.ts'
import { focusWrong, UNDER_WAY } from '../focus-wrong.ts'
import parts from '../../../components/vpn/Parts.module.css'
import styles from '../parts.module.css'
import { WriteReview } from '../WriteReview.tsx'

interface StartTroubleshootingProps {
  watcher: Watcher
  resource: Troubleshot
  /** The run before, or the one under way. */
  write: QueuedWrite | undefined
}

/** Where the logs go, which Azure wants before it looks at anything. */
export function StartTroubleshooting({ watcher, resource, write }: StartTroubleshootingProps) {
  const { queue } = useEdits()
  const [place, setPlace] = useState<LogPlace>({ storageId: '', storagePath: '' })
  const [asked, setAsked] = useState(false)
  const part = useRef<HTMLElement>(null)
  const problems = placeProblems(place)
  const busy = write !== undefined && (isUnderWay(write.state) || write.state.is === 'waiting')
  const run = troubleshoot(watcher, resource, place)

  function send() {
    if (Object.keys(problems).length === 0) {
      queue.add(run)
      return
    }
    // What is wrong has to be drawn before it can be gone to.
    flushSync(() => setAsked(true))
    focusWrong(part.current)
  }

  const field = (name: keyof LogPlace, label: string, hint: string) => {
    const text = asked || place[name] !== '' ? problems[name] : undefined
    return (
      <Field
        label={label}
        hint={hint}
        validationState={text === undefined ? 'none' : 'error'}
        validationMessage={text}
      >
        <Input
          value={place[name]}
          autoComplete="off"
          spellCheck={false}
          disabled={busy}
          aria-invalid={text === undefined ? undefined : true}
          onChange={(_, { value }) => setPlace({ ...place, [name]: value })}
        />
      </Field>
    )
  }

  return (
    <section ref={part} className={styles.section} aria-labelledby="start-troubleshoot">
      <h3 className={parts.heading} id="start-troubleshoot">
        Start a run
      </h3>
      <div className={parts.wide}>
        {field(
          'storageId',
          'Storage account',
          'Its resource id; you need the right to write into it, and it should be in the region of the gateway',
        )}
        {field('storagePath', 'Container', 'https://account.blob.core.windows.net/container')}
      </div>
      <WriteReview
        write={run}
        resource={resource}
        az={azTroubleshoot(resource.id, place)}
        label="Start troubleshooting"
        instead={busy ? UNDER_WAY : undefined}
        onSend={send}
      />
    </section>
  )
}
