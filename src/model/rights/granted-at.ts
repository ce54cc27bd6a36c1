import { grants, type Permission } from './permission.ts'

/** What is granted at one scope, by assignments there and above. */
export interface ScopeGrants {
  /** ARM id. */
  scope: string
  /** Absent while, or where, it could not be read. */
  permissions?: readonly Permission[]
}

/**
 * The widest scope at which an action is granted: that is where the role was given, or above it. `undefined` where no scope
 * that could be read grants it.
 * @param scopes the widest first
 */
export function grantedAt(scopes: readonly ScopeGrants[], action: string): string | undefined {
  return scopes.find(({ permissions }) => permissions && grants(permissions, action))?.scope
}

/** Subscription, resource group and the resource itself. */
export function scopesAbove(id: string): string[] {
  const segments = id.split('/')
  return [segments.slice(0, 3), segments.slice(0, 5), segments].map((part) => part.join('/'))
}
