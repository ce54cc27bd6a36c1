import type { Refusal } from './rights/refusal.ts'

/** What went wrong, by what a person can do about it. Both 409 and 429 can mean `busy`: the body decides, not the status. */
export type ErrorKind =
  | 'auth'
  | 'forbidden'
  | 'notFound'
  | 'conflict'
  | 'busy'
  | 'throttled'
  | 'invalid'
  | 'network'
  | 'server'
  /** Of the app itself: it tells nothing of Azure. */
  | 'fault'

/** Every failure of a read, a write or an operation, in one shape. Views show it, they never parse it. */
export interface HubError {
  kind: ErrorKind
  /** ARM's code, trimmed, or our own in the same style (`NoAnswer`) where nothing answered. */
  code: string
  /** ARM's words, shortened; hostile data like every text from the service. */
  message: string
  /** HTTP status; absent where there was no answer. */
  status?: number
  /** The ARM id, or the path, the request was about. */
  target?: string
  details: { code: string; message: string; target?: string }[]
  /** `x-ms-correlation-request-id`: what Azure support asks for. */
  correlationId?: string
  retryAfterSeconds?: number
  /** Of kind `auth`: whether a sign-in may help, or would be refused the same way; absent where nobody said. */
  signIn?: 'helps' | 'refused'
  /** What a deployment's error wraps, each about one resource; absent where it wraps nothing. */
  inner?: readonly HubError[]
  /** What stood in the way, where the answer says it: a right, a lock, a policy, a directory. */
  because?: Refusal
}

/** What there is to say of an error: of one that only wraps others, those. */
export function innerErrors(error: HubError): readonly HubError[] {
  return error.inner ?? [error]
}

/** Codes of the app's own, of signing in (azure/sign-in), and of the emulator for what an opened file does not hold. */
const OWN_CODES: ReadonlySet<string> = new Set([
  'NoAnswer',
  'CanceledUnsent',
  'ReadOnly',
  'UnreadableAnswer',
  'NotAResourceId',
  'NotInResourceGraph',
  'PagesRepeat',
  'NotReadInSnapshot',
  'NotInFile',
  'ForeignAddress',
  'NoOperation',
  'ChangedMeanwhile',
  'SecretGone',
  'RadiusSecretNotTold',
  'LinkKeyNotTold',
  'SignInNeeded',
  'SignInNotEnough',
  'ConsentMissing',
  'SignInCancelled',
  'AccountNotInTenant',
  'TenantNotFound',
  'ClientNotFound',
  'SingleTenantApp',
  'DirectoryNotServed',
  'WrongRedirectType',
  'WrongRedirectAddress',
  'WrongScope',
  'BlockedByDirectory',
  'SilentSignInBlocked',
  'SignInAnswerUnknown',
  'BrowserUnfit',
  'SignInUnreachable',
  'PageLeft',
  'ThereByNow',
  'WouldDelete',
  'BegunAlready',
  'Fault',
  'SignInNotBegun',
  'DraftNotKept',
  'ChangeOnItsWay',
])

/** Whether its words are Azure's, to be shown as such. */
export function isAzuresWord({ code }: HubError): boolean {
  return !OWN_CODES.has(code)
}

/** What code that can only throw has thrown, or a chunk that did not load: everything but Azure's errors is a fault of the app. */
export function errorIn(thrown: unknown): HubError {
  if (thrown instanceof HubFailure) return thrown.error
  return { kind: 'fault', code: 'Fault', message: reasonOf(thrown), details: [] }
}

export function reasonOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown)
}

/** Carries a HubError through code that can only throw (TanStack Query). */
export class HubFailure extends Error {
  readonly error: HubError

  constructor(error: HubError) {
    super(`${error.code}: ${error.message}`)
    this.name = 'HubFailure'
    this.error = error
  }
}
