import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import styles from './DraftNote.module.css'
import { timeOf } from './draft-time.ts'
import { useShownWizard } from './shown-wizard.ts'

/** The button that asked is gone. One and the same function, so that it is called once. */
const lead = (button: HTMLButtonElement | null) => button?.focus()

/** When the draft was kept, and the ways to it and out of it. */
export function DraftNote() {
  const { savedAt, discard, home } = useShownWizard()
  const [asked, setAsked] = useState(false)
  if (savedAt === undefined) return <p className={styles.note}>Nothing chosen or typed yet.</p>
  return (
    <div className={styles.note}>
      <p className={styles.line}>Draft saved {timeOf(savedAt)}.</p>
      {asked ? (
        <div role="group" aria-label="Discard this draft">
          <p className={styles.line}>
            Everything typed here goes, and the keys with it. No resource in Azure is deleted.
          </p>
          <div className={styles.buttons}>
            <Button size="small" ref={lead} onClick={() => setAsked(false)}>
              Keep
            </Button>
            <Button size="small" onClick={discard}>
              Discard draft
            </Button>
          </div>
        </div>
      ) : (
        <p className={styles.line}>
          <Link className={styles.link} to={home}>
            Drafts
          </Link>{' '}
          ·{' '}
          <button type="button" className={styles.link} onClick={() => setAsked(true)}>
            Discard
          </button>
        </p>
      )}
    </div>
  )
}
