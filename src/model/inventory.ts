import type { HubError } from './errors.ts'
import type { Resource } from './resources/resource.ts'

export interface Subscription {
  subscriptionId: string
  displayName: string
  tenantId?: string
  /** Enabled, Warned, PastDue, Disabled or Deleted, as ARM spells it. */
  state?: string
}

/** A directory. */
export interface Tenant {
  tenantId: string
  displayName?: string
  /** `contoso.onmicrosoft.com` */
  defaultDomain?: string
}

/** How far an account reaches. */
export interface Reach {
  /** Of all its directories, each once. */
  subscriptions: Subscription[]
  /** Its directories; empty where only one was asked, as in the demo. */
  tenants: Tenant[]
  /** Directories whose subscriptions could not be read, scope `/tenants/<id>`; kind `auth` where access was refused, `signIn` says whether one there may help. */
  unreadable: Unreadable[]
  /** How many directories the app registration is not for: they are no part of what is read. Absent where there is none. */
  notServed?: number
  /** Absent once each of them has answered or was given up. */
  stillReading?: 'otherDirectories'
}

/** A part of the estate that could not be read. It is part of the answer, never left out in silence. */
export interface Unreadable {
  /** ARM id of the scope: a directory, a subscription, a resource group or one resource. */
  scope: string
  /** What was asked for there, in words: "connections". */
  what: string
  /** The action the account would need, `Microsoft.Network/connections/read`. */
  action: string
  error: HubError
}

/** How far a subscription has been read: lists first, then one GET for each connection's status. */
export type InventoryPhase = 'lists' | 'statuses' | 'done'

export interface SubscriptionInventory {
  subscriptionId: string
  resources: Resource[]
  unreadable: Unreadable[]
  phase: InventoryPhase
  /** Milliseconds since the epoch when the newest answer in it arrived. */
  readAt: number
}
