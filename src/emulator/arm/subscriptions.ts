import type { Estate, EstateSubscription } from '../estates/estate.ts'
import type { JsonObject } from '../wire/json.ts'
import { ok, type Answer } from './answer.ts'
import { segment, type Exchange } from './exchange.ts'
import { locationBody } from './locations.ts'
import { LOCATIONS } from './location-table.ts'
import { page } from './paging.ts'
import { subscriptionNotFound } from './refusals.ts'
import { hasRoleAround } from './roles.ts'
import { isInTenant, tenantOf } from './tenants.ts'

/** GET /subscriptions (ARM contract 12.1): those of the token's directory in which the caller has any role. */
export function subscriptions(exchange: Exchange): Answer {
  const { estate, caller } = exchange
  const all = estate.subscriptions
    .filter((one) => isInTenant(estate, caller, one))
    .filter(({ subscriptionId }) => hasRoleAround(estate, caller, `/subscriptions/${subscriptionId}`))
    .map((one) => subscriptionBody(estate, one))
  const answer = page(exchange, all)
  const body = answer.body
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return answer
  return { ...answer, body: { ...body, count: { type: 'Total', value: all.length } } }
}

export function subscription(exchange: Exchange): Answer {
  const id = segment(exchange, 1)
  const one = exchange.estate.subscriptions.find(
    (known) => known.subscriptionId.toLowerCase() === id.toLowerCase(),
  )
  return one === undefined ? subscriptionNotFound(id) : ok(subscriptionBody(exchange.estate, one))
}

export function locations(exchange: Exchange): Answer {
  return ok({ value: LOCATIONS.map((row) => locationBody(segment(exchange, 1), row)) })
}

function subscriptionBody(estate: Estate, one: EstateSubscription): JsonObject {
  const body: JsonObject = {
    id: `/subscriptions/${one.subscriptionId}`,
    authorizationSource: 'RoleBased',
    managedByTenants: [],
    subscriptionId: one.subscriptionId,
    tenantId: tenantOf(estate, one),
    displayName: one.displayName,
    state: one.state,
    subscriptionPolicies: {
      locationPlacementId: 'Public_2014-09-01',
      quotaId: one.quotaId,
      spendingLimit: 'Off',
    },
  }
  if (one.tags !== undefined) body.tags = one.tags
  return body
}
