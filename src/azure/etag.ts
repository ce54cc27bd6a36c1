import type { JsonObject } from '../lib/json.ts'
import { typeOfId } from '../model/paths.ts'
import { isText } from '../model/edits/sent-secrets.ts'

/**
 * Types whose PUT says with `If-Match` what it was made of, with the types below them, in lower case. None: Microsoft.Network does not honour
 * it (ARM contract 4), and whether it passes the preflight of a browser is unverified (8), so that it could stop every change for nothing.
 * What somebody changed meanwhile is found by reading and comparing just before the PUT. Once it is known to work for a type, it goes in here.
 */
const MATCHED: readonly string[] = []

/** @param body as it was read just before; empty where there was nothing */
export function etagToMatch(id: string, body: JsonObject, matched = MATCHED): string | undefined {
  const type = typeOfId(id)?.toLowerCase() ?? ''
  const isMatched = matched.some((one) => type === one || type.startsWith(`${one}/`))
  return isMatched && isText(body.etag) ? body.etag : undefined
}
