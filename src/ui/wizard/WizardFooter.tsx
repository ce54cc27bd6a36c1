import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router-dom'
import styles from './WizardFooter.module.css'

interface WizardFooterProps {
  back?: string | undefined
  /** The main action, `Next: Sites`, and what stands beside it. */
  children?: ReactNode
  /** What the main action does, or why it leads elsewhere. */
  note?: string | undefined
  onClose?: (() => void) | undefined
}

/** Always in view: back, the one way on, and the way out that loses nothing. */
export function WizardFooter({ back, children, note, onClose }: WizardFooterProps) {
  const navigate = useNavigate()
  return (
    <div className={styles.footer} role="group" aria-label="Go on">
      {back !== undefined && <Button onClick={() => void navigate(back)}>Back</Button>}
      {children}
      <p className={styles.note} role="status">
        {note}
      </p>
      {onClose && (
        <Button appearance="subtle" className={styles.close} onClick={onClose}>
          Save and close
        </Button>
      )}
    </div>
  )
}
