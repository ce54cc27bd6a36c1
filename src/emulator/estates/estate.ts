import type { JsonObject } from '../wire/json.ts'

/** A made-up company: everything the emulator knows when it is loaded or reset. Pure data, no clock inside. */
export interface Estate {
  name: string
  /** One sentence for the demo menu. */
  description: string
  tenant: { tenantId: string; displayName: string; defaultDomain: string; countryCode: string }
  subscriptions: EstateSubscription[]
  resourceGroups: EstateResourceGroup[]
  /** Flat: a child (subnet, peering, authorization, hub connection…) is a resource of its own, never inlined in its parent. */
  resources: EstateResource[]
  /** What is under way at the moment of loading. */
  running: RunningOperation[]
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
  /** As GET answers it, without `provisioningState`, `resourceGuid` and `etag`, which the store fills in, and without inlined children. */
  properties: JsonObject
  /** `Succeeded` when absent. */
  provisioningState?: 'Succeeded' | 'Failed' | 'Canceled'
}

/** An update that was started before the estate was opened and ends by the emulator's clock. */
export interface RunningOperation {
  resourceId: string
  /** How long ago it was started, and how long it takes from its start, in seconds of real time whatever the speed setting. */
  startedSecondsAgo: number
  durationSeconds: number
  /** What changes on the resource when it ends; merged into `properties`. */
  effect?: JsonObject
  /** `resource`: provisioningState is Updating until then. `router`: only a hub's routingState moves. */
  shows: 'resource' | 'router'
}
