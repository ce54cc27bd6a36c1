import type { JsonObject } from '../lib/json.ts'
import { typeOfId } from '../model/paths.ts'
import { kindOfType, kindRow } from '../model/resources/kinds.ts'
import { text } from './from-wire/read.ts'

/** Columns that the id tells already, or that no list of ARM has. */
const OWN_COLUMNS = new Set(['resourceGroup', 'subscriptionId', 'tenantId'])

/**
 * A row of Resource Graph as a list of ARM would have it: the type in ARM's casing (it comes in lower case), empty columns
 * left out, the resource group read from the id, whose casing is kept.
 */
export function wireFromGraph(row: JsonObject): JsonObject {
  const body: JsonObject = {}
  for (const [name, value] of Object.entries(row)) {
    if (OWN_COLUMNS.has(name) || value === null || value === '') continue
    body[name] = value
  }
  const type = typeInArmsCasing(row)
  return type === undefined ? body : { ...body, type }
}

function typeInArmsCasing(row: JsonObject): string | undefined {
  const type = text(row.type) ?? typeOfId(text(row.id) ?? '')
  const kind = kindOfType(type ?? '')
  return kind === 'other' ? type : `Microsoft.Network/${kindRow(kind).armType}`
}
