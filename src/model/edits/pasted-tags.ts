import { isJsonObject } from '../../lib/json.ts'
import { isBlank, type Tag } from './tag-rules.ts'

/** Enough for every resource there can be; somebody who pastes a whole file by mistake is not buried in rows. */
const MOST_LINES = 200

/**
 * Tags in a pasted text: a JSON object, or lines of `name=value`, `name: value` or two cells of a table.
 * @returns `undefined` for what is just a word or two, to be pasted as it is
 */
export function pastedTags(text: string): Tag[] | undefined {
  const fromJson = jsonTags(text)
  if (fromJson) return fromJson
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  if (lines.length < 2 && !/[=\t]/.test(text)) return undefined
  const tags = lines
    .slice(0, MOST_LINES)
    .map(tagInLine)
    .filter((tag) => !isBlank(tag))
  return tags.length > 0 ? tags : undefined
}

/** The rows with pasted ones: a name that is there already gets the value, the others come below. */
export function withPasted<T extends Tag>(
  rows: readonly T[],
  pasted: readonly Tag[],
  make: (tag: Tag) => T,
): T[] {
  const merged = rows.filter((row) => !isBlank(row))
  for (const tag of pasted) {
    const at = merged.findIndex(({ name }) => name.toLowerCase() === tag.name.toLowerCase())
    const row = merged[at]
    if (row) merged[at] = { ...row, value: tag.value }
    else merged.push(make(tag))
  }
  return merged
}

function jsonTags(text: string): Tag[] | undefined {
  if (!text.trim().startsWith('{')) return undefined
  try {
    const parsed: unknown = JSON.parse(text)
    if (!isJsonObject(parsed)) return undefined
    const tags = Object.entries(parsed)
      .slice(0, MOST_LINES)
      .flatMap(([name, value]) =>
        typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
          ? [{ name, value: String(value) }]
          : [],
      )
    return tags.length > 0 ? tags : undefined
  } catch {
    return undefined
  }
}

/** Split at the first tab, else at the first equals sign, else at the first colon. */
function tagInLine(line: string): Tag {
  const separator = ['\t', '=', ':'].find((one) => line.includes(one))
  if (separator === undefined) return { name: unquoted(line), value: '' }
  const at = line.indexOf(separator)
  return { name: unquoted(line.slice(0, at)), value: unquoted(line.slice(at + 1)) }
}

function unquoted(text: string): string {
  const trimmed = text.trim().replace(/,$/, '')
  return /^".*"$|^'.*'$/.test(trimmed) ? trimmed.slice(1, -1) : trimmed
}
