import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { ActionButton } from '../../../components/ActionButton.tsx'
import { AskProblem } from '../../../components/AskProblem.tsx'
import { CopyButton } from '../../../components/CopyButton.tsx'
import { READ_KEY } from '../../../model/edits/shared-key.ts'
import type { HubError } from '../../../model/errors.ts'
import type { Connection } from '../../../model/resources/vpn.ts'
import { useDemo } from '../../../queries/use-demo.ts'
import { useRight } from '../../../queries/use-rights.ts'
import { useSharedKeyReader } from '../../../queries/use-shared-key.ts'
import styles from '../parts.module.css'
import { SHOWN_SECONDS, useShownFor } from '../../../ui/use-shown-for.ts'

type Asked =
  | { is: 'nothing' }
  | { is: 'asking' }
  | { is: 'failed'; error: HubError; wanted: 'show' | 'copy' }
  | { is: 'copied' }
  | { is: 'notCopied' }

/** The key on purpose: on the screen for half a minute, or on the clipboard without being shown. */
export function RevealKey({ connection }: { connection: Connection }) {
  const { id, name } = connection
  const read = useSharedKeyReader()
  const right = useRight(READ_KEY, id)
  const demo = useDemo() !== undefined
  const [asked, setAsked] = useState<Asked>({ is: 'nothing' })
  const { value, left, show, hide } = useShownFor()

  async function ask(wanted: 'show' | 'copy') {
    setAsked({ is: 'asking' })
    const answer = await read(id)
    if (!answer.ok) return setAsked({ is: 'failed', error: answer.error, wanted })
    if (wanted === 'show') {
      // Whoever went to another window meanwhile is not looking.
      if (document.visibilityState === 'visible') show(answer.value)
      return setAsked({ is: 'nothing' })
    }
    try {
      await navigator.clipboard.writeText(answer.value)
      setAsked({ is: 'copied' })
    } catch {
      setAsked({ is: 'notCopied' })
    }
  }

  return (
    <section className={styles.section} aria-labelledby="reveal-key">
      <h2 className={styles.heading} id="reveal-key">
        The key as Azure has it
      </h2>
      {value === undefined ? (
        <div className={styles.row}>
          <ActionButton
            label="Reveal the shared key"
            right={right}
            onClick={() => void (asked.is === 'asking' || ask('show'))}
          />
          <ActionButton
            label="Copy without showing"
            right={right}
            onClick={() => void (asked.is === 'asking' || ask('copy'))}
          />
        </div>
      ) : (
        <>
          <p className={styles.code} translate="no">
            <output aria-label={`Shared key of ${name}`}>
              <bdi>{value}</bdi>
            </output>
          </p>
          <div className={styles.row}>
            <Button onClick={hide}>Hide now</Button>
            <CopyButton text={value} label="Copy the shared key" />
            <span className={styles.note} aria-hidden>
              Hidden in {left} s
            </span>
          </div>
        </>
      )}
      <p className={styles.note} role="status">
        {asked.is === 'asking' && 'Asking Azure for the key…'}
        {asked.is === 'copied' && 'The key is on the clipboard. Copy something else when you have used it.'}
        {asked.is === 'notCopied' && 'Not copied: the browser refused the clipboard.'}
        {value !== undefined && `Shown for ${SHOWN_SECONDS} seconds.`}
      </p>
      <p className={styles.note}>
        It is hidden after {SHOWN_SECONDS} seconds, and at once when you go to another window, tab or page. It
        is never kept, logged or exported.
      </p>
      {asked.is === 'failed' && (
        <AskProblem
          what={`The shared key of ${name}`}
          scope={id}
          action={READ_KEY}
          error={asked.error}
          demo={demo}
          busy={false}
          onAgain={() => void ask(asked.wanted)}
        />
      )}
    </section>
  )
}
