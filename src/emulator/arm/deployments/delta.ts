import type { Json, JsonObject } from '../../wire/json.ts'
import { isObject, textAt } from '../../wire/read.ts'
import { locationName } from '../locations.ts'
import { MASK } from './template/secrets.ts'

/**
 * How a resource differs from what the template says of it, member by member. What the template leaves out counts as what it is,
 * but for tags and items of lists, which a PUT takes away. Letter case does not count, nor what is masked.
 */
export function deltaOf(before: JsonObject, after: JsonObject): JsonObject[] {
  const untagged = before.tags !== undefined && after.tags === undefined ? { ...after, tags: {} } : after
  return membersOf(before, untagged, '')
}

function membersOf(before: JsonObject, after: JsonObject, path: string): JsonObject[] {
  const changes = Object.entries(after).flatMap(([name, inner]): JsonObject[] =>
    inner === undefined ? [] : changesOf(before[name], inner, path === '' ? name : `${path}.${name}`),
  )
  if (path !== 'tags') return changes
  const gone = Object.entries(before).filter(([name]) => after[name] === undefined)
  return [...changes, ...gone.map(([name, old]) => change(`${path}.${name}`, 'Delete', old, undefined))]
}

function changesOf(before: Json | undefined, after: Json, path: string): JsonObject[] {
  if (typeof after === 'string' && after.includes(MASK)) return []
  if (before === undefined || before === null)
    return isNothing(after) ? [] : [change(path, 'Create', undefined, after)]
  if (isObject(before) && isObject(after)) {
    // Whole resources may be sent where one is only referred to.
    const [old, fresh] = [textAt(before.id), textAt(after.id)]
    if (old === undefined || fresh === undefined) return membersOf(before, after, path)
    return sameText(old, fresh) ? [] : [change(`${path}.id`, 'Modify', old, fresh)]
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    const children = itemsOf(before, after)
    return children.length === 0 ? [] : [{ ...change(path, 'Array', undefined, undefined), children }]
  }
  return isSame(before, after, path) ? [] : [change(path, 'Modify', before, after)]
}

/** Items with names are compared by name, others by their place. */
function itemsOf(before: Json[], after: Json[]): JsonObject[] {
  const partner = (item: Json, index: number, others: Json[]): Json | undefined => {
    const name = isObject(item) ? textAt(item.name) : undefined
    if (name === undefined) return others[index]
    return others.find((one) => isObject(one) && sameText(textAt(one.name) ?? '', name))
  }
  const changed = after.flatMap((item, index): JsonObject[] => {
    const old = partner(item, index, before)
    const path = String(index)
    if (old === undefined) return [change(path, 'Create', undefined, item)]
    if (!isObject(old) || !isObject(item)) return changesOf(old, item, path)
    const children = changesOf(old, item, '')
    return children.length === 0 ? [] : [{ ...change(path, 'Modify', undefined, undefined), children }]
  })
  const gone = before.flatMap((item, index) =>
    partner(item, index, after) === undefined ? [change(String(index), 'Delete', item, undefined)] : [],
  )
  return [...changed, ...gone]
}

function change(
  path: string,
  propertyChangeType: 'Create' | 'Modify' | 'Delete' | 'Array',
  before: Json | undefined,
  after: Json | undefined,
): JsonObject {
  return {
    path,
    propertyChangeType,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
  }
}

function isSame(before: Json, after: Json, path: string): boolean {
  if (typeof before !== 'string' || typeof after !== 'string')
    return JSON.stringify(before) === JSON.stringify(after)
  return path === 'location' ? locationName(before) === locationName(after) : sameText(before, after)
}

function isNothing(value: Json): boolean {
  return value === null || (typeof value === 'object' && Object.keys(value).length === 0)
}

function sameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
