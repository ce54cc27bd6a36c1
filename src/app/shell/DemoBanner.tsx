import { BeakerRegular } from '@fluentui/react-icons'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { exactTime, minuteTime, sentenceList } from '../../model/format.ts'
import { useDemo, type Demo } from '../../queries/use-demo.ts'
import { useScope } from '../../queries/use-scope.ts'
import { troublesOn } from '../demo/troubles.ts'
import { togglePanel } from '../overlay.ts'
import styles from './DemoBanner.module.css'

/** Which trouble is on. Turning it off reads again at once: what stands on the page comes from the trouble. */
function Troubles({ demo }: { demo: Demo }) {
  const client = useQueryClient()
  const { subscriptions } = useScope()
  const [failed, setFailed] = useState(false)
  const names = troublesOn(demo.faults, subscriptions)

  async function turnOff() {
    try {
      await demo.setFaults([])
      await client.refetchQueries({ type: 'active' })
    } catch {
      setFailed(true)
    }
  }

  return (
    <>
      <bdi className={styles.troubles} title={sentenceList(names)}>
        {sentenceList(names)}.
      </bdi>
      <button
        type="button"
        className={styles.controls}
        aria-label="Turn off and read again"
        onClick={() => void turnOff()}
      >
        Turn off<span className={styles.wide}> and read again</span>
      </button>
      {failed && <span role="alert">The emulator did not answer; reload the page.</span>}
    </>
  )
}

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
        {demo.faults.length > 0 && (
          <>
            <strong>{nameOf(demo)} with trouble:</strong>
            <Troubles demo={demo} />
          </>
        )}
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
        <span className={styles.wide}>
          {scope !== '' && ` of ${scope}`}, taken {exactTime(Date.parse(takenAt))}, read-only. Nothing here
          reaches Azure
        </span>
        <span className={styles.narrow}>, {minuteTime(Date.parse(takenAt))}, read-only</span>
      </span>
    )
  }
  return (
    <>
      {demo.faults.length === 0 && <strong>{nameOf(demo)}.</strong>}
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

function nameOf({ opened }: Demo): string {
  if (opened?.snapshot) return 'Snapshot'
  return opened ? 'Estate file' : 'Demo'
}

function changes(persisted: boolean): string {
  return persisted
    ? '; changes stay in this browser.'
    : '; this browser does not let it store anything, so changes last until the page is closed.'
}
