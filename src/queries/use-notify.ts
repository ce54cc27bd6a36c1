import { useSyncExternalStore } from 'react'
import { createBrowserSwitch } from './browser-switch.ts'

/** Whether somebody wants to be told by the system when an operation ends. Asked for by a click, never by itself. */
export const notifyStore = createBrowserSwitch(() => localStorage, 'hub.notify')

/** What the browser says of notifications; `absent` where it has none. */
export function notificationRight(): NotificationPermission | 'absent' {
  return typeof Notification === 'function' ? Notification.permission : 'absent'
}

export function useNotify(): boolean {
  return useSyncExternalStore(notifyStore.subscribe, notifyStore.getSnapshot)
}
