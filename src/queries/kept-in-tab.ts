import type { Json } from '../lib/json.ts'
import { ownedName } from './owned.ts'

/** A JSON value that outlives a reload and the way to a sign-in page and back, in this tab, for one account. */
export interface KeptInTab {
  /** `undefined` when nothing was kept, or it cannot be read. */
  read(): unknown
  /** `undefined` forgets. False where storage is denied or full, or after a sign-out: then it lasts as long as the page. */
  write(value: Json | undefined): boolean
}

/** Sign-outs of this page. */
let ends = 0

/** What was made before keeps nothing more: a write that ends now must not bring back what a sign-out deleted. */
export function endKept(): void {
  ends += 1
}

/** Another number than when something was made: it keeps nothing more. */
export function endsOfKept(): number {
  return ends
}

/**
 * @param name with the version of its shape in it, `drafts.1`: another version does not read it
 * @param owner whose it is, as `ownedName` takes it: nothing of one account is read for another
 */
export function keptInTab(
  storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  name: string,
  owner: string | undefined,
): KeptInTab {
  const key = ownedName(name, owner)
  const end = ends
  return {
    read() {
      try {
        return JSON.parse(storage().getItem(key) ?? 'null') ?? undefined
      } catch {
        return undefined
      }
    },
    write(value) {
      if (end !== ends) return false
      try {
        if (value === undefined) storage().removeItem(key)
        else storage().setItem(key, JSON.stringify(value))
        return true
      } catch {
        return false
      }
    },
  }
}
