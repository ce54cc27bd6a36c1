import type { Verdict } from '../status/verdict.ts'

/** A value on a detail page, so that pages draw and never decide. */
export type FieldValue =
  | { is: 'text'; text: string }
  /** Addresses, ids, ARM's spellings: set in the monospaced face. */
  | { is: 'code'; text: string }
  /** A state as ARM spells it, with its verdict's icon and, where the word alone says little, its meaning. */
  | { is: 'state'; text: string; verdict: Verdict; meaning?: string }
  | { is: 'resource'; id: string; name: string }
  | { is: 'list'; items: FieldValue[] }
  /** An address inside the app. */
  | { is: 'page'; text: string; to: string }
  /** Shown by its last four characters until asked for. */
  | { is: 'sensitive'; text: string }
  /** An instant, ISO 8601 as ARM sent it. */
  | { is: 'time'; text: string }
  /** Nothing there, in words: "not configured". */
  | { is: 'absent'; text: string }

export interface Field {
  label: string
  value: FieldValue
}

/** A short table under the essentials: tunnels, peerings, links. */
export interface Section {
  title: string
  /** Where a page has several of the title, what this one is of: it is called so where its place is not seen. */
  of?: string
  /** What the head says beside the title: "3 of 4 connected". */
  note?: string
  columns: { label: string; align?: 'end' }[]
  rows: { key: string; cells: FieldValue[] }[]
  /** Said instead of an empty table. */
  empty: string
}

export interface Details {
  essentials: Field[]
  sections: Section[]
}
