import { useSyncExternalStore } from 'react'
import { createBrowserSwitch } from './browser-switch.ts'

/** One for the browser: what sends requests looks at it as well. */
export const readOnlyStore = createBrowserSwitch(() => localStorage, 'hub.read-only')

// Every tab of the browser keeps to it from the moment it is switched.
if (typeof window === 'object') window.addEventListener('storage', () => readOnlyStore.readAgain())

/** Whether this browser refuses every change. */
export function useReadOnly(): boolean {
  return useSyncExternalStore(readOnlyStore.subscribe, readOnlyStore.getSnapshot)
}
