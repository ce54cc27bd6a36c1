import { Button } from '@fluentui/react-components'
import { AloneFrame } from './AloneFrame.tsx'
import styles from './Page.module.css'

interface StartProblemProps {
  what: string
  why: string
  remedy: string
}

/** The app did not start, and says what was wrong rather than showing a made-up estate. */
export function StartProblem({ what, why, remedy }: StartProblemProps) {
  return (
    <AloneFrame>
      <div className={styles.page} role="alert">
        <h1 className={styles.title}>{what}</h1>
        <p className={styles.text}>{why}</p>
        <p className={styles.text}>{remedy}</p>
        <div className={styles.actions}>
          <Button appearance="primary" onClick={() => window.location.reload()}>
            Try again
          </Button>
        </div>
      </div>
    </AloneFrame>
  )
}
