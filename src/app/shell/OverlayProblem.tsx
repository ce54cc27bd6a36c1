import { Button } from '@fluentui/react-components'
import { closeOverlay } from '../overlay.ts'
import styles from './OverlayProblem.module.css'

/** A part that is loaded late did not come: a lost network, or a new version on the server. */
export function OverlayProblem({ onClose = closeOverlay }: { onClose?: () => void }) {
  return (
    <div className={styles.problem} role="alert">
      <p className={styles.text}>
        This part of the app could not be loaded. Check the network, then reload the page.
      </p>
      <Button size="small" onClick={() => window.location.reload()}>
        Reload
      </Button>
      <Button size="small" appearance="subtle" onClick={onClose}>
        Close
      </Button>
    </div>
  )
}
