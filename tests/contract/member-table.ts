import type { Json, JsonObject } from '../../src/emulator/wire/json.ts'
import { isObject, objectsAt, textAt } from '../../src/emulator/wire/read.ts'
import { membersOf, parentOf } from './replay/members.ts'

export type Operation = 'GET' | 'LIST' | 'PUT'

/** One resource as one operation showed it. */
export interface Shown {
  /** Without the namespace, as the service spells it: `virtualHubs/hubRouteTables`. */
  type: string
  operation: Operation
  resource: JsonObject
}

/**
 * Per type and member path, the operations that show it: `GLP` for GET, LIST and PUT; a capital where every instance has it
 * that has what it sits in, and no client could have sent it.
 */
export type MemberTable = Record<string, Record<string, string>>

const LETTERS = { GET: 'g', LIST: 'l', PUT: 'p' } as const

/** The resources in an answer, one by one. Answers that show none (keys, errors, tables) give none. */
export function shownIn(method: string, status: number, body: Json | undefined): Shown[] {
  if (status >= 300 || !isObject(body) || (method !== 'GET' && method !== 'PUT')) return []
  const listed = Array.isArray(body.value)
  const resources = listed ? objectsAt(body.value) : [body]
  return resources.flatMap((resource) => {
    const [, type] = /^Microsoft\.Network\/(.+)$/.exec(textAt(resource.type) ?? '') ?? []
    return type === undefined ? [] : [{ type, operation: listed ? 'LIST' : method, resource }]
  })
}

/** `sent`: bodies of requests by type in lower case; what every one of them brought is not the service's doing. */
export function tableOf(shown: readonly Shown[], sent: ReadonlyMap<string, Json[]>): MemberTable {
  const table: MemberTable = {}
  for (const type of [...new Set(shown.map((one) => one.type))].sort()) {
    const bySender = (sent.get(type.toLowerCase()) ?? []).map(membersOf)
    const rows: Record<string, string> = {}
    for (const operation of ['GET', 'LIST', 'PUT'] as const) {
      const instances = shown
        .filter((one) => one.type === type && one.operation === operation)
        .map(({ resource }) => membersOf(resource))
      for (const path of new Set(instances.flatMap((one) => [...one]))) {
        const always =
          !path.endsWith('[]') &&
          instances.every((one) => one.has(path) || !holdsParent(one, path)) &&
          !broughtBy(bySender, path) &&
          // Few lists were recorded: what a GET can lack, an item of one can.
          !(operation === 'LIST' && rows[path]?.includes('g'))
        const letter = LETTERS[operation]
        rows[path] = (rows[path] ?? '') + (always ? letter.toUpperCase() : letter)
      }
    }
    table[type] = Object.fromEntries(Object.entries(rows).sort(([one], [other]) => (one < other ? -1 : 1)))
  }
  return table
}

/** Whether every request that could bring a member did. */
function broughtBy(requests: Set<string>[], path: string): boolean {
  const able = requests.filter((one) => holdsParent(one, path))
  return able.length > 0 && able.every((one) => one.has(path))
}

function holdsParent(members: Set<string>, path: string): boolean {
  const parent = parentOf(path)
  return parent === '' || members.has(parent)
}

/** What one resource lacks of the table's certain members. */
export function lacking({ type, operation, resource }: Shown, table: MemberTable): string[] {
  const members = membersOf(resource)
  return Object.entries(table[type] ?? {}).flatMap(([path, letters]) =>
    letters.includes(LETTERS[operation].toUpperCase()) && !members.has(path) && holdsParent(members, path)
      ? [`${operation} ${type} lacks ${path}`]
      : [],
  )
}

/** What one resource has that no operation of its type was recorded with; of a member that is unknown whole, nothing below. */
export function unrecordedIn({ type, resource }: Shown, table: MemberTable): string[] {
  const known = table[type] ?? {}
  return [...membersOf(resource)].filter(
    (path) => known[path] === undefined && (parentOf(path) === '' || known[parentOf(path)] !== undefined),
  )
}
