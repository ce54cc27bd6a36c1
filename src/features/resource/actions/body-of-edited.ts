import type { JsonObject } from '../../../lib/json.ts'
import { keyOf } from '../../../model/paths.ts'
import type { Resource } from '../../../model/resources/resource.ts'
import { natRulesOf } from './configure/nat-rules-of.ts'

/** What was edited on the page of a resource: its own body, or that of a rule which stands in its gateway's answer. */
export function bodyOfEdited(page: Resource, id: string): JsonObject | undefined {
  if (page.key === keyOf(id)) return page.body
  if (page.kind !== 'virtualNetworkGateway') return undefined
  return natRulesOf(page).find((rule) => rule.key === keyOf(id))?.body
}
