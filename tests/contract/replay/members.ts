import type { Json } from '../../../src/emulator/wire/json.ts'
import { isObject } from '../../../src/emulator/wire/read.ts'

/** Members whose own members are data, not names: tags, identities by their id. */
const MAPS = new Set(['tags', 'userassignedidentities'])

/**
 * Every member of a body as a path, array indices left out: `properties.ipConfigurations`, and where it holds any,
 * `properties.ipConfigurations[]` and `properties.ipConfigurations[].name`.
 */
export function membersOf(body: Json | undefined): Set<string> {
  const found = new Set<string>()
  collect(body, '', found)
  return found
}

function collect(value: Json | undefined, path: string, found: Set<string>): void {
  if (Array.isArray(value)) {
    if (value.some((item) => isObject(item))) found.add(`${path}[]`)
    for (const item of value) collect(item, `${path}[]`, found)
    return
  }
  if (!isObject(value)) return
  for (const [member, inner] of Object.entries(value)) {
    const at = path === '' ? member : `${path}.${member}`
    found.add(at)
    if (!MAPS.has(member.toLowerCase())) collect(inner, at, found)
  }
}

/** The path a member sits in; `''` for the body itself. */
export function parentOf(path: string): string {
  return path.endsWith('[]') ? path.slice(0, -2) : path.slice(0, Math.max(0, path.lastIndexOf('.')))
}

/** What one side has and the other lacks, sorted; of a member that is missing whole, nothing below it. */
export function missingIn(have: Set<string>, other: Set<string>): string[] {
  return [...have]
    .filter((path) => !other.has(path) && (other.has(parentOf(path)) || parentOf(path) === ''))
    .sort()
}
