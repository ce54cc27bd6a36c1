import { BeakerRegular } from '@fluentui/react-icons'
import { useDemo } from '../../queries/use-demo.ts'
import { togglePanel } from '../overlay.ts'
import styles from './DemoBanner.module.css'

/** Says for as long as it is true that nothing here is real. */
export function DemoBanner() {
  const demo = useDemo()
  if (!demo) return null
  return (
    <div className={styles.banner}>
      <p className={styles.text}>
        <span className={styles.icon} aria-hidden>
          <BeakerRegular />
        </span>
        <strong>Demo.</strong>
        <span className={styles.more}>
          <span className={styles.wide}>A made-up estate on an embedded ARM emulator. </span>
          Nothing here reaches Azure
          <span className={styles.wide}>
            {demo.persisted
              ? '; changes stay in this browser.'
              : '; this browser does not let it store anything, so changes last until the page is closed.'}
          </span>
        </span>
      </p>
      <button
        type="button"
        id="demo-controls"
        className={styles.controls}
        aria-haspopup="dialog"
        onClick={(event) => togglePanel('demo', event.currentTarget)}
      >
        Demo controls
      </button>
    </div>
  )
}
