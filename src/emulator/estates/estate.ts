import type { JsonObject } from '../wire/json.ts'

/** A company, made up or from a file: everything the emulator knows when it is loaded or reset. Pure data, no clock inside. */
export interface Estate {
  name: string
  /** One sentence for the demo menu. */
  description: string
  /** Where its subscriptions are, but for those that say otherwise. */
  tenant: Tenant
  otherTenants?: Tenant[]
  people?: EstatePerson[]
  /** Without them everything is everybody's own. */
  roleAssignments?: EstateRoleAssignment[]
  locks?: EstateLock[]
  policies?: EstatePolicy[]
  subscriptions: EstateSubscription[]
  resourceGroups: EstateResourceGroup[]
  /** Flat: a child (subnet, peering, authorization, hub connection…) is a resource of its own, never inlined in its parent. */
  resources: EstateResource[]
  /** What is under way at the moment of loading. */
  running: RunningOperation[]
  /** What was written and done before, for the activity log. */
  past?: PastActivity[]
  /** Nothing in it can be changed, and every answer is what the file holds, nothing derived. */
  readOnly?: true
  /** A record of what somebody read, once. */
  snapshot?: Snapshot
}

export interface Tenant {
  tenantId: string
  displayName: string
  defaultDomain: string
  countryCode: string
}

/** A made-up person. The same object id in each tenant, where Azure has one in each. */
export interface EstatePerson {
  objectId: string
  name: string
  username: string
  /** Home first. */
  tenantIds: string[]
}

export interface EstateRoleAssignment {
  /** Object id of a person. */
  principalId: string
  /** ARM id of a subscription, a group or a resource. */
  scope: string
  role: 'Owner' | 'Contributor' | 'Reader' | 'Network Contributor'
}

export interface EstateLock {
  /** ARM id of what it is on. */
  scope: string
  name: string
  level: 'CanNotDelete' | 'ReadOnly'
  notes?: string
}

/** An assigned policy with the effect deny. */
export interface EstatePolicy {
  /** ARM id of what it is assigned to. */
  scope: string
  name: string
  displayName: string
  /** What a resource must have to be let through. */
  requires: { tag: string }
}

export interface Snapshot {
  /** ISO 8601, UTC. */
  takenAt: string
  /** What was read, in words. */
  scope: string
  /** What was not: asked for, it is refused as it was then. */
  unread: Unread[]
  /** Paths of members that were left out when it was taken, `properties.serviceKey`. */
  cut: string[]
}

export interface Unread {
  /** ARM id of a subscription, a resource group or a resource. */
  scope: string
  /** `Microsoft.Network/connections/read`; `*` in place of the type stands for every type. */
  action: string
  status: number
  code: string
  message: string
}

/** An estate that is made only when somebody opens it. */
export interface MadeEstate {
  name: string
  description: string
  /** Pure: the same estate every time. */
  make: () => Estate
}

/** One that can be chosen. */
export type ListedEstate = Estate | MadeEstate

export function openEstate(listed: ListedEstate): Estate {
  return 'make' in listed ? listed.make() : listed
}

export interface EstateSubscription {
  subscriptionId: string
  displayName: string
  state: 'Enabled' | 'Warned' | 'PastDue' | 'Disabled' | 'Deleted'
  quotaId: string
  /** The estate's own when absent. */
  tenantId?: string
  tags?: Record<string, string>
}

export interface EstateResourceGroup {
  subscriptionId: string
  name: string
  /** Short region name, `westeurope`. */
  location: string
  tags?: Record<string, string>
}

export interface EstateResource {
  /** Full ARM id in ARM's casing; the type is read from it. */
  id: string
  /** Short region name; absent on children. */
  location?: string
  tags?: Record<string, string>
  sku?: JsonObject
  zones?: string[]
  kind?: string
  identity?: JsonObject
  /** The edge zone it is in, where it is in one. */
  extendedLocation?: JsonObject
  /** As GET answers it, without `provisioningState`, `resourceGuid` and `etag`, which the store fills in, and without inlined children. */
  properties: JsonObject
  /** `Succeeded` when absent; from a file it may be anything. */
  provisioningState?: string
  /** Made up when absent. */
  etag?: string
  resourceGuid?: string
  /**
   * What the service knows of it and no answer shows. A member that ends in `SecondsAgo` is counted back from the moment of
   * loading (negative: ahead of it) and becomes one that ends in `At`.
   */
  inside?: JsonObject
  /** From a file: the whole item as it stands there. Unknown types and read-only estates are answered with it. */
  body?: JsonObject
}

/** An update that was started before the estate was opened and ends by the emulator's clock. */
export interface RunningOperation {
  resourceId: string
  /** How long ago it was started, and how long it takes from its start, in seconds of real time whatever the speed setting. */
  startedSecondsAgo: number
  durationSeconds: number
  /** What changes on the resource when it ends; merged into `properties`. */
  effect?: JsonObject
  /** The same for what no answer shows. */
  inside?: JsonObject
  /** `resource`: provisioningState is Updating until then. `router`: only a hub's routingState moves. */
  shows: 'resource' | 'router'
  /** How the resource ends; `Succeeded` when absent. */
  endsIn?: 'Failed'
}

/** A write, delete or action of the time before the estate was opened. */
export interface PastActivity {
  /** ARM id of what it was about. */
  scope: string
  /** `Microsoft.Network/connections/sharedkey/write` */
  action: string
  method: 'PUT' | 'PATCH' | 'POST' | 'DELETE'
  caller: { name: string; objectId: string; tenantId?: string; appId?: string }
  when: PastMoment
  /** HTTP status of the answer. */
  status: number
  /** How long its operation took; absent when it was answered at once. */
  seconds?: number
  /** Why it was refused, or failed at its end. */
  failure?: { code: string; message: string }
  /** Made up when absent. */
  correlationId?: string
}

/** Before the estate was opened, at a time in milliseconds, or when what `running` has of the scope was started. */
export type PastMoment = { secondsAgo: number } | { at: number } | 'running'
