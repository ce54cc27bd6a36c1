import type { Answer } from '../arm/answer.ts'
import type { Exchange } from '../arm/exchange.ts'
import type { Living } from '../store/living.ts'
import type { OperationFailure, ResourceRow } from '../store/rows.ts'
import type { JsonObject } from '../wire/json.ts'

/** One resource type of Microsoft.Network: mostly data, with a few functions where a type is special. */
export interface NetworkType {
  /** As the service writes it in ids: `p2sVpnGateways`, `virtualNetworks/subnets`. Requests match without case. */
  type: string
  /** As ARM names its operations: `VirtualNetworkGateway` in `PutVirtualNetworkGatewayOperation`. */
  noun: string
  /** Where ARM lists it (ARM contract 10). `parent` is the only scope of a child. */
  lists: readonly ('subscription' | 'group' | 'parent')[]
  /** Seconds the real service takes (recorded behaviour 2.2). */
  seconds: {
    create: number | ((draft: Draft) => number)
    update: number | ((draft: Draft) => number)
    remove: number
  }
  /** `Retry-After` of its operations at real speed (recorded behaviour 2.3). */
  retryAfter: 3 | 10
  /** `azure-asyncnotification: Enabled` on starts (recorded behaviour 2.1). */
  notifies: boolean
  /** `ETag` header on GET of one (recorded behaviour 2.4). */
  etagHeader: boolean
  /** Where `type` stands: after `etag` or at the end (recorded behaviour 6). */
  typeAt: 'afterEtag' | 'end'
  hasGuid: boolean
  /** PATCH of tags: answered at once on every type; absent when the type has no tags (ARM contract 7.2). */
  patch: boolean
  /** False for what only the service creates. */
  writable?: false
  /** Lists that are one object, never paged (ARM contract 9.6). */
  unpaged?: true
  /** Children the service shows inside the parent. Their rows are the truth. */
  inlines?: readonly Inlined[]
  /** Sub-resources that live in the parent's properties: they carry its etag and state (recorded behaviour 2.4). */
  embeds?: readonly Embedded[]
  /** Members of properties a PUT must bring. */
  required?: readonly string[]
  /** Members a client may send and the service ignores. */
  readOnly?: readonly string[]
  /** Members a LIST leaves out (recorded behaviour 4, ARM contract 11). */
  listOmits?: readonly string[]
  /** The answer's name for a requested one: peerings are called by their type whatever the case in the path. */
  canonicalName?: (name: string) => string
  /** What ARM refuses at once. */
  refuse?: (draft: Draft) => Answer | undefined
  /** Members that api-versions before the one named do not show, as paths in `properties`; see `asOf`. */
  since?: Readonly<Record<string, string>>
  /** What the service stores: its defaults (recorded behaviour 5) around what was sent. */
  fill: (draft: Draft) => JsonObject
  /** The `sku` beside the properties, completed. */
  fillSku?: (sent: JsonObject, before: Living | undefined) => JsonObject
  /** What the write fails with at its end although it was accepted. */
  fails?: (draft: Draft) => OperationFailure | undefined
  /** What changes when the write has ended, and after. */
  settles?: (draft: Draft) => Settling[]
  /** What no answer shows, after a PUT; without this it stays as it was. */
  inside?: (draft: Draft, endsAt: number, failed: boolean) => JsonObject
  /** Rows the service creates along with a new one, and other side effects. */
  alongside?: (draft: Draft, row: ResourceRow, endsAt: number) => void
  /** What follows from other rows: references back, lists of hubs. Merged into properties on every read. */
  derive?: (at: Living, exchange: Exchange) => JsonObject
  /** Last word on the properties of an answer. */
  present?: (properties: JsonObject, purpose: Purpose, at: Living, exchange: Exchange) => JsonObject
  /** What its deletion brings to others when it ends. */
  departs?: (at: Living, exchange: Exchange, endsAt: number) => void
  /** Why it cannot be deleted now. */
  holds?: (at: Living, exchange: Exchange) => Answer | undefined
}

export type Purpose = 'get' | 'list' | 'put' | 'inline'

export interface Inlined {
  member: string
  /** The child's full type. */
  type: string
  /** What a PUT of the parent without the member does to the children (ARM contract 4). */
  absent: 'keeps' | 'deletes'
}

export interface Embedded {
  member: string
  /** The member of properties it sits in, where it does not sit there itself. */
  within?: string
  /** Path segment in its id, `ipConfigurations`. */
  segment: string
  typeAt: 'afterEtag' | 'end'
  /** Whether it can be read and listed under its own path (ARM contract 9). */
  readable: boolean
}

/** A PUT that is being decided. */
export interface Draft {
  exchange: Exchange
  id: string
  name: string
  location: string
  /** `properties` as sent, without what is read-only. */
  sent: JsonObject
  body: JsonObject
  /** The resource before, when it exists. */
  before: Living | undefined
  /** Written inside its parent, which has its own rules for the whole. */
  inlined?: true
}

/** Members that change `after` seconds of real service time past the end of the write. */
export interface Settling {
  after: number
  merge: JsonObject
}
