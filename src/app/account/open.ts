import { overlay } from '../overlay.ts'
import { NAVIGATION_BUTTON } from '../shell/TopBar.tsx'
import { ACCOUNT_BUTTON } from './AccountButton.tsx'

/** Opens the account's panel, on a narrow screen below the button of the drawer that it is in there. */
export function openAccountPanel(): void {
  const narrow = window.matchMedia('(max-width: 699.9px)').matches
  const anchor = document.getElementById(narrow ? NAVIGATION_BUTTON : ACCOUNT_BUTTON)
  if (anchor) overlay.set({ is: 'account', anchor })
}
