import { useEffect, useSyncExternalStore } from 'react'
import { wouldBeLost } from './before-leaving.ts'
import { useEdits } from './use-edits.ts'
import { useSession } from './use-session.ts'
import type { WriteState } from './write-queue.ts'

/**
 * The browser asks before the page is left while there is a write that would not be sent then, or whose answer would be lost. Not on the
 * way to the sign-in page: whoever goes there was asked by the app, and the browser's question could only stop a page that has ended.
 */
export function useWarnBeforeLeaving(): void {
  const { queue, runs } = useEdits()
  const session = useSession()
  const isWriteAtStake = useSyncExternalStore(queue.subscribe, () =>
    queue.getSnapshot().some(({ state }) => isLostOnLeaving(state)),
  )
  // Its keys go with the page.
  const isRunAtStake = useSyncExternalStore(runs.subscribe, () =>
    runs
      .getSnapshot()
      .some(({ key, state }) => state.is === 'running' && state.step !== 'running' && runs.isOwn(key)),
  )
  const isAtStake = isWriteAtStake || isRunAtStake
  // Only as long as there is one: a page that listens to this is not kept for Back by some browsers.
  useEffect(() => {
    if (!isAtStake) return
    const ask = (event: BeforeUnloadEvent) => {
      if (!session || session.getSnapshot().is === 'signedIn') event.preventDefault()
    }
    const end = wouldBeLost()
    window.addEventListener('beforeunload', ask)
    return () => {
      end()
      window.removeEventListener('beforeunload', ask)
    }
  }, [isAtStake, session])
}

/** It goes by itself, but not without the page; what Azure has accepted is found again. */
function isLostOnLeaving(state: WriteState): boolean {
  switch (state.is) {
    case 'waiting':
    case 'busy':
    case 'hubNotReady':
      return true
    case 'working':
      return state.step !== 'running'
    default:
      return false
  }
}
