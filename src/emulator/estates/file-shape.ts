import type { Json, JsonObject } from '../wire/json.ts'
import type { FileProblem } from '../wire/estate-file.ts'
import { isObject } from '../wire/read.ts'
import { jsonFault } from './json-fault.ts'

/** What stands in a file, before anything is made of it. */
export interface FileShape {
  /** The object around the items; empty for a bare array. */
  around: JsonObject
  items: Json[]
  /** How items are named in problems: `resources`, or nothing. */
  path: string
  /** One page of a list that has more, or an answer that was cut. */
  incomplete: boolean
}

/** ARM nests a dozen levels at most; far deeper ones break whoever walks through them. */
const DEEPEST = 100

/**
 * The items of an estate file in any of the shapes that ARM and its tools write: an array of resources,
 * `{ "resources": [] }`, a list's `{ "value": [] }` (ARM contract 6), Resource Graph's `{ "data": [] }` (ARM contract 12.4),
 * or one resource alone.
 */
export function readShape(text: string): FileShape | { problem: FileProblem } {
  const json = text.startsWith('\ufeff') ? text.slice(1) : text
  let root: Json
  try {
    // What JSON.parse returns is JSON.
    root = JSON.parse(json) as Json
  } catch {
    const fault = jsonFault(json)
    if (json.trim() === '') return wrong('line 1, column 1', 'The file is empty')
    if (fault === undefined) return wrong('line 1, column 1', 'The file is not JSON')
    return wrong(`line ${fault.line}, column ${fault.column}`, fault.what)
  }
  const deep = tooDeep(root)
  if (deep !== undefined) return wrong(deep, `Nested deeper than ${DEEPEST} levels`)
  if (Array.isArray(root)) return { around: {}, items: root, path: '', incomplete: false }
  if (!isObject(root)) return wrong('line 1, column 1', 'The file holds neither an array nor an object')
  return inObject(root)
}

function inObject(root: JsonObject): FileShape | { problem: FileProblem } {
  if (typeof root.$schema === 'string' && /deploymentTemplate\.json/i.test(root.$schema))
    return wrong('$schema', 'This is a deployment template: it says what to create, not what exists')
  const incomplete =
    has(root.nextLink) ||
    has(root.$skipToken) ||
    root.resultTruncated === 'true' ||
    root.resultTruncated === true
  for (const path of ['resources', 'value', 'data']) {
    const items = root[path]
    if (items === undefined) continue
    if (Array.isArray(items)) return { around: root, items, path, incomplete }
    if (path === 'data' && isObject(items) && Array.isArray(items.columns))
      return wrong(
        'data',
        'This is a Resource Graph table; ask Resource Graph for the result format objectArray',
      )
    return wrong(path, 'Not an array')
  }
  if (typeof root.id === 'string') return { around: {}, items: [root], path: '', incomplete: false }
  return wrong('line 1, column 1', 'The object has none of the members resources, value and data, and no id')
}

function has(value: Json | undefined): boolean {
  return typeof value === 'string' && value !== ''
}

/** The path, in two steps, of what lies too deep. The walk ends there, so that depth itself cannot break it. */
function tooDeep(root: Json): string | undefined {
  for (const [name, value] of inside(root))
    for (const [inner, below] of inside(value)) if (goesTooDeep(below, 2)) return `${name}${inner}`
  return undefined
}

function goesTooDeep(value: Json | undefined, depth: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  if (depth > DEEPEST) return true
  const inner = Array.isArray(value) ? value : Object.values(value)
  return inner.some((one) => goesTooDeep(one, depth + 1))
}

function inside(value: Json | undefined): [string, Json | undefined][] {
  const members: [string, Json | undefined][] = Array.isArray(value)
    ? value.map((item, index) => [`[${index}]`, item])
    : isObject(value)
      ? Object.entries(value)
      : []
  return members.filter(([, inner]) => typeof inner === 'object' && inner !== null)
}

function wrong(where: string, what: string): { problem: FileProblem } {
  return { problem: { where, what } }
}
