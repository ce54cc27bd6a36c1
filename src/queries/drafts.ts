import { isJsonObject, type Json, type JsonObject } from '../lib/json.ts'
import { holdsSecret, type Tag } from '../model/edits/tag-rules.ts'
import { type MemberChange, sameJson } from '../model/edits/edit.ts'
import { tagChanges, type Tags } from '../model/edits/tags.ts'
import type { Write } from '../model/edits/write.ts'
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

/** Of a form whose fields are plain values. */
export interface FormDraft {
  kind: 'form'
  /** The form: the topic of the write it makes. */
  topic: string
  id: string
  /** As they stand in the fields, by name. Never a secret: a field for one keeps it in the component. */
  values: JsonObject
  /** What the fields were filled from. */
  base: JsonObject
  /** Fields whose text may be a secret as it stands: it is not stored, and they are as they were after a reload. */
  notStored?: readonly string[]
  /** The writes it came to when it was sent; absent since something was typed. */
  sent?: readonly JsonObject[]
  open: boolean
  restored?: true
  at: number
}

export type Draft = TagsDraft | FormDraft

/** The one place where a form's text lives: the form shows it and writes each change into it. */
export interface Drafts {
  subscribe(listener: () => void): () => void
  /** The same object until it changes. */
  tags(id: string): TagsDraft | undefined
  form(topic: string, id: string): FormDraft | undefined
  /** Whether any differs from what it was made from, its form in view or not. */
  someTyped(): boolean
  keep(draft: Draft): void
  /**
   * Before the page is left: each change is kept as it is typed, so this only makes sure of it.
   * @throws where the browser keeps nothing: then the page must not be left
   */
  save(): void
  /** @param topic `tags`, or a form's */
  forget(topic: string, id: string): void
  /** What stands in the form was sent just so. */
  sent(topic: string, id: string, writes: readonly Write[]): void
  /** A write is done: its draft goes. One that was typed in since, or is of another write of the form, stays. */
  done(id: string, write: Write): void
}

export function createDrafts(kept: KeptInTab): Drafts {
  const listeners = new Set<() => void>()
  let drafts: ReadonlyMap<string, Draft> | undefined
  const all = () =>
    (drafts ??= new Map(readDrafts(kept.read()).map((draft) => [nameOf(topicOf(draft), draft.id), draft])))
  const store = () => kept.write(all().size === 0 ? undefined : [...all().values()].map(forStorage))
  const change = (next: Map<string, Draft>) => {
    drafts = next
    store()
    for (const listener of listeners) listener()
  }
  const forget = (topic: string, id: string) => {
    if (!all().has(nameOf(topic, id))) return
    const next = new Map(all())
    next.delete(nameOf(topic, id))
    change(next)
  }
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    tags(id) {
      const draft = all().get(nameOf('tags', id))
      return draft?.kind === 'tags' ? draft : undefined
    },
    form(topic, id) {
      const draft = all().get(nameOf(topic, id))
      return draft?.kind === 'form' ? draft : undefined
    },
    someTyped: () => [...all().values()].some(isTyped),
    keep(draft) {
      const name = nameOf(topicOf(draft), draft.id)
      const others = [...all()].filter(([other]) => other !== name)
      others.sort(([, one], [, other]) => one.at - other.at)
      const { restored: _, ...touched } = draft
      change(new Map([...others.slice(-(MOST - 1)), [name, touched]]))
    },
    save() {
      if (!store()) throw new Error('The browser keeps nothing for this site.')
    },
    forget,
    sent(topic, id, writes) {
      const draft = all().get(nameOf(topic, id))
      if (draft?.kind === 'form')
        change(new Map([...all(), [nameOf(topic, id), { ...draft, sent: writes.map(plain) }]]))
    },
    done(id, write) {
      const draft = all().get(nameOf(write.topic, id))
      if (draft && isOf(draft, write)) forget(write.topic, id)
    },
  }
}

/** Whether a write is the one that a draft asks for: another may be of the same form, or set a single tag. */
function isOf(draft: Draft, write: Write): boolean {
  if (draft.kind === 'form') return draft.sent?.some((one) => sameJson(one, plain(write))) === true
  return (
    write.is === 'edit' &&
    sameJson(plainChanges(tagChanges(draft.base, draft.rows)), plainChanges(write.changes))
  )
}

function plainChanges(changes: readonly MemberChange[]): Json[] {
  return changes.map(({ path, from, to }) => ({ path: [...path], from, to }))
}

/** What tells a write from others of its form. */
function plain(write: Write): JsonObject {
  const { is, id } = write
  if (write.is !== 'edit') return { is, id }
  return { is, id, changes: plainChanges(write.changes) }
}

function nameOf(topic: string, id: string): string {
  return `${topic} ${keyOf(id)}`
}

function topicOf(draft: Draft): string {
  return draft.kind === 'tags' ? 'tags' : draft.topic
}

function isTyped(draft: Draft): boolean {
  return draft.kind === 'tags'
    ? tagChanges(draft.base, draft.rows).length > 0
    : !sameJson(draft.base, draft.values)
}

/** Without the value of a tag that must not hold what it holds: the form refuses it, and says so again after a reload. */
function forStorage(draft: Draft): JsonObject {
  const { kind, id, base, open, at } = draft
  if (kind === 'form') {
    const { topic, values, sent, notStored = [] } = draft
    const stored = Object.entries(values).map(([name, value]): [string, Json | undefined] => [
      name,
      notStored.includes(name) ? draft.base[name] : value,
    ])
    return {
      kind,
      id,
      topic,
      values: Object.fromEntries(stored),
      base,
      ...(sent && { sent: [...sent] }),
      open,
      at,
    }
  }
  const rows: Json[] = draft.rows.map((row) => ({
    name: row.name,
    value: holdsSecret(row) ? '' : row.value,
  }))
  return { kind, id, rows, base, open, at }
}

/** Storage is anybody's: what does not have the shape is passed over. */
function readDrafts(value: unknown): Draft[] {
  return Array.isArray(value) ? value.flatMap(readDraft) : []
}

function readDraft(value: unknown): Draft[] {
  if (!isJsonObject(value)) return []
  const { kind, id, base, at } = value
  if (typeof id !== 'string' || !isJsonObject(base) || typeof at !== 'number') return []
  const facts = { id, base, open: value.open === true, at, restored: true } as const
  if (kind === 'form') {
    const { topic, values, sent } = value
    if (typeof topic !== 'string' || !isJsonObject(values)) return []
    return [
      { kind, topic, values, ...(Array.isArray(sent) && { sent: sent.filter(isJsonObject) }), ...facts },
    ]
  }
  const { rows } = value
  if (kind !== 'tags' || !Array.isArray(rows)) return []
  const read = rows.flatMap((row, key): TagRow[] => {
    if (!isJsonObject(row) || typeof row.name !== 'string' || typeof row.value !== 'string') return []
    return [{ key, name: row.name, value: row.value }]
  })
  return [{ kind, rows: read, ...facts }]
}
