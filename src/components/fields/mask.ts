import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts'

/** Members that are shown by their last four characters until asked for. Secrets never get this far. */
const SENSITIVE = new Set(['servicekey'])

export function lastFour(text: string): string {
  return text.length > 4 ? text.slice(-4) : ''
}

/** `••••-••••-3f2a`: as long as the text, its hyphens kept, so that it is recognised. */
export function masked(text: string): string {
  const end = lastFour(text)
  return text.slice(0, text.length - end.length).replace(/[^-]/g, '•') + end
}

/** A copy of an answer in which sensitive members are masked. */
export function maskSensitive(body: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => {
      if (SENSITIVE.has(name.toLowerCase()) && typeof value === 'string') return [name, masked(value)]
      return [name, value === undefined ? undefined : maskJson(value)]
    }),
  )
}

export function hasSensitive(value: Json | undefined): boolean {
  if (Array.isArray(value)) return value.some(hasSensitive)
  if (!isJsonObject(value)) return false
  return Object.entries(value).some(
    ([name, member]) =>
      (SENSITIVE.has(name.toLowerCase()) && typeof member === 'string') || hasSensitive(member),
  )
}

function maskJson(value: Json): Json {
  if (Array.isArray(value)) return value.map(maskJson)
  return isJsonObject(value) ? maskSensitive(value) : value
}
