import { useSyncExternalStore } from 'react'
import type { LoggedRequest } from '../model/inventory.ts'
import { useAzure } from './use-azure.ts'

/** What went to ARM, newest last. */
export function useRequestLog(): readonly LoggedRequest[] {
  const { subscribe, getSnapshot } = useAzure().requestLog
  return useSyncExternalStore(subscribe, getSnapshot)
}
