import { useIsFetching } from '@tanstack/react-query'
import { useState, useSyncExternalStore, type ReactNode } from 'react'
import { useTimeText } from '../../components/now.ts'
import { duration } from '../../model/format.ts'
import { useAzure } from '../../queries/use-azure.ts'
import styles from './StatusLine.module.css'

/** From then on a reading is called long. */
const LONG = 10_000

/** What a reading waits for, once it takes long or Azure asked to wait; until then its children. */
export function Waiting({ children }: { children: ReactNode }) {
  return useIsFetching() > 0 ? <Reading>{children}</Reading> : children
}

/** There as long as something is being read. */
function Reading({ children }: { children: ReactNode }) {
  const [since] = useState(() => Date.now())
  const { pause } = useAzure()
  const pausedUntil = useSyncExternalStore(pause.subscribe, pause.getSnapshot)
  const left = useTimeText((now) => (pausedUntil > now ? duration(pausedUntil - now + 999) : ''))
  const elapsed = useTimeText((now) => (now - since >= LONG ? duration(now - since) : ''))
  // The seconds are for the eye: read aloud each second they would drown everything else.
  if (left !== '') {
    return (
      <span role="status" className={styles.source}>
        Azure asked to wait<span aria-hidden>: {left}</span>
      </span>
    )
  }
  if (elapsed === '') return children
  return (
    <span role="status" className={styles.source}>
      Still reading<span aria-hidden>, {elapsed}</span>
    </span>
  )
}
