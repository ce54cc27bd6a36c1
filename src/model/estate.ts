import type { Subscription, Tenant, Unreadable } from './inventory.ts'
import type { Row } from './list/row.ts'
import type { Resource } from './resources/resource.ts'
import type { Judgement } from './status/verdict.ts'

/** One way a resource is joined to another, seen from the first. */
export interface Link {
  /** What the other is to this one: "Gateway", "Connections". */
  role: string
  /** Id as the reference spelt it, or as it was read when it is part of the estate. */
  id: string
  direction: 'uses' | 'usedBy'
}

/** Everything that was read, joined up: what pages ask instead of lists. Made anew from inventories, never changed. */
export interface Estate {
  subscriptions: readonly Subscription[]
  unreadable: readonly Unreadable[]
  /** The account's directories, where it has more than one. */
  tenants?: readonly Tenant[]
  /** By key. */
  resources: Pick<ReadonlyMap<string, Resource>, 'get'>
  /** One for each resource, related things included; `row.service` tells which are counted. */
  rows: readonly Row[]
  row(key: string): Row | undefined
  judgement(key: string): Judgement | undefined
  links(key: string): readonly Link[]
}
