import type { HubError } from '../errors.ts'

/** Something that a diagnosis rests on: there, on its way, not readable, or nothing to ask for. */
export type Asked<T> =
  | { is: 'known'; value: T; at: number }
  | { is: 'asking' }
  | { is: 'failed'; error: HubError }
  /** The connection refers to nothing of the kind, or what it refers to was not asked for. */
  | { is: 'none' }

export function known<T>(value: T, at: number): Asked<T> {
  return { is: 'known', value, at }
}

export function valueOf<T>(asked: Asked<T>): T | undefined {
  return asked.is === 'known' ? asked.value : undefined
}
