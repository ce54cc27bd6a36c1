import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { SHOWN_SECONDS } from '../../ui/use-shown-for.ts'
import styles from './DevicePanel.module.css'

interface KeyInFileProps {
  /** Seconds until it is taken out; `undefined` while it is not in. */
  left: number | undefined
  /** What puts it in. */
  putIn: ReactNode
  onTakeOut: () => void
  /** Said while it is not in. */
  note: string
}

/** The key stays a placeholder until somebody wants it in, and goes again by itself. */
export function KeyInFile({ left, putIn, onTakeOut, note }: KeyInFileProps) {
  return (
    <div className={styles.key}>
      {left === undefined ? putIn : <Button onClick={onTakeOut}>Take the key out</Button>}
      <p className={styles.note} role="status">
        {left === undefined
          ? note
          : `The key is in the configuration for ${SHOWN_SECONDS} seconds, or until you go to another window, tab or page.`}
      </p>
      {left !== undefined && (
        <span className={styles.note} aria-hidden>
          {left} s left
        </span>
      )}
    </div>
  )
}
