import type { JsonObject } from '../lib/json.ts'
import { ok, type Result } from '../lib/result.ts'
import type { HubError } from '../model/errors.ts'
import type { Lock } from '../model/rights/lock.ts'
import { object, text } from './from-wire/read.ts'
import type { Raw } from './raw.ts'

/**
 * The locks at a scope, above it and below it (Get-AzResourceLock: without `atScope()` all three).
 */
export async function readLocks(
  raw: Raw,
  scope: string,
  signal?: AbortSignal,
): Promise<Result<Lock[], HubError>> {
  const items = await raw.pages({ path: `${scope}/providers/Microsoft.Authorization/locks` }, signal)
  return items.ok ? ok(items.value.flatMap(lock)) : items
}

/** What it is put on is its id before its own part; one without a level says nothing that could be held to. */
function lock(item: JsonObject): Lock[] {
  const id = text(item.id) ?? ''
  const [, scope] =
    /^(\/subscriptions\/.+)\/providers\/Microsoft\.Authorization\/locks\/[^/]+$/i.exec(id) ?? []
  const { level, notes } = object(item.properties)
  const known = text(level)
  if (scope === undefined || known === undefined) return []
  const name = text(item.name) ?? id.slice(id.lastIndexOf('/') + 1)
  const said = text(notes)
  return [{ id, name, level: known, scope, ...(said && { notes: said }) }]
}
