import type { JsonObject } from '../lib/json.ts'
import { ok, type Result } from '../lib/result.ts'
import type { HubError } from '../model/errors.ts'
import type { Permission } from '../model/rights/permission.ts'
import { texts } from './from-wire/read.ts'
import type { Raw } from './raw.ts'

/** What the caller's role assignments give at a scope, one element for each (ARM contract 12.6). */
export async function readPermissions(
  raw: Raw,
  scope: string,
  signal?: AbortSignal,
): Promise<Result<Permission[], HubError>> {
  const items = await raw.pages({ path: `${scope}/providers/Microsoft.Authorization/permissions` }, signal)
  return items.ok ? ok(items.value.map(permission)) : items
}

function permission({ actions, notActions }: JsonObject): Permission {
  return { actions: texts(actions), notActions: texts(notActions) }
}
