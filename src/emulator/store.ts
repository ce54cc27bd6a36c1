import type { Row } from './store/rows.ts'
import type { Speed } from './wire/control.ts'

/** What is remembered besides rows. */
export interface Meta {
  /** Of the stored format: another one starts afresh. */
  version: number
  estate: string
  /** Changes with every reset: rows of another epoch are worth nothing. */
  epoch: string
  /** When the estate was loaded; its running operations are anchored here. */
  loadedAt: number
  speed: Speed
  pageSize: number
  /** Counts the changes. */
  revision: number
}

export const STORE_VERSION = 1

/** What somebody already knows. */
export interface Seen {
  epoch: string
  revision: number
}

/** What is new to them. Rows equal to the estate's are never stored, so a new epoch brings the changed rows only. */
export interface News {
  meta: Meta | undefined
  rows: Row[]
}

export interface Changes<Result> {
  rows?: Row[]
  /** Replaces the meta record; with a new epoch all stored rows are dropped first. */
  meta?: Meta
  result: Result
}

/** The truth about what has changed since the estate was loaded. Several emulators may share one. */
export interface Store {
  readonly persisted: boolean
  /** What changed since `seen`. */
  read(seen: Seen | undefined): Promise<News>
  /**
   * One read-write transaction: `decide` is told what is new, decides without waiting, and what it returns is written as one
   * revision. Nobody else writes in between.
   */
  transact<Result>(
    seen: Seen | undefined,
    decide: (news: News) => Changes<Result>,
  ): Promise<{ result: Result; seen: Seen | undefined }>
}
