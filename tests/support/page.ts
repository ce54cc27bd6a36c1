import { closeOverlay } from '../../src/app/overlay.ts'
import { endKept } from '../../src/queries/kept-in-tab.ts'

let end: (() => void) | undefined

/** What takes the page away that was just opened. */
export function onLeave(away: () => void): void {
  end = away
}

/** Closes the page that is open: after each test, and before another one is opened, as by the next person. */
export function leave(): void {
  // What floats is kept outside React; a page that is loaded anew has nothing open.
  closeOverlay()
  end?.()
  end = undefined
  // A page that is gone keeps nothing more; here its writes would end in the next one's storage.
  endKept()
}
