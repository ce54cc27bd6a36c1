import type { AccountInfo, AuthenticationResult, RedirectRequest, SilentRequest } from '@azure/msal-browser'
import type { MsalApplication } from './application.ts'
import type { Page } from './page.ts'
import { type Remembered, remembered } from './remembered.ts'

/** For tests: MSAL's application without a provider. */
export interface FakeApplication extends MsalApplication {
  accounts: AccountInfo[]
  active: AccountInfo | null
  /** What the address holds: a result, or what is thrown. */
  answer?: AuthenticationResult | Error
  /** The answer that was handed over, if one was. */
  taken?: string | undefined
  silent: (request: SilentRequest) => Promise<AuthenticationResult>
  logins: RedirectRequest[]
  logouts: object[]
  asked: SilentRequest[]
  /** What leaving the page does; by default it never comes back. */
  leaves: () => Promise<void>
}

export function fakeApplication(set: Partial<FakeApplication> = {}): FakeApplication {
  const fake: FakeApplication = {
    accounts: [],
    active: null,
    silent: (request) => Promise.resolve(result(request.account ?? ALEX, 'silent')),
    logins: [],
    logouts: [],
    asked: [],
    leaves: () => new Promise(() => undefined),
    handleRedirectPromise({ hash } = {}) {
      const { answer } = fake
      fake.taken = hash
      if (answer instanceof Error) return Promise.reject(answer)
      if (answer) fake.accounts.push(answer.account)
      return Promise.resolve(answer ?? null)
    },
    getAllAccounts: () => fake.accounts,
    getActiveAccount: () => fake.active,
    setActiveAccount(account) {
      fake.active = account
    },
    acquireTokenSilent(request) {
      fake.asked.push(request)
      return fake.silent(request)
    },
    loginRedirect(request) {
      if (request) fake.logins.push(request)
      return fake.leaves()
    },
    clearCache({ account } = {}) {
      fake.accounts = account ? fake.accounts.filter((one) => one !== account) : []
      if (!account) fake.active = null
      return Promise.resolve()
    },
    logoutRedirect(request) {
      fake.logouts.push(request ?? {})
      return fake.leaves()
    },
    ...set,
  }
  return fake
}

export function account(name: string, tenantId = HOME): AccountInfo {
  return {
    homeAccountId: `${name}.${HOME}`,
    environment: 'login.example.com',
    tenantId,
    username: `${name}@contoso.example`,
    localAccountId: `${name}-in-${tenantId}`,
    name,
    idToken: `id token of ${name}`,
  }
}

const HOME = 'aaaaaaaa-0000-4000-8000-000000000001'
export const OTHER = 'bbbbbbbb-0000-4000-8000-000000000002'
export const ALEX = account('alex')

/** What MSAL gives for a token. */
export function result(info: AccountInfo, accessToken: string): AuthenticationResult {
  return {
    authority: '',
    uniqueId: info.localAccountId,
    tenantId: info.tenantId,
    scopes: [],
    account: info,
    idToken: '',
    idTokenClaims: {},
    accessToken,
    fromCache: false,
    expiresOn: new Date(3_600_000),
    tokenType: 'Bearer',
    correlationId: '',
  }
}

/** What the provider puts into the address. */
export const ANSWER = '#code=abc&state=x'

/** A tab at an address, with stores of its own. */
export function fakePage(
  address = '/',
  answered = false,
): Page & { shown: string; reloads: number; hear: () => void; showAgain: () => void } {
  const page = {
    shown: address,
    reloads: 0,
    /** As a sign-out in another tab does. */
    hear: (): void => {
      throw new Error('nobody listens')
    },
    /** As the browser's Back does. */
    showAgain: (): void => {
      throw new Error('nobody listens')
    },
    onSignOut(listener: () => void) {
      page.hear = listener
    },
    onShownAgain(listener: () => void) {
      page.showAgain = listener
    },
    address: () => page.shown,
    answer: () => (answered ? ANSWER : undefined),
    replace(to: string | undefined) {
      page.shown = to ?? '/'
    },
    reload() {
      page.reloads++
    },
    isFramed: () => false,
    isOnline: () => true,
  }
  return page
}

/** @param local what another tab of the same browser remembers */
export function fakeStores(shared = new Map<string, string>()): Remembered {
  const stores = [new Map<string, string>(), shared] as const
  const [session, local] = stores.map((map) => ({
    getItem: (name: string) => map.get(name) ?? null,
    setItem: (name: string, value: string) => void map.set(name, value),
    removeItem: (name: string) => void map.delete(name),
  }))
  if (!session || !local) throw new Error('two stores were made')
  return remembered({ session: () => session, local: () => local })
}
