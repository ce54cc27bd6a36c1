import type { Subscription, Tenant, Unreadable } from './inventory.ts'

/** The directory that a scope names, `/tenants/<id>`; `undefined` for every other scope. */
export function tenantOfScope(scope: string): string | undefined {
  return /^\/tenants\/([^/]+)$/i.exec(scope)?.[1]
}

/** Whether a directory could not be read for want of a sign-in of its own. */
export function mayBeSignedInTo({ scope, error }: Unreadable): boolean {
  return tenantOfScope(scope) !== undefined && error.kind === 'auth' && error.signIn !== 'refused'
}

/** A directory as a person knows it: its name, else its domain, else its id. */
export function tenantName(tenantId: string, tenants: readonly Tenant[]): string {
  const known = tenants.find((one) => one.tenantId.toLowerCase() === tenantId.toLowerCase())
  return known?.displayName ?? known?.defaultDomain ?? tenantId
}

export interface DirectoryGroup {
  /** `undefined`: ARM did not say. */
  tenantId: string | undefined
  subscriptions: Subscription[]
}

/** Subscriptions by their directory, in the order in which each directory first comes. */
export function byDirectory(subscriptions: readonly Subscription[]): DirectoryGroup[] {
  const groups = new Map<string, DirectoryGroup>()
  for (const subscription of subscriptions) {
    const key = subscription.tenantId?.toLowerCase() ?? ''
    const group = groups.get(key) ?? { tenantId: subscription.tenantId, subscriptions: [] }
    group.subscriptions.push(subscription)
    groups.set(key, group)
  }
  return [...groups.values()]
}
