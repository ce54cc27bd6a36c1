import type { HubError } from '../errors.ts'

/** What one read of the subscriptions showed. Holds no token. */
export interface SelfTestReading {
  /** Milliseconds since the epoch. */
  at: number
  token: TokenFacts
  answer: SelfTestAnswer
}

export type SelfTestAnswer =
  | { is: 'notAsked' }
  | { is: 'unanswered'; error: HubError; milliseconds: number }
  | {
      is: 'answered'
      status: number
      milliseconds: number
      /** Those that the script could see, in lower case. */
      headers: Readonly<Record<string, string>>
      /** How many the first page holds. */
      subscriptions?: number
      error?: HubError
    }

export type TokenFacts =
  | { is: 'none'; error: HubError }
  /** Nothing but its end can be read of it. */
  | { is: 'opaque'; expiresAt: number }
  | {
      is: 'read'
      /** As the sign-in library says; what the token itself says may differ from clock to clock. */
      expiresAt: number
      audience?: string
      tenantId?: string
      issuer?: string
      clientId?: string
      scopes: readonly string[]
    }
