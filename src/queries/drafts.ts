import { isJsonObject, type Json, type JsonObject } from '../lib/json.ts'
import { holdsSecret, type Tag } from '../model/edits/tag-rules.ts'
import { tagChanges, type Tags } from '../model/edits/tags.ts'
import { keyOf } from '../model/paths.ts'
import type { KeptInTab } from './kept-in-tab.ts'

/** Drafts of other resources are kept until this many; then the oldest go. */
const MOST = 20

/** A row of a form: the key stays with it while others come and go. */
export interface TagRow extends Tag {
  key: number
}

/** What somebody typed and did not send, of one form. Each kind lists what it holds, so that no secret gets in. */
export interface TagsDraft {
  kind: 'tags'
  id: string
  rows: readonly TagRow[]
  /** The tags the rows were made from. */
  base: Tags
  /** Whether the form is in view: it is opened again after a reload. */
  open: boolean
  /** Found when the page was loaded, and not touched since. */
  restored?: true
  /** Milliseconds since the epoch of the last change. */
  at: number
}

export type Draft = TagsDraft

/** The one place where a form's text lives: the form shows it and writes each change into it. */
export interface Drafts {
  subscribe(listener: () => void): () => void
  /** The same object until it changes. */
  of(kind: Draft['kind'], id: string): Draft | undefined
  /** Whether any differs from what it was made from, its form in view or not. */
  someTyped(): boolean
  keep(draft: Draft): void
  /**
   * Before the page is left: each change is kept as it is typed, so this only makes sure of it.
   * @throws where the browser keeps nothing: then the page must not be left
   */
  save(): void
  forget(kind: Draft['kind'], id: string): void
}

export function createDrafts(kept: KeptInTab): Drafts {
  const listeners = new Set<() => void>()
  let drafts: ReadonlyMap<string, Draft> | undefined
  const all = () =>
    (drafts ??= new Map(readDrafts(kept.read()).map((draft) => [nameOf(draft.kind, draft.id), draft])))
  const store = () => kept.write(all().size === 0 ? undefined : [...all().values()].map(forStorage))
  const change = (next: Map<string, Draft>) => {
    drafts = next
    store()
    for (const listener of listeners) listener()
  }
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    of: (kind, id) => all().get(nameOf(kind, id)),
    someTyped: () => [...all().values()].some(({ base, rows }) => tagChanges(base, rows).length > 0),
    keep(draft) {
      const name = nameOf(draft.kind, draft.id)
      const others = [...all()].filter(([other]) => other !== name)
      others.sort(([, one], [, other]) => one.at - other.at)
      const { restored: _, ...touched } = draft
      change(new Map([...others.slice(-(MOST - 1)), [name, touched]]))
    },
    save() {
      if (!store()) throw new Error('The browser keeps nothing for this site.')
    },
    forget(kind, id) {
      if (!all().has(nameOf(kind, id))) return
      const next = new Map(all())
      next.delete(nameOf(kind, id))
      change(next)
    },
  }
}

function nameOf(kind: Draft['kind'], id: string): string {
  return `${kind} ${keyOf(id)}`
}

/** Without the value of a tag that must not hold what it holds: the form refuses it, and says so again after a reload. */
function forStorage({ kind, id, rows, base, open, at }: Draft): JsonObject {
  const tags: Json[] = rows.map((row) => ({ name: row.name, value: holdsSecret(row) ? '' : row.value }))
  return { kind, id, rows: tags, base, open, at }
}

/** Storage is anybody's: what does not have the shape is passed over. */
function readDrafts(value: unknown): Draft[] {
  return Array.isArray(value) ? value.flatMap(readDraft) : []
}

function readDraft(value: unknown): Draft[] {
  if (!isJsonObject(value) || value.kind !== 'tags') return []
  const { id, rows, base, open, at } = value
  if (typeof id !== 'string' || !Array.isArray(rows) || !isJsonObject(base) || typeof at !== 'number')
    return []
  const read = rows.flatMap((row, key): TagRow[] => {
    if (!isJsonObject(row) || typeof row.name !== 'string' || typeof row.value !== 'string') return []
    return [{ key, name: row.name, value: row.value }]
  })
  return [{ kind: 'tags', id, rows: read, base, open: open === true, at, restored: true }]
}
