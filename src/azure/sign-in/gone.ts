import type { AccountInfo } from '@azure/msal-browser'
import { hintOf } from './accounts.ts'
import type { MsalApplication } from './application.ts'
import type { Remembered } from './remembered.ts'

/** Empties what the browser keeps of accounts; `wholeTab`: and everything this tab keeps of anybody. */
export type Forget = (ids: readonly string[], wholeTab: boolean) => Promise<void>

interface GoneOptions {
  application: MsalApplication
  remembered: Remembered
  forget: Forget
}

interface Gone {
  accounts: readonly AccountInfo[]
  /** Whether who works here is among them. */
  isActive: boolean
}

/** Whom another tab signed out since they signed in here. */
export function goneFrom({ application, remembered }: Pick<GoneOptions, 'application' | 'remembered'>): Gone {
  const all = application.getAllAccounts()
  const active = application.getActiveAccount() ?? all[0]
  const accounts = all.filter(({ homeAccountId }) => remembered.signOuts.missed(homeAccountId))
  return { accounts, isActive: accounts.some(({ homeAccountId }) => homeAccountId === active?.homeAccountId) }
}

/** With the active one everybody goes: nobody becomes another person unasked. */
export async function drop(
  { application, remembered, forget }: GoneOptions,
  { accounts, isActive }: Gone,
): Promise<void> {
  if (accounts.length === 0) return
  const hint = remembered.lastAccount.read()
  if (accounts.some((account) => hintOf(account) === hint)) remembered.lastAccount.write(undefined)
  await forget([...new Set(accounts.map(({ homeAccountId }) => homeAccountId))], isActive)
  try {
    if (isActive) await application.clearCache()
    else for (const account of accounts) await application.clearCache({ account })
  } catch {
    // What MSAL could not forget is still announced as signed out, and so not taken when the page is loaded again.
  }
  if (!isActive) return
  remembered.returnTo.write(undefined)
  remembered.bounced.write('back')
  remembered.ended.write('yes')
}
