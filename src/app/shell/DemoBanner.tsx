import { BeakerRegular } from '@fluentui/react-icons'
import { exactTime } from '../../model/format.ts'
import { useDemo, type Demo } from '../../queries/use-demo.ts'
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
        <Said demo={demo} />
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

function Said({ demo }: { demo: Demo }) {
  const { opened, persisted } = demo
  if (opened?.snapshot) {
    const { scope, takenAt } = opened.snapshot
    return (
      <span className={styles.more}>
        <strong>Snapshot</strong>
        {scope !== '' && ` of ${scope}`}, taken {exactTime(Date.parse(takenAt))}, read-only
        <span className={styles.wide}>. Nothing here reaches Azure</span>
      </span>
    )
  }
  return (
    <>
      <strong>{opened ? 'Estate file.' : 'Demo.'}</strong>
      <span className={styles.more}>
        <span className={styles.wide}>
          {opened
            ? `${demo.estate} on an embedded ARM emulator. `
            : 'A made-up estate on an embedded ARM emulator. '}
        </span>
        Nothing here reaches Azure
        {opened?.readOnly ? ', read-only' : <span className={styles.wide}>{changes(persisted)}</span>}
      </span>
    </>
  )
}

function changes(persisted: boolean): string {
  return persisted
    ? '; changes stay in this browser.'
    : '; this browser does not let it store anything, so changes last until the page is closed.'
}
