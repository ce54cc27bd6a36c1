import { useCallback, useSyncExternalStore } from 'react'
import type { LoggedRequest, RequestCounts } from '../model/requests/logged-request.ts'
import { useAzure } from './use-azure.ts'

/** Often enough to look alive; a read of an estate logs hundreds, and each would be drawn before anything else. */
const EVERY = 500

/** What went to ARM, newest last, renewed at most twice a second. Takes a copy: for who shows the requests. */
export function useRequestLog(): readonly LoggedRequest[] {
  return useSeldom(useAzure().requestLog.getSnapshot)
}

/** How many requests went to ARM and how they ended, renewed at most twice a second. Never looks at a request. */
export function useRequestCounts(): RequestCounts {
  return useSeldom(useAzure().requestLog.getCounts)
}

function useSeldom<T>(read: () => T): T {
  const { subscribe } = useAzure().requestLog
  const seldom = useCallback(
    (listener: () => void) => {
      let timer: ReturnType<typeof setTimeout> | undefined
      const stop = subscribe(() => {
        timer ??= setTimeout(() => {
          timer = undefined
          listener()
        }, EVERY)
      })
      return () => {
        clearTimeout(timer)
        stop()
      }
    },
    [subscribe],
  )
  return useSyncExternalStore(seldom, read)
}
