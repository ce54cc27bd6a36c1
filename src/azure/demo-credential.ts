import type { TokenCredential } from '@azure/core-auth'

/** The only credential of the demo and of rehearsals: a made-up token that no service accepts. */
export const demoCredential: TokenCredential = {
  getToken: () => Promise.resolve({ token: 'demo', expiresOnTimestamp: 8_640_000_000_000_000 }),
}
