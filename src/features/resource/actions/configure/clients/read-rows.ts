import { isJsonObject, type Json, type JsonObject } from '../../../../../lib/json.ts'
import type { TypedRevoked, TypedRoot } from '../../../../../model/edits/client-certificates.ts'
import type { ListRow } from '../../../../../model/edits/client-lists.ts'
import type { TypedServer } from '../../../../../model/edits/radius-servers.ts'
import { textIn } from '../read-values.ts'

/** Rows of a draft: storage is anybody's, so what does not have the shape is passed over. */
function rowsIn<R>(value: Json | undefined, rowOf: (row: ListRow, fields: JsonObject) => R): R[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((one) => {
    if (!isJsonObject(one) || typeof one.key !== 'number') return []
    const row: ListRow = { key: one.key, ...(typeof one.was === 'string' && { was: one.was }) }
    return [rowOf(row, one)]
  })
}

export function rootsIn(value: Json | undefined): TypedRoot[] {
  return rowsIn(value, (row, fields) => ({
    ...row,
    name: textIn(fields, 'name'),
    data: textIn(fields, 'data'),
  }))
}

export function revokedIn(value: Json | undefined): TypedRevoked[] {
  return rowsIn(value, (row, fields) => ({
    ...row,
    name: textIn(fields, 'name'),
    thumbprint: textIn(fields, 'thumbprint'),
  }))
}

export function serversIn(value: Json | undefined): TypedServer[] {
  return rowsIn(value, (row, fields) => ({
    ...row,
    address: textIn(fields, 'address'),
    score: textIn(fields, 'score'),
  }))
}
