import { isJsonObject } from '../../lib/json.ts'
import type { SignInNeed } from '../../model/account.ts'
import { needKey } from '../../model/sign-in-words.ts'
import type { Clock } from '../transport.ts'
import type { Entry } from './remembered.ts'

/** Sign-ins that this tab made for a need, so that it does not make the same one for ever. */
export interface Attempts {
  /** Somebody leaves to sign in for it; `undefined`: for nothing in particular. */
  leaving(need: SignInNeed | undefined): void
  back(signedIn: boolean): void
  /** How many were made for the same of late. */
  of(need: SignInNeed): number
  forget(): void
}

/** As long as the token of a sign-in serves: after that it is another story. In milliseconds. */
const LATELY = 3_600_000

/** @param going what the person left for, while at the sign-in page */
export function attempts(going: Entry, made: Entry, clock: Clock): Attempts {
  const timesOf = (key: string): number => {
    const last = lastOf(made)
    return last?.key === key && clock() - last.at < LATELY ? last.times : 0
  }
  return {
    leaving: (need) => going.write(need && needKey(need)),
    back(signedIn) {
      const key = going.read()
      going.write(undefined)
      if (signedIn && key !== undefined)
        made.write(JSON.stringify({ key, times: timesOf(key) + 1, at: clock() }))
    },
    of: (need) => timesOf(needKey(need)),
    forget() {
      going.write(undefined)
      made.write(undefined)
    },
  }
}

/** Storage is anybody's: what does not have the shape is passed over. */
function lastOf(made: Entry): { key: string; times: number; at: number } | undefined {
  try {
    const kept: unknown = JSON.parse(made.read() ?? '{}')
    if (!isJsonObject(kept)) return undefined
    const { key, times, at } = kept
    return typeof key === 'string' && typeof times === 'number' && typeof at === 'number'
      ? { key, times, at }
      : undefined
  } catch {
    return undefined
  }
}
