import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts'
import type { Estate } from '../estate.ts'
import type { Resource } from '../resources/resource.ts'
import type { Region, ResourceGroup } from '../wizard/around.ts'
import type { Choice } from './circuit.ts'
import type { ListRow } from './client-lists.ts'
import type { Consequences } from './consequences.ts'
import type { Topic } from './topics.ts'
import type { Write } from './write.ts'

/** A row of a list in a drawn form, beside its key. */
export type DrawnRow = ListRow & { [name: string]: string | boolean | number | undefined }

export type DrawnValue = string | boolean | string[] | DrawnRow[]

/** What stands in a drawn form: plain values by the name of their field. */
export type DrawnValues = { [name: string]: DrawnValue }

interface Named {
  name: string
  label: string
  hint?: string
  /** It cannot be changed, and why where no note says so. */
  locked?: string | true
}

/** One field, by what it is filled with. */
export type DrawnField =
  | (Named & { is: 'text' | 'long' })
  | (Named & { is: 'number' })
  | (Named & { is: 'switch' })
  | (Named & { is: 'choice'; options: readonly Choice[] })
  /** Any of several. */
  | (Named & { is: 'picks'; options: readonly Choice[] })
  /** In memory alone: it is in no draft. */
  | (Named & { is: 'secret' })
  | {
      is: 'rows'
      name: string
      label: string
      hint: string
      /** On the button that adds one; absent: the rows are fixed. */
      add?: string
      /** Of one row; those that depend on what is in it are told apart by it. */
      fields: (row: DrawnRow) => readonly Exclude<DrawnField, { is: 'rows' | 'picks' }>[]
      blank: Omit<DrawnRow, 'key'>
      /** What a secret of a row stays with; absent: its key. */
      secretOf?: (row: DrawnRow) => string
      /** For the button that takes a row away. */
      nameOf: (row: DrawnRow) => string
    }
  /** A sentence between fields. */
  | { is: 'note'; name: string; text: string }

export interface DrawnProblem {
  field: string
  /** Of a list: the key of its row, and which of its fields. */
  row?: number
  part?: string
  /** Advice keeps nothing from being sent. */
  is: 'error' | 'advice'
  text: string
}

/** What a form is about, with what was read for it. */
export interface About<R extends Resource = Resource> {
  resource: R
  estate: Estate
  /** The resources of a collection that the form reads; none where it does not. */
  found: (collection: string) => readonly Resource[]
  /** Where something new can be; absent where the form does not ask, or Azure did not tell. */
  places?: Places
}

/** Regions and resource groups of a subscription; absent: not told. */
export interface Places {
  regions?: readonly Region[]
  groups?: readonly ResourceGroup[]
}

/** Secrets that are typed, by their field, or as `secretPlace` says in a list. */
export type DrawnSecrets = ReadonlyMap<string, string>

/**
 * A form as data: its fields, what is wrong with what stands in them, the write they come to and what that does. One component draws
 * them all.
 */
export interface DrawnForm<R extends Resource, V extends DrawnValues = DrawnValues> {
  topic: Topic
  /** Goes before the name of the resource: `Change the capacity of`. */
  title: string
  /** Collections that have to be read first, by their address. */
  reads?: (resource: R, estate: Estate) => readonly string[]
  /** Collections that are read first too, and without which the form does as well. */
  also?: (resource: R, estate: Estate) => readonly string[]
  /** It makes something that gets a region and a resource group: those there are have to be read first. */
  placed?: true
  /** The fields as they are filled from Azure's answers, or are proposed. */
  values: (about: About<R>) => V
  /** What stands in the fields where some follow from what was chosen in others; absent: what was typed. It gives the same when used again. */
  settled?: (values: V, about: About<R>) => V
  fields: (values: V, about: About<R>) => readonly DrawnField[]
  problems: (values: V, about: About<R>, secrets: DrawnSecrets) => readonly DrawnProblem[]
  write: (values: V, about: About<R>, secrets: DrawnSecrets) => Write
  /** What goes with the write apart. */
  secret?: (values: V, about: About<R>, secrets: DrawnSecrets) => JsonObject | undefined
  consequences: (values: V, about: About<R>) => Consequences
  /** A name that has to be typed first. */
  confirm?: (values: V, about: About<R>) => string | undefined
  /** On the button. */
  verb: (values: V, about: About<R>) => string
  /** Said of what is there already before anything is changed; absent: nothing. */
  keep?: (about: About<R>) => { label: string; file: string; content: Json }
  /** Fields whose text may be a secret by mistake: see `useForm`. */
  notStored?: (values: V) => readonly string[]
}

/** Where the secret of a row is, among those that are typed. */
export function secretPlace(field: Extract<DrawnField, { is: 'rows' }>, row: DrawnRow, part: string): string {
  return `${field.name}/${field.secretOf?.(row) ?? row.key}/${part}`
}

/** Values of a draft: storage is anybody's, so each is taken only where it has the type of the one it stands for. */
export function readLike<V extends DrawnValues>(like: V, values: JsonObject): V {
  return Object.fromEntries(
    Object.entries(like).map(([name, now]) => {
      const stored = Object.hasOwn(values, name) ? values[name] : undefined
      return [name, sameShape(now, stored) ?? now]
    }),
    // Each member has the type of the one it was read like.
  ) as V
}

function sameShape(now: DrawnValue, stored: Json | undefined): DrawnValue | undefined {
  if (typeof now === 'string') return typeof stored === 'string' ? stored : undefined
  if (typeof now === 'boolean') return typeof stored === 'boolean' ? stored : undefined
  if (!Array.isArray(stored)) return undefined
  if (stored.every((one) => typeof one === 'string')) return stored
  const rows = stored.filter(isRow)
  return rows.length === stored.length ? rows : undefined
}

function isRow(value: Json): value is DrawnRow & JsonObject {
  return (
    isJsonObject(value) &&
    typeof value.key === 'number' &&
    Object.values(value).every((one) => ['string', 'number', 'boolean'].includes(typeof one))
  )
}
