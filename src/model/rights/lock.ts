import { keyOf } from '../paths.ts'

/** A management lock that is in the way of changes at its scope and below (Azure documentation, lock-resources). */
export interface Lock {
  /** ARM id of the lock itself. */
  id: string
  name: string
  /** `CanNotDelete` or `ReadOnly`, as ARM spells it; it may add others. */
  level: string
  notes?: string
  /** ARM id of what it was put on. */
  scope: string
}

/**
 * The lock that forbids an action on a scope, the wider one first; whatever the role. `CanNotDelete` forbids to delete,
 * `ReadOnly` everything but reading. A lock on something inside forbids to delete what holds it.
 * @param action `Microsoft.Network/connections/delete`
 * @param scope ARM id of what would be changed
 */
export function lockAgainst(locks: readonly Lock[], action: string, scope: string): Lock | undefined {
  const verb = keyOf(action.slice(action.lastIndexOf('/') + 1))
  if (verb === 'read') return undefined
  return [...locks]
    .sort((one, other) => one.scope.length - other.scope.length)
    .find((lock) => {
      const level = keyOf(lock.level)
      const holds = level === 'readonly' || (level === 'cannotdelete' && verb === 'delete')
      return holds && (isWithin(scope, lock.scope) || (verb === 'delete' && isWithin(lock.scope, scope)))
    })
}

/** Whether an ARM id is at a scope or below it. */
export function isWithin(id: string, scope: string): boolean {
  const inner = `${keyOf(id)}/`
  return inner.startsWith(`${keyOf(scope).replace(/\/+$/, '')}/`)
}
