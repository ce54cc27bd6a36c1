import { readStored, writeStored } from '../stored.ts'

const KEPT = 6

/** Ids of resources that were opened lately, the last one first. */
export function readRecent(): string[] {
  try {
    const stored: unknown = JSON.parse(readStored('recent') ?? '[]')
    return Array.isArray(stored) ? stored.filter((id) => typeof id === 'string').slice(0, KEPT) : []
  } catch {
    return []
  }
}

export function recordVisit(id: string): void {
  const others = readRecent().filter((known) => known.toLowerCase() !== id.toLowerCase())
  writeStored('recent', JSON.stringify([id, ...others].slice(0, KEPT)))
}
