import type { Answer } from './answer.ts'
import { isQuestion } from './deployments/questions.ts'
import type { Exchange } from './exchange.ts'
import { gatewayError } from './refusals.ts'
import { isAtOrBelow } from './roles.ts'
import { scopeOf } from './rights.ts'

/**
 * 409 for what a lock forbids: `CanNotDelete` deletes at its scope and below, `ReadOnly` every change and action there (Azure
 * documentation, lock-resources). Deleting takes what is inside along, so a lock in there holds what is around it too.
 */
export function refuseLocked(exchange: Exchange): Answer | undefined {
  const { estate, method, segments } = exchange
  if (method === 'GET' || method === 'HEAD' || estate.locks === undefined) return undefined
  // A question changes nothing (assumed: both are actions).
  if (segments[0]?.toLowerCase() !== 'subscriptions' || isQuestion(method, segments)) return undefined
  const scope = scopeOf(segments)
  const deletes = method === 'DELETE'
  const inTheWay = estate.locks.filter(
    (lock) =>
      (deletes || lock.level === 'ReadOnly') &&
      (isAtOrBelow(scope, lock.scope) || (deletes && isAtOrBelow(lock.scope, scope))),
  )
  if (inTheWay.length === 0) return undefined
  return scopeLocked(
    scope,
    deletes ? 'delete' : 'write',
    inTheWay.map((lock) => lock.scope),
  )
}

/** Status and text as in public reports (issue 183 of Azure-Player/azure.datafactory.devops, issue 606 of Azure/apiops). */
export function scopeLocked(scope: string, operation: 'write' | 'delete', locked: readonly string[]): Answer {
  return gatewayError(
    409,
    'ScopeLocked',
    `The scope '${scope}' cannot perform ${operation} operation because following scope(s) are locked: ` +
      `'${[...new Set(locked)].join("', '")}'. Please remove the lock and try again.`,
  )
}
