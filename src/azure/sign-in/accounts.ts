import type { AccountInfo } from '@azure/msal-browser'
import type { Account } from '../../model/account.ts'
import type { MsalApplication } from './application.ts'

/** An account as the app knows it. */
export function accountOf(info: AccountInfo): Account {
  const { homeAccountId, username, name, tenantId, localAccountId } = info
  return {
    id: homeAccountId,
    username,
    tenantId,
    ...(name && { name }),
    ...(localAccountId && { objectId: localAccountId }),
  }
}

/** By which the sign-in page knows whom to sign in. */
export function hintOf(info: AccountInfo): string {
  return info.loginHint ?? info.username
}

/** One for each person; MSAL lists one for each directory that a person has signed in to. */
export function accountsOf(
  application: Pick<MsalApplication, 'getAllAccounts' | 'getActiveAccount'>,
): Account[] {
  const active = application.getActiveAccount()
  const found = new Map<string, AccountInfo>()
  for (const info of application.getAllAccounts()) {
    const known = found.get(info.homeAccountId)
    if (!known || rank(info, active) > rank(known, active)) found.set(info.homeAccountId, info)
  }
  return [...found.values()].map(accountOf)
}

function rank(info: AccountInfo, active: AccountInfo | null): number {
  if (active && info.homeAccountId === active.homeAccountId && info.tenantId === active.tenantId) return 2
  // `<object id>.<home directory>`
  return info.homeAccountId.endsWith(`.${info.tenantId}`) ? 1 : 0
}
