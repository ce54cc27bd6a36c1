import { useState, useSyncExternalStore } from 'react'
import { createBrowserSwitch } from './browser-switch.ts'

/** Whether somebody wants to be told by the system when an operation ends. Asked for by a click, never by itself. */
const notifyStore = createBrowserSwitch(() => localStorage, 'hub.notify')

/** What the browser says of notifications; `absent` where it has none. */
function notificationRight(): NotificationPermission | 'absent' {
  return typeof Notification === 'function' ? Notification.permission : 'absent'
}

/** Whether ends are told by the system, and the way to change that. */
export function useNotify(): { state: 'absent' | 'denied' | 'off' | 'on'; change: () => Promise<void> } {
  const isWanted = useSyncExternalStore(notifyStore.subscribe, notifyStore.getSnapshot)
  const [right, setRight] = useState(notificationRight)
  const isOn = isWanted && right === 'granted'

  async function change() {
    if (isOn) {
      notifyStore.set(false)
      return
    }
    const given = right === 'granted' ? right : await Notification.requestPermission()
    setRight(given)
    notifyStore.set(given === 'granted')
  }

  return { state: right === 'absent' || right === 'denied' ? right : isOn ? 'on' : 'off', change }
}

/** Told by the system only where the page is not looked at: who looks sees it there. */
export function notifyUnseen(body: string, tag: string): void {
  if (!notifyStore.getSnapshot() || notificationRight() !== 'granted') return
  if (document.visibilityState === 'visible') return
  try {
    const told = new Notification('Hybrid Connectivity Hub', { body, tag })
    told.addEventListener('click', () => window.focus())
  } catch {
    // Some browsers take notifications from service workers only; the page tells it as well.
  }
}
