import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { Result } from '../lib/result.ts'
import type { HubError } from '../model/errors.ts'
import type { Right } from '../model/rights/right.ts'
import { SHOWN_SECONDS, useShownFor } from '../ui/use-shown-for.ts'
import { ActionButton } from './ActionButton.tsx'
import { AskProblem } from './AskProblem.tsx'
import { CopyButton } from './CopyButton.tsx'
import styles from './RevealSecret.module.css'

type Asked =
  | { is: 'nothing' }
  | { is: 'asking' }
  | { is: 'failed'; error: HubError; wanted: 'show' | 'copy' }
  | { is: 'copied' }
  | { is: 'notCopied' }

interface RevealSecretProps {
  /** In a sentence: `shared key`. */
  words: string
  /** Whose it is. */
  name: string
  /** ARM id that the right is asked at. */
  scope: string
  /** The right it needs, in ARM's spelling. */
  action: string
  right: Right
  demo: boolean
  /** Asks Azure; what it gives is kept here alone. */
  read: () => Promise<Result<string, HubError>>
}

/** A secret on purpose: on the screen for half a minute, or on the clipboard without being shown. */
export function RevealSecret({ words, name, scope, action, right, demo, read }: RevealSecretProps) {
  const [asked, setAsked] = useState<Asked>({ is: 'nothing' })
  const { value, left, show, hide } = useShownFor()

  async function ask(wanted: 'show' | 'copy') {
    setAsked({ is: 'asking' })
    const answer = await read()
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
    <>
      {value === undefined ? (
        <div className={styles.row}>
          <ActionButton
            label={`Reveal the ${words}`}
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
            <output aria-label={`${capital(words)} of ${name}`}>
              <bdi>{value}</bdi>
            </output>
          </p>
          <div className={styles.row}>
            <Button onClick={hide}>Hide now</Button>
            <CopyButton text={value} label={`Copy the ${words}`} />
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
          what={`The ${words} of ${name}`}
          scope={scope}
          action={action}
          error={asked.error}
          demo={demo}
          busy={false}
          onAgain={() => void ask(asked.wanted)}
        />
      )}
    </>
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
