/** Something a write touches or that depends on what it touches. */
export interface Touched {
  /** ARM id. */
  id: string
  name: string
  /** What it is to it, or what becomes of it: `its connection, Connected`. */
  note?: string
}

/** What somebody has to know before a write starts. */
export interface Consequences {
  touches: readonly Touched[]
  /** What goes on working only when that does. */
  depends: readonly Touched[]
  /** What stops, and for how long, as sentences; without it nothing does. */
  drops?: string
  /** What stays to be done, or what Azure does after it is done. */
  after?: string
}
