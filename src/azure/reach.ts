import type { JsonObject } from '../lib/json.ts'
import { ok, type Result } from '../lib/result.ts'
import type { HubError } from '../model/errors.ts'
import type { Reach, Subscription, Tenant, Unreadable } from '../model/inventory.ts'
import { text } from './from-wire/read.ts'
import { inTime } from './in-time.ts'
import type { Raw } from './raw.ts'
import { timerSleep } from './transport.ts'

/** How far the account reaches, and by which of its directories each subscription is read. */
export interface ReachReader {
  /**
   * Reads it anew. Fails where not a single directory could be read; only an abort throws. `onEarly`: what a first reading
   * has after two seconds, or when the own directory answers, where others are still awaited.
   */
  read(signal?: AbortSignal, onEarly?: (reach: Reach) => void): Promise<Result<Reach, HubError>>
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
  let byTenant = new Map<string, string | undefined>()
  /** As last listed, and what each directory last gave, by its id in lower case. */
  let tenants: Tenant[] = []
  let last = new Map<string, Subscription[]>()
  let reading: Reading | undefined

  const readOwn = async (signal: AbortSignal | undefined): Promise<TenantReading> => {
    const read = await readOne(raw, undefined, signal)
    // What is at home here waits for no other directory; what is only delegated may be listed by its own.
    for (const subscription of read.ok ? read.value : []) {
      if (same(ownTenant, subscription.tenantId ?? ownTenant)) byTenant.set(keyOf(subscription), undefined)
    }
    return { tenantId: undefined, read }
  }
  const readAll = async (
    own: Promise<TenantReading>,
    arrived: TenantReading[],
    signal: AbortSignal | undefined,
  ): Promise<Result<Reach, HubError>> => {
    const listed = await inTime((until) => raw.pages({ path: '/tenants' }, until), signal)
    if (listed.ok) tenants = listed.value.flatMap(tenantFromWire)
    const others = tenants.filter(({ tenantId }) => !same(tenantId, ownTenant))
    const readings = await Promise.all([
      own,
      ...others.map(async ({ tenantId }) => {
        const reading = { tenantId, read: await inTime((until) => readOne(raw, tenantId, until), signal) }
        arrived.push(reading)
        return reading
      }),
    ])
    const first = readings[0].read
    if (!first.ok && readings.every(({ read }) => !read.ok)) return first
    // One that failed keeps what it had: a lost answer is no reason to lose rows, or to ask with another's token.
    const standing = readings.map(({ tenantId, read }) => ({
      tenantId,
      subscriptions: read.ok ? read.value : (last.get(tenantKey(tenantId)) ?? []),
    }))
    last = new Map(standing.map(({ tenantId, subscriptions }) => [tenantKey(tenantId), subscriptions]))
    const found = chosen(standing)
    byTenant = new Map(found.map(({ subscription, tenantId }) => [keyOf(subscription), tenantId]))
    const failed = readings.flatMap(({ tenantId, read }) =>
      read.ok ? [] : [unread(`/tenants/${tenantId ?? ownTenant}`, read.error)],
    )
    const unreadable = failed.filter(({ error }) => error.code !== 'DirectoryNotServed')
    const notServed = failed.length - unreadable.length
    if (!listed.ok) unreadable.push({ ...unread('/tenants', listed.error), what: 'other directories' })
    const subscriptions = found.map(({ subscription }) => subscription)
    return ok({ subscriptions, tenants, unreadable, ...(notServed > 0 && { notServed }) })
  }
  /** A first reading only: after it, what was read before is in view. */
  const early = async (
    own: Promise<TenantReading>,
    arrived: readonly TenantReading[],
    ended: AbortSignal,
  ) => {
    await timerSleep(GRACE, ended)
    const first = await own
    if (ended.aborted || !first.read.ok) return undefined
    const standing = [first, ...arrived].flatMap(({ tenantId, read }) =>
      read.ok ? [{ tenantId, subscriptions: read.value }] : [],
    )
    const found = chosen(standing)
    // What is shown is read; a delegated one with the token that listed it, until its own directory answers.
    for (const { subscription, tenantId } of found) {
      if (!byTenant.has(keyOf(subscription))) byTenant.set(keyOf(subscription), tenantId)
    }
    const subscriptions = found.map(({ subscription }) => subscription)
    return { subscriptions, tenants, unreadable: [], stillReading: 'otherDirectories' as const }
  }
  const begin = (signal?: AbortSignal, onEarly?: (reach: Reach) => void): Reading => {
    const own = readOwn(signal)
    const arrived: TenantReading[] = []
    const ended = new AbortController()
    const all = readAll(own, arrived, signal).finally(() => ended.abort())
    const now = { own, all }
    reading = now
    if (onEarly && last.size === 0) {
      // It ends with the reading, which tells by itself why.
      early(own, arrived, ended.signal).then(
        (reach) => reach && onEarly(reach),
        () => undefined,
      )
    }
    const forget = () => {
      // Aborted: whoever needs to know begins anew.
      if (reading === now) reading = undefined
    }
    own.catch(forget)
    now.all.catch(forget)
    return now
  }

  return {
    read: (signal, onEarly) => begin(signal, onEarly).all,
    tenantOf(subscriptionId) {
      const key = subscriptionId.toLowerCase()
      if (byTenant.has(key)) return byTenant.get(key)
      const known = async ({ own, all }: Reading) => {
        await own
        if (!byTenant.has(key)) await all
      }
      const waited = async () => {
        await known(reading ?? begin()).catch(() => known(reading ?? begin()))
        return byTenant.get(key)
      }
      return waited()
    },
  }
}

/** What others keep waiting is shown without them after this: most answer sooner, and rows come once. In milliseconds. */
const GRACE = 2_000

/** Under way: the account's own directory, and all of them. Both reject only when aborted. */
interface Reading {
  own: Promise<TenantReading>
  all: Promise<Result<Reach, HubError>>
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
): Promise<Result<Subscription[], HubError>> {
  const items = await raw.pages({ path: '/subscriptions', ...(tenantId && { tenantId }) }, signal)
  return items.ok ? ok(items.value.flatMap(subscriptionFromWire)) : items
}

interface Standing {
  tenantId: string | undefined
  subscriptions: readonly Subscription[]
}

/** Each once: a delegated subscription is listed by two directories, and its own knows it best. */
function chosen(
  standing: readonly Standing[],
): { subscription: Subscription; tenantId: string | undefined }[] {
  const found = new Map<string, { subscription: Subscription; tenantId: string | undefined }>()
  for (const { tenantId, subscriptions } of standing) {
    for (const subscription of subscriptions) {
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

/** The account's own under the empty one. */
function tenantKey(tenantId: string | undefined): string {
  return tenantId?.toLowerCase() ?? ''
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
