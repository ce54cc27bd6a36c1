import { CheckmarkRegular, CopyRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import styles from './CopyButton.module.css'

interface CopyButtonProps {
  text: string
  /** A verb and what: "Copy resource id". */
  label: string
  /** Shows the label instead of an icon. */
  worded?: boolean
}

type Outcome = 'none' | 'copied' | 'refused'

const SHOWN_FOR = 2_000

const SAID: Record<Outcome, string> = {
  none: '',
  copied: 'Copied',
  refused: 'Not copied: the browser refused the clipboard',
}

/** Copies, and says so; also says when the browser does not let it. */
export function CopyButton({ text, label, worded = false }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>('none')

  async function copy() {
    setOutcome(await write(text))
    setTimeout(setOutcome, SHOWN_FOR, 'none')
  }

  return (
    <span className={styles.frame}>
      <button
        type="button"
        className={`${styles.button} ${worded ? styles.worded : ''}`}
        title={worded ? undefined : label}
        aria-label={worded ? undefined : label}
        onClick={() => void copy()}
      >
        {worded ? (
          label
        ) : (
          <span className={styles.icon} aria-hidden>
            {outcome === 'copied' ? <CheckmarkRegular /> : <CopyRegular />}
          </span>
        )}
      </button>
      <span className={styles.said} role="status">
        {SAID[outcome]}
      </span>
    </span>
  )
}

/** The clipboard is missing on an insecure origin and may be denied on any. */
async function write(text: string): Promise<Outcome> {
  try {
    await navigator.clipboard.writeText(text)
    return 'copied'
  } catch {
    return 'refused'
  }
}
