import { readOwned, writeOwned } from '../stored.ts'

const KEPT = 6

/**
 * Ids of resources that were opened lately, the last one first.
 * @param owner who opened them, of `useOwner`
 */
export function readRecent(owner: string | undefined): string[] {
  try {
    const stored: unknown = JSON.parse(readOwned('recent', owner) ?? '[]')
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string').slice(0, KEPT) : []
  } catch {
    return []
  }
}

export function recordVisit(id: string, owner: string | undefined): void {
  const others = readRecent(owner).filter((known) => known.toLowerCase() !== id.toLowerCase())
  writeOwned('recent', owner, JSON.stringify([id, ...others].slice(0, KEPT)))
}
