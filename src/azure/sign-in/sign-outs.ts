import { isJsonObject } from '../../lib/json.ts'
import type { Entry } from './remembered.ts'

/** Sign-outs of this browser, so that a tab learns of them at once, when it is shown again, or when it is loaded again. */
export interface SignOuts {
  /** Tells every other tab. @param ids of accounts */
  announce(ids: readonly string[]): void
  /** Somebody has just signed in here: what was announced before is not about that sign-in. */
  signedIn(id: string): void
  /** Whether it was announced since. */
  missed(id: string): boolean
}

/** Counts rather than times: no two clocks, and no order of tabs, matter. */
export function signOuts(all: Entry, seen: Entry): SignOuts {
  return {
    announce(ids) {
      const counts = countsOf(all)
      for (const name of ids.map(nameOf)) counts.set(name, (counts.get(name) ?? 0) + 1)
      all.write(JSON.stringify(Object.fromEntries(counts)))
    },
    signedIn(id) {
      const name = nameOf(id)
      const counts = countsOf(seen).set(name, countsOf(all).get(name) ?? 0)
      seen.write(JSON.stringify(Object.fromEntries(counts)))
    },
    missed(id) {
      const name = nameOf(id)
      return (countsOf(all).get(name) ?? 0) !== (countsOf(seen).get(name) ?? 0)
    },
  }
}

/** Storage is anybody's: what is no count is passed over. */
function countsOf(entry: Entry): Map<string, number> {
  try {
    const kept: unknown = JSON.parse(entry.read() ?? '{}')
    if (!isJsonObject(kept)) return new Map()
    return new Map(
      Object.entries(kept).flatMap(([name, count]) => (typeof count === 'number' ? [[name, count]] : [])),
    )
  } catch {
    return new Map()
  }
}

/** A digest (FNV-1a): it outlives the sign-out, and must not tell who it was. */
function nameOf(id: string): string {
  let digest = 0x811c9dc5
  for (let at = 0; at < id.length; at++) digest = Math.imul(digest ^ id.charCodeAt(at), 0x01000193)
  return (digest >>> 0).toString(36)
}
