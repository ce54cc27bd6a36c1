import { Button } from '@fluentui/react-components'
import styles from './Outdated.module.css'

interface OutdatedProps {
  onKeep: () => void
  onDiscard: () => void
}

/** Somebody changed the same in Azure since the form was opened: nothing is decided for the one who typed. */
export function Outdated({ onKeep, onDiscard }: OutdatedProps) {
  return (
    <section className={styles.outdated} aria-label="Changed in Azure">
      <p className={styles.text}>
        This changed in Azure since you began. What changes below is measured against what Azure has now.
        Nothing is sent before you choose.
      </p>
      <Button size="small" onClick={onKeep}>
        Keep what I typed
      </Button>
      <Button size="small" onClick={onDiscard}>
        Begin again from what Azure has
      </Button>
    </section>
  )
}
