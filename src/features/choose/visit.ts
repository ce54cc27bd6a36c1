/** What an entry of the browser's history knows beside its address. */
export interface Visit {
  /** What was answered or set last: more of the same is the same step for who goes back. */
  of?: string
  /** The question that is shown, counted from 0; absent: the first that is open. */
  at?: number
}

/** Also an entry that something else made. */
export function readVisit(state: unknown): Visit {
  if (typeof state !== 'object' || state === null) return {}
  const of: unknown = Reflect.get(state, 'of')
  const at: unknown = Reflect.get(state, 'at')
  return {
    ...(typeof of === 'string' && { of }),
    ...(typeof at === 'number' && Number.isInteger(at) && at >= 0 && { at }),
  }
}
