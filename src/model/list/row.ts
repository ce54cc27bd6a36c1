import type { Prefix } from '../../lib/cidr.ts'
import type { Service } from '../resources/kinds.ts'
import type { Kind, Source } from '../resources/resource.ts'
import type { Judgement } from '../status/verdict.ts'

/** What a row is joined to: one resource by name, or several by count. */
export type RelatedCell =
  | { is: 'none'; text: string }
  | { is: 'one'; id: string; name: string }
  | { is: 'many'; text: string; ids: string[] }

/** One line of the consolidated list: everything that is shown, filtered or searched, ready to compare. */
export interface Row {
  key: string
  id: string
  name: string
  kind: Kind
  kindName: string
  /** Absent on related things, which are found by search but not counted. */
  service?: Service
  subscriptionId: string
  subscriptionName: string
  resourceGroup: string
  /** Short name, `westeurope`, and what people call it. */
  location: string
  locationName: string
  sku: string
  related: RelatedCell
  tags: [name: string, value: string][]
  source: Source
  readAt: number
  judgement: Judgement
  prefixes: Prefix[]
  asns: number[]
  /** Lower case, for search: name, kind, group, subscription, region, SKU, related names, addresses, tags. */
  haystack: string
}
