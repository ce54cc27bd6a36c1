/** What a wizard says about a field. An error keeps Next from going on, advice keeps nothing. */
export interface Said {
  is: 'error' | 'advice'
  text: string
  /** What a click puts right. */
  remedy?: { label: string; run: () => void }
}

/** How a field looks with what is said of it. */
export function stateOf(said: readonly Said[]): 'error' | 'warning' | 'none' {
  if (said.some(({ is }) => is === 'error')) return 'error'
  return said.length > 0 ? 'warning' : 'none'
}
