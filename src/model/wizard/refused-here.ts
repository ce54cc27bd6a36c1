import { keyOf } from '../paths.ts'
import type { Around } from './around.ts'

/** A resource group or subscription that a plan goes into, and that the account may not read all of. */
export interface RefusedHere {
  /** ARM id. */
  scope: string
  /** What was asked for there, in words: `virtual hubs`. */
  what: readonly string[]
}

/**
 * Where Azure has refused to read something of what a plan goes into or writes into: what stands in the answers may be older than that, and
 * the plan may be refused as well. Each scope once.
 */
export function refusedHere({ rights, estate }: Pick<Around, 'rights' | 'estate'>): RefusedHere[] {
  const groups = new Set([...rights.keys()].map((key) => keyOf(groupOf(key.slice(key.indexOf(' ') + 1)))))
  const refused = new Map<string, { scope: string; what: Set<string> }>()
  const add = (scope: string, what: string) => {
    const known = refused.get(keyOf(scope)) ?? { scope, what: new Set<string>() }
    refused.set(keyOf(scope), { scope: known.scope, what: known.what.add(what) })
  }
  for (const { scope, what, error } of estate.unreadable) {
    const own = groupOf(scope)
    const isMeant = [...groups].some((one) => one === keyOf(own) || one.startsWith(`${keyOf(own)}/`))
    if (error.kind === 'forbidden' && isMeant) add(own, what)
  }
  for (const [key, right] of rights)
    if (right.is === 'unknown' && right.error.kind === 'forbidden')
      add(groupOf(key.slice(key.indexOf(' ') + 1)), 'your rights')
  return [...refused.values()].map(({ scope, what }) => ({ scope, what: [...what] }))
}

/** The resource group that something is in, or the subscription itself. */
function groupOf(scope: string): string {
  return scope.split('/').slice(0, 5).join('/')
}
