/** Milliseconds since the epoch. Passed in, so that a test or a rehearsal can own the time. */
export type Clock = () => number

/** A fresh lower-case GUID. Passed in, so that a run can be repeated. */
export type NewGuid = () => string

/** The same GUID for the same text: what an estate does not spell out (resource GUIDs, etags) must survive a reload. */
export function guidOf(text: string): string {
  const hex = [0, 1, 2, 3].map((salt) => fnv1a(`${salt}:${text}`).toString(16).padStart(8, '0')).join('')
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}

/** A small number from a text, for made-up addresses and tags that must stay the same. */
export function numberOf(text: string, below: number): number {
  return fnv1a(text) % below
}

/** FNV-1a, 32 bit, with a final mix: short texts that differ in one character spread well. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index)
    hash = Math.imul(hash, 0x01000193)
  }
  hash ^= hash >>> 16
  hash = Math.imul(hash, 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}
