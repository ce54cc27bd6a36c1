import type { FileProblem } from '../wire/estate-file.ts'
import type { Json, JsonObject } from '../wire/json.ts'
import { arrayAt, isObject, numberAt, objectAt, textAt } from '../wire/read.ts'
import type { Snapshot, Unread } from './estate.ts'

/**
 * The `snapshot` member of a file: `{ takenAt, scope, unreadable: [{ scope, action, error: { code, message, status } }],
 * cut: ['properties.serviceKey'] }`.
 * A file without one is no snapshot.
 */
export function snapshotIn(value: Json | undefined): { value?: Snapshot; problems: FileProblem[] } {
  if (value === undefined) return { problems: [] }
  if (!isObject(value)) return wrong('snapshot', 'Not an object')
  const takenAt = textAt(value.takenAt)
  if (takenAt === undefined || Number.isNaN(Date.parse(takenAt)))
    return wrong('snapshot.takenAt', 'Not a date and time in ISO 8601')
  const unreadable = value.unreadable ?? []
  if (!Array.isArray(unreadable)) return wrong('snapshot.unreadable', 'Not an array')
  const unread: Unread[] = []
  for (const [index, one] of unreadable.entries()) {
    const read = unreadIn(objectAt(one))
    if (read === undefined)
      return wrong(`snapshot.unreadable[${index}]`, 'It needs the texts scope and action')
    unread.push(read)
  }
  const taken = new Date(takenAt).toISOString()
  const cut = arrayAt(value.cut).flatMap((path) => textAt(path) ?? [])
  return { value: { takenAt: taken, scope: textAt(value.scope) ?? '', unread, cut }, problems: [] }
}

function unreadIn(entry: JsonObject): Unread | undefined {
  const scope = textAt(entry.scope)
  const action = textAt(entry.action)
  if (scope === undefined || action === undefined) return undefined
  const error = objectAt(entry.error)
  const status = numberAt(error.status)
  return {
    scope,
    action,
    // Clients ask again after 429 and 5xx; a record stays as it is.
    status: status !== undefined && [400, 403, 404].includes(status) ? status : 409,
    code: textAt(error.code) ?? 'NotRead',
    message: textAt(error.message) ?? '',
  }
}

function wrong(where: string, what: string): { problems: FileProblem[] } {
  return { problems: [{ where, what }] }
}
