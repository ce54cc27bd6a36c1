import { useEffect, useRef, useState } from 'react'
import { snapshotFileName, snapshotText, unreadIn, type SnapshotProgress } from '../model/export/snapshot.ts'
import { gatherSnapshot } from './gather-snapshot.ts'
import { useAzure } from './use-azure.ts'
import { useEstate } from './use-estate.ts'

export interface Snapshot {
  progress: SnapshotProgress
  save(): void
  /** While it reads: nothing is saved then. */
  cancel(): void
}

/**
 * A snapshot of what is in scope: the inventories as they are, and what pages read beside them.
 * @param keep takes the finished file
 */
export function useSnapshot(keep: (name: string, text: string) => void): Snapshot {
  const azure = useAzure()
  const { estate, inventories, phase } = useEstate()
  const [step, setStep] = useState<SnapshotProgress>({ is: 'ready' })
  const running = useRef<AbortController>(undefined)
  useEffect(() => () => running.current?.abort(), [])

  async function save() {
    const own = new AbortController()
    running.current?.abort()
    running.current = own
    const takenAt = Date.now()
    try {
      const input = await gatherSnapshot(azure, {
        subscriptions: estate.subscriptions,
        inventories,
        takenAt,
        signal: own.signal,
        onProgress: (done, of) => {
          if (!own.signal.aborted) setStep({ is: 'reading', done, of })
        },
      })
      const name = snapshotFileName(takenAt)
      keep(name, snapshotText(input))
      setStep({ is: 'saved', name, unread: unreadIn(input).length })
    } catch (error) {
      if (own.signal.aborted) setStep({ is: 'ready' })
      else setStep({ is: 'failed', why: error instanceof Error ? error.message : String(error) })
    }
  }

  return {
    progress: phase === 'done' || step.is === 'reading' ? step : { is: 'waiting' },
    save: () => void save(),
    cancel: () => running.current?.abort(),
  }
}
