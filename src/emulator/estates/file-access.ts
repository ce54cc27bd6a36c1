import type { FileProblem } from '../wire/estate-file.ts'
import type { Json, JsonObject } from '../wire/json.ts'
import { arrayAt, isObject, textAt } from '../wire/read.ts'
import type { Estate } from './estate.ts'

type Access = Pick<Estate, 'people' | 'roleAssignments' | 'locks' | 'policies'>

const ROLES = ['Owner', 'Contributor', 'Reader', 'Network Contributor'] as const
const LEVELS = ['CanNotDelete', 'ReadOnly'] as const

/**
 * Who may do what in the estate, as `estateToFile` writes it; an estate of ARM's own answers says nothing of it, and is then
 * everybody's. What is there must be whole: a role that is left out would be a right that nobody gave.
 */
export function accessIn(value: Json | undefined): { value?: Access; problems: FileProblem[] } {
  if (value === undefined) return { problems: [] }
  if (!isObject(value)) return { problems: [{ where: 'access', what: 'Not an object' }] }
  const problems: FileProblem[] = []
  const listOf = <T>(list: string, read: (item: JsonObject) => T | undefined): T[] | undefined => {
    const items = value[list]
    if (items === undefined) return undefined
    if (!Array.isArray(items)) problems.push({ where: `access.${list}`, what: 'Not an array' })
    return arrayAt(items).flatMap((item, index) => {
      const one = isObject(item) ? read(item) : undefined
      if (one === undefined)
        problems.push({ where: `access.${list}[${index}]`, what: 'Not what stands in this list' })
      return one ?? []
    })
  }
  const access = {
    people: listOf('people', ({ objectId, name, username, tenantIds }) =>
      complete({
        objectId: textAt(objectId),
        name: textAt(name),
        username: textAt(username),
        tenantIds: arrayAt(tenantIds).flatMap((id) => textAt(id) ?? []),
      }),
    ),
    roleAssignments: listOf('roleAssignments', ({ principalId, scope, role }) =>
      complete({
        principalId: textAt(principalId),
        scope: scopeAt(scope),
        role: ROLES.find((one) => one === role),
      }),
    ),
    locks: listOf('locks', ({ scope, name, level, notes }) => {
      const lock = complete({
        scope: scopeAt(scope),
        name: textAt(name),
        level: LEVELS.find((one) => one === level),
      })
      const said = textAt(notes)
      return lock && { ...lock, ...(said !== undefined && { notes: said }) }
    }),
    policies: listOf('policies', ({ scope, name, displayName, requires }) => {
      const tag = isObject(requires) ? textAt(requires.tag) : undefined
      return complete({
        scope: scopeAt(scope),
        name: textAt(name),
        displayName: textAt(displayName),
        requires: tag === undefined ? undefined : { tag },
      })
    }),
  }
  return { value: given(access), problems }
}

type Complete<T> = { [Member in keyof T]: Exclude<T[Member], undefined> }

/** The same, where nothing of it is missing. */
function complete<T extends object>(value: T): Complete<T> | undefined {
  // Each member was looked at just now.
  return Object.values(value).includes(undefined) ? undefined : (value as Complete<T>)
}

/** Without what is missing. */
function given(access: Access): Access {
  return Object.fromEntries(Object.entries(access).filter(([, list]) => list !== undefined))
}

function scopeAt(value: Json | undefined): string | undefined {
  const scope = textAt(value)
  return scope?.startsWith('/subscriptions/') ? scope : undefined
}
