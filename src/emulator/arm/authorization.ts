import type { EstateLock } from '../estates/estate.ts'
import type { Route } from '../network/routes.ts'
import type { JsonObject } from '../wire/json.ts'
import type { Answer } from './answer.ts'
import { query, type Exchange } from './exchange.ts'
import { page } from './paging.ts'
import { isAtOrBelow, rolesAt } from './roles.ts'

const GROUP = '/subscriptions/:s/resourcegroups/:g'

/** Subscription (unverified for permissions), group, and resources up to three types deep. */
const SCOPES = [
  '/subscriptions/:s',
  GROUP,
  ...[1, 2, 3].map((depth) => {
    const types = Array.from({ length: depth }, (_, index) => `/:t${index}/:n${index}`)
    return `${GROUP}/providers/:p${types.join('')}`
  }),
]

/** What Microsoft.Authorization answers at any scope. */
export function authorizationRoutes(): Route[] {
  return SCOPES.flatMap((scope): Route[] => [
    { method: 'GET', path: `${scope}/providers/microsoft.authorization/permissions`, answer: permissions },
    { method: 'GET', path: `${scope}/providers/microsoft.authorization/locks`, answer: locks },
  ])
}

/** One element for each role assignment in effect (ARM contract 12.6). */
function permissions(exchange: Exchange): Answer {
  const roles = rolesAt(exchange.estate, exchange.caller, scopeBefore(exchange))
  return page(
    exchange,
    roles.map(({ actions, notActions }) => ({
      actions: [...actions],
      notActions: [...notActions],
      dataActions: [],
      notDataActions: [],
    })),
  )
}

/**
 * The locks at a scope, above it and below it; with `$filter=atScope()` those below are left out (documentation of
 * Get-AzResourceLock). Body by the published specification of Microsoft.Authorization/locks, 2020-05-01.
 */
function locks(exchange: Exchange): Answer {
  const scope = scopeBefore(exchange)
  const atScope = /atScope\(\)/i.test(query(exchange.url, '$filter') ?? '')
  const found = (exchange.estate.locks ?? []).filter(
    (lock) => isAtOrBelow(scope, lock.scope) || (!atScope && isAtOrBelow(lock.scope, scope)),
  )
  return page(exchange, found.map(lockBody))
}

function lockBody({ scope, name, level, notes }: EstateLock): JsonObject {
  return {
    id: `${scope}/providers/Microsoft.Authorization/locks/${name}`,
    type: 'Microsoft.Authorization/locks',
    name,
    properties: { level, ...(notes !== undefined && { notes }) },
  }
}

function scopeBefore({ segments }: Exchange): string {
  return `/${segments.slice(0, -3).join('/')}`
}
