import type { JsonObject } from '../lib/json.ts'
import { ok, type Result } from '../lib/result.ts'
import type { HubError } from '../model/errors.ts'
import type { Reach, Subscription, Tenant, Unreadable } from '../model/inventory.ts'
import { text } from './from-wire/read.ts'
import type { Raw } from './raw.ts'

/** How far the account reaches, and by which of its directories each subscription is read. */
export interface ReachReader {
  /** Reads it anew. Fails where not a single directory could be read; only an abort throws. */
  read(signal?: AbortSignal): Promise<Result<Reach, HubError>>
  /**
   * Directory whose token reads a subscription; `undefined` for the account's own. For one that is not known yet the answer
   * waits for the reading, which it begins where nobody has.
   */
  tenantOf(subscriptionId: string): string | undefined | Promise<string | undefined>
}

/** @param ownTenant directory of the account, whose others are then read too; absent: one directory, as in the demo */
export function createReach(raw: Raw, ownTenant: string | undefined): ReachReader {
  if (ownTenant === undefined) {
    return {
      tenantOf: () => undefined,
      async read(signal) {
        const items = await raw.pages({ path: '/subscriptions' }, signal)
        if (!items.ok) return items
        return ok({ subscriptions: items.value.flatMap(subscriptionFromWire), tenants: [], unreadable: [] })
      },
    }
  }
  /** By subscription in lower case. */
  let byTenant: ReadonlyMap<string, string | undefined> = new Map()
  let reading: Promise<unknown> | undefined

  const readAll = async (signal: AbortSignal | undefined): Promise<Result<Reach, HubError>> => {
    const own = readOne(raw, undefined, signal)
    // Awaited later: until then an abort of it is not an unhandled one.
    own.catch(() => undefined)
    const listed = await raw.pages({ path: '/tenants' }, signal)
    const tenants = listed.ok ? listed.value.flatMap(tenantFromWire) : []
    const others = tenants.filter(({ tenantId }) => !same(tenantId, ownTenant))
    const readings = await Promise.all([own, ...others.map(({ tenantId }) => readOne(raw, tenantId, signal))])
    const first = readings[0].read
    if (!first.ok && readings.every(({ read }) => !read.ok)) return first
    const found = chosen(readings)
    byTenant = new Map(found.map(({ subscription, tenantId }) => [keyOf(subscription), tenantId]))
    const unreadable = readings.flatMap(({ tenantId, read }) =>
      read.ok ? [] : [unread(`/tenants/${tenantId ?? ownTenant}`, read.error)],
    )
    if (!listed.ok) unreadable.push({ ...unread('/tenants', listed.error), what: 'other directories' })
    return ok({ subscriptions: found.map(({ subscription }) => subscription), tenants, unreadable })
  }
  const read = (signal?: AbortSignal) => {
    const now = readAll(signal)
    reading = now
    now.catch(() => {
      // Aborted: whoever needs to know begins anew.
      if (reading === now) reading = undefined
    })
    return now
  }

  return {
    read,
    tenantOf(subscriptionId) {
      const key = subscriptionId.toLowerCase()
      if (byTenant.has(key)) return byTenant.get(key)
      const waited = async () => {
        await (reading ?? read()).catch(() => reading ?? read())
        return byTenant.get(key)
      }
      return waited()
    },
  }
}

interface TenantReading {
  /** `undefined` for the account's own. */
  tenantId: string | undefined
  read: Result<Subscription[], HubError>
}

async function readOne(
  raw: Raw,
  tenantId: string | undefined,
  signal: AbortSignal | undefined,
): Promise<TenantReading> {
  const items = await raw.pages({ path: '/subscriptions', ...(tenantId && { tenantId }) }, signal)
  return { tenantId, read: items.ok ? ok(items.value.flatMap(subscriptionFromWire)) : items }
}

/** Each once: a delegated subscription is listed by two directories, and its own knows it best. */
function chosen(
  readings: readonly TenantReading[],
): { subscription: Subscription; tenantId: string | undefined }[] {
  const found = new Map<string, { subscription: Subscription; tenantId: string | undefined }>()
  for (const { tenantId, read } of readings) {
    for (const subscription of read.ok ? read.value : []) {
      const key = keyOf(subscription)
      const isAtHome = tenantId !== undefined && same(tenantId, subscription.tenantId)
      if (!found.has(key) || isAtHome) found.set(key, { subscription, tenantId })
    }
  }
  return [...found.values()]
}

function unread(scope: string, error: HubError): Unreadable {
  return {
    scope,
    what: 'subscriptions',
    action: 'Microsoft.Resources/subscriptions/read',
    error: { ...error, target: scope },
  }
}

function keyOf({ subscriptionId }: Subscription): string {
  return subscriptionId.toLowerCase()
}

function same(one: string, other: string | undefined): boolean {
  return one.toLowerCase() === other?.toLowerCase()
}

function subscriptionFromWire(item: JsonObject): Subscription[] {
  const subscriptionId = text(item.subscriptionId) ?? text(item.id)?.split('/')[2]
  if (!subscriptionId) return []
  const displayName = text(item.displayName) ?? subscriptionId
  return [{ subscriptionId, displayName, tenantId: text(item.tenantId), state: text(item.state) }]
}

function tenantFromWire(item: JsonObject): Tenant[] {
  const tenantId = text(item.tenantId) ?? text(item.id)?.split('/')[2]
  if (!tenantId) return []
  const displayName = text(item.displayName)
  const defaultDomain = text(item.defaultDomain)
  return [{ tenantId, ...(displayName && { displayName }), ...(defaultDomain && { defaultDomain }) }]
}
