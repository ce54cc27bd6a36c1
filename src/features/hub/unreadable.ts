import type { Subscription, Unreadable } from '../../model/inventory.ts'
import { count } from '../../model/format.ts'
import { nameOfId, parseArmId } from '../../model/paths.ts'

/** The name of a scope as a person knows it: a subscription, a resource group or a resource. */
export function scopeName(scope: string, subscriptions: readonly Subscription[]): string {
  if (parseArmId(scope)) return nameOfId(scope)
  const [, , subscriptionId, , resourceGroup] = scope.split('/')
  if (resourceGroup) return resourceGroup
  const known = subscriptions.find(
    (one) => one.subscriptionId.toLowerCase() === subscriptionId?.toLowerCase(),
  )
  return known?.displayName ?? subscriptionId ?? scope
}

/** What could not be read, in one clause. */
export function unreadableSummary(
  unreadable: readonly Unreadable[],
  subscriptions: readonly Subscription[],
): string | undefined {
  const [first] = unreadable
  if (!first) return undefined
  if (unreadable.length > 1) {
    const scopes = new Set(unreadable.map(({ scope }) => scope.toLowerCase()))
    return scopes.size === 1
      ? `${scopeName(first.scope, subscriptions)} could not be read completely`
      : `${count(scopes.size, 'scope')} could not be read completely`
  }
  const name = scopeName(first.scope, subscriptions)
  return isForbidden(first)
    ? `${first.what} in ${name} need ${first.action}`
    : `${first.what} in ${name} could not be read`
}

export function isForbidden({ error }: Unreadable): boolean {
  return error.kind === 'forbidden' || error.kind === 'auth'
}
