import type { Row } from './store/rows.ts'
import type { Speed } from './wire/control.ts'

/** What is remembered besides rows. */
export interface Meta {
  /** Of the stored format: another one starts afresh. */
  version: number
  /** The name of a shipped estate, or of the opened file. */
  estate: string
  /** The estate comes from `OpenedFile`. */
  fromFile: boolean
  /** Changes with every reset: rows of another epoch are worth nothing. */
  epoch: string
  /** When the estate was loaded; its running operations are anchored here. */
  loadedAt: number
  speed: Speed
  pageSize: number
  /** Counts the changes. */
  revision: number
}

export const STORE_VERSION = 2

/** An estate file as it was opened, kept as long as its epoch lasts. */
export interface OpenedFile {
  name: string
  text: string
  /** Asked for; a snapshot is so in any case. */
  readOnly: boolean
}

/** What somebody already knows. */
export interface Seen {
  epoch: string
  revision: number
}

/** What is new to them. Rows equal to the estate's are never stored, so a new epoch brings the changed rows only. */
export interface News {
  meta: Meta | undefined
  rows: Row[]
  /** Only with an epoch that is new to them, and only where its estate comes from a file. */
  file?: OpenedFile
}

export interface Changes<Result> {
  rows?: Row[]
  /** Replaces the meta record; with a new epoch all stored rows and the file are dropped first. */
  meta?: Meta
  /** With a new epoch. */
  file?: OpenedFile
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
