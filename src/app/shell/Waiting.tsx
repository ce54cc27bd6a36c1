import { useIsFetching } from '@tanstack/react-query'
import { useState, useSyncExternalStore, type ReactNode } from 'react'
import { useTimeText } from '../../components/now.ts'
import { duration } from '../../model/format.ts'
import { useAzure } from '../../queries/use-azure.ts'
import styles from './StatusLine.module.css'

/** From then on a reading is called long. */
const LONG = 10_000

/**
 * What a reading waits for, once it takes long or Azure asked to wait, in place of its one child. That stays where it is: put
 * anew, it would ask for what it shows anew, and there would be something to wait for.
 */
export function Waiting({ children }: { children: ReactNode }) {
  const reading = useIsFetching() > 0
  return (
    <>
      {reading && <Reading />}
      {children}
    </>
  )
}

/** There as long as something is being read. */
function Reading() {
  const [since] = useState(() => Date.now())
  const { pause } = useAzure()
  const pausedUntil = useSyncExternalStore(pause.subscribe, pause.getSnapshot)
  const left = useTimeText((now) => (pausedUntil > now ? duration(pausedUntil - now + 999) : ''))
  const elapsed = useTimeText((now) => (now - since >= LONG ? duration(now - since) : ''))
  // The seconds are for the eye: read aloud each second they would drown everything else.
  if (left !== '') {
    return (
      <span role="status" className={`${styles.source} ${styles.instead}`}>
        Azure asked to wait<span aria-hidden>: {left}</span>
      </span>
    )
  }
  if (elapsed === '') return null
  return (
    <span role="status" className={`${styles.source} ${styles.instead}`}>
      Still reading<span aria-hidden>, {elapsed}</span>
    </span>
  )
}
