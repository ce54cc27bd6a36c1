import type { Json, JsonObject } from '../../../../lib/json.ts'

/** Values of a draft: storage is anybody's, so each is taken only where it has its type. */
export function textIn(values: JsonObject, name: string): string {
  const value = values[name]
  return typeof value === 'string' ? value : ''
}

export function flagIn(values: JsonObject, name: string): boolean {
  return values[name] === true
}

export function textsIn(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

/** Lines, or what stands between commas, as somebody types a list. */
export function listed(text: string): string[] {
  return text
    .split(/[\s,;]+/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
}
