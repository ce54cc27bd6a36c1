import { useState, useSyncExternalStore } from 'react'
import type { LoggedRequest } from '../../model/inventory.ts'
import { useAzure } from '../../queries/use-azure.ts'

interface RequestCounts {
  requests: number
  refused: number
}

type Log = ReturnType<typeof useAzure>['requestLog']

/** Often enough to look alive; a read of an estate logs hundreds, and each would be drawn before anything else. */
const EVERY = 500

/** How many requests went to ARM and how many it refused, renewed at most twice a second. */
export function useRequestCounts(): RequestCounts {
  const { requestLog } = useAzure()
  const [counter] = useState(() => createCounter(requestLog))
  return useSyncExternalStore(counter.subscribe, counter.get)
}

function createCounter(log: Log) {
  let counts = countOf(log.getSnapshot())
  return {
    get: () => counts,
    subscribe(listener: () => void) {
      let timer: ReturnType<typeof setTimeout> | undefined
      const stop = log.subscribe(() => {
        timer ??= setTimeout(() => {
          timer = undefined
          counts = countOf(log.getSnapshot())
          listener()
        }, EVERY)
      })
      return () => {
        clearTimeout(timer)
        stop()
      }
    },
  }
}

function countOf(log: readonly LoggedRequest[]): RequestCounts {
  return {
    requests: log.length,
    refused: log.filter(({ status }) => status !== undefined && status >= 400).length,
  }
}
