import type { HubError } from '../errors.ts'

/** Something that is set up wrongly, and who mends it how. */
export interface SetupFault {
  what: string
  remedy: string
}

/** By the code of a failed sign-in, whose own words say what to do. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['WrongRedirectType', 'Wrong type of redirect address'],
  ['WrongRedirectAddress', 'Redirect address not registered'],
  ['AccountNotInTenant', 'Wrong directory for this account'],
  ['TenantNotFound', 'Wrong directory'],
  ['SingleTenantApp', 'Wrong directory for this app registration'],
  ['ClientNotFound', 'App registration not found'],
  ['ConsentMissing', 'Consent missing'],
  ['WrongScope', 'Wrong scope'],
  ['BlockedByDirectory', 'Blocked by a rule of the directory'],
  ['SilentSignInBlocked', 'Cookies blocked, or sign-in ended'],
  ['BrowserUnfit', 'Storage blocked'],
  ['SignInAnswerUnknown', 'Sign-in answered to another tab'],
  ['SignInUnreachable', 'Sign-in page not reached'],
])

/** What is set up wrongly when signing in ends with this; `undefined` when the error does not tell. */
export function setupFault({ code, message }: HubError): SetupFault | undefined {
  const what = NAMES.get(code)
  return what === undefined ? undefined : { what, remedy: message }
}
