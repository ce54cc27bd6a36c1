import type { TokenCredential } from '@azure/core-auth'
import { once } from '../lib/once.ts'
import { err, ok, type Result } from '../lib/result.ts'
import type { HubError } from '../model/errors.ts'
import type { Reach, SubscriptionInventory } from '../model/inventory.ts'
import { parseArmId } from '../model/paths.ts'
import type { Resource } from '../model/resources/resource.ts'
import type { SelfTestReading } from '../model/self-test/reading.ts'
import type { Lock } from '../model/rights/lock.ts'
import type { Permission } from '../model/rights/permission.ts'
import { withVersionFallback } from './api-versions.ts'
import { errorFromThrown, unreadableAnswer } from './arm-error.ts'
import { type Ask, createAsk } from './ask.ts'
import { authorized, cachedCredential } from './credential.ts'
import type { Deployments } from './deployments.ts'
import { text } from './from-wire/read.ts'
import { resourceFromWire } from './from-wire/resource.ts'
import type { Inventories, InventoriesOptions } from './inventories.ts'
import { readByTenant } from './inventories-by-tenant.ts'
import { getBody, type InventoryOptions, readInventory } from './inventory.ts'
import { inTime } from './in-time.ts'
import { readLocks } from './locks.ts'
import type { NetworkSdk } from './network-sdk.ts'
import { createOperations, type Operations } from './operations.ts'
import { createPause, type Pause } from './pause.ts'
import { readPermissions } from './permissions.ts'
import { createRaw, type Raw } from './raw.ts'
import { createReach } from './reach.ts'
import { whileWritable } from './read-only.ts'
import { createRequestLog, type RequestLog } from './request-log.ts'
import type { Session } from './session.ts'
import { readStatuses, type StatusesOptions } from './statuses.ts'
import { patient, throttled } from './throttle.ts'
import { type Clock, onlyTo, type Send, type Sleep } from './transport.ts'
import type { Writes } from './write.ts'

export interface AzureOptions {
  send: Send
  credential: TokenCredential
  /** See Session. */
  challenged?: Session['challenged']
  /** ARM's base; the public cloud's by default. Nothing is ever sent to another origin. */
  endpoint?: string
  /** Token scope; `<endpoint>/.default` by default. */
  scopes?: string
  /** Directory of the account, whose other directories are then read too. Absent where there is only one, as in the demo. */
  ownTenant?: string
  clock: Clock
  sleep: Sleep
  newId: () => string
  /** Between two looks at an operation when ARM names no time. Asked anew each time, since the demo's speed changes. */
  pollIntervalMs: () => number
  /** When what is answered now was true, in milliseconds: the clock, or the time a snapshot was taken. */
  readAt?: Clock
  /** True while nothing may be changed: what could change anything is then not sent. */
  readOnly?: () => boolean
  /** True while nobody looks; operations are then looked at once a minute. */
  hidden?: () => boolean
}

/**
 * Azure Resource Manager for this app. Failures are values; only an abort throws. Bodies and models come without
 * secrets.
 */
export interface Azure {
  /**
   * Every subscription the account may read, of all its directories, each directory's in ARM's order. Where other
   * directories keep a first reading waiting, `onEarly` has what there is, once.
   */
  subscriptions(signal?: AbortSignal, onEarly?: (reach: Reach) => void): Promise<Result<Reach, HubError>>
  /** Everything of one subscription; what could not be read is part of it. */
  inventory(subscriptionId: string, options?: InventoryOptions): Promise<SubscriptionInventory>
  /** Everything of many subscriptions, through Resource Graph; what could not be read is part of it. */
  inventories(subscriptionIds: readonly string[], options?: InventoriesOptions): Promise<Inventories>
  /** The statuses that Resource Graph does not know, those in view first. Ends when all have been asked for. */
  statuses(connections: readonly Resource[], options: StatusesOptions): Promise<void>
  /** One resource of any provider, by its id in any casing. */
  resource(id: string, signal?: AbortSignal): Promise<Result<Resource, HubError>>
  /** A list by its path, every page: `<hub id>/hubVirtualNetworkConnections`. Items without an id are left out. */
  list(collectionId: string, signal?: AbortSignal): Promise<Result<Resource[], HubError>>
  /** One read, and what this browser could see of its answer. Never holds the token. */
  selfTest(signal?: AbortSignal): Promise<SelfTestReading>
  /** What the account's roles give at a scope. */
  permissions(scope: string, signal?: AbortSignal): Promise<Result<Permission[], HubError>>
  /** The locks at a scope, above it and below it. */
  locks(scope: string, signal?: AbortSignal): Promise<Result<Lock[], HubError>>
  operations: Operations
  ask: Ask
  /** What changes resources, loaded when somebody is about to. */
  writes(): Promise<Writes>
  /** Deployments of plans, loaded when somebody is about to. */
  deployments(): Promise<Deployments>
  requestLog: RequestLog
  pause: Pause
  /** Begins to load the SDK; the first list waits for it otherwise. */
  warmUp(): void
}

const PUBLIC_CLOUD = 'https://management.azure.com'

/** Milliseconds; they wait their turn behind what else is being read. */
const LONGEST_FOR_RIGHTS = 30_000

export function createAzure(options: AzureOptions): Azure {
  const { clock, sleep, newId, endpoint = PUBLIC_CLOUD, scopes = `${endpoint}/.default` } = options
  const { readAt = clock, challenged } = options
  const log = createRequestLog(clock)
  const pause = createPause()
  const logged = whileWritable(log.logged(onlyTo(endpoint, options.send)), options.readOnly ?? (() => false))
  const polite = log.queued(throttled(logged, { clock, sleep, onPause: pause.until }))
  const send = withVersionFallback(patient(polite, { sleep }))
  const credential = cachedCredential(options.credential, clock)
  const signed = authorized(send, {
    credential,
    scopes,
    ...(challenged && {
      challenged(claims, tenantId) {
        credential.forget()
        return challenged(claims, tenantId)
      },
    }),
    tenantOf({ url, tenantId }) {
      const subscriptionId = /^[^?]*\/subscriptions\/([^/?]+)/i.exec(url)?.[1]
      return tenantId === undefined && subscriptionId !== undefined
        ? reach.tenantOf(subscriptionId)
        : tenantId
    },
  })
  const raw = createRaw(signed, endpoint, newId)
  const reach = createReach(raw, options.ownTenant)
  const sdk = once(async () => {
    const { createNetworkSdk } = await import('./network-sdk.ts')
    return createNetworkSdk({ send: signed, endpoint })
  })
  const hidden = options.hidden ?? (() => false)
  const resource: Azure['resource'] = async (id, signal) => {
    try {
      return await readResource(await sdk(), raw, readAt, id, signal)
    } catch (thrown) {
      return err(errorFromThrown(thrown, id, signal))
    }
  }
  const operations = createOperations(raw, {
    clock,
    sleep,
    pollIntervalMs: options.pollIntervalMs,
    hidden,
  })
  const ask = createAsk(raw, operations)
  return {
    subscriptions: reach.read,
    inventory: (subscriptionId, inventory = {}) =>
      readInventory({ sdk, raw, clock: readAt }, subscriptionId, inventory),
    inventories: (subscriptionIds, inventories = {}) =>
      readByTenant({ sdk, raw, clock: readAt, sleep }, reach.tenantOf, subscriptionIds, inventories),
    statuses: (connections, statuses) =>
      readStatuses({ get: (id) => resource(id, statuses.signal), sleep, hidden }, connections, statuses),
    resource,
    list: async (collectionId, signal) => {
      const items = await raw.pages({ path: collectionId }, signal)
      const read = { source: 'list', at: readAt() } as const
      return items.ok ? ok(items.value.flatMap((item) => resourceFromWire(item, read) ?? [])) : items
    },
    selfTest: async (signal) => {
      const { readSelfTest } = await import('./self-test.ts')
      // Around what repeats and waits: what the first answer looks like is what is asked.
      return readSelfTest({ send: logged, credential, endpoint, scopes, clock, newId }, signal)
    },
    // Buttons wait for these: where nothing comes, Azure decides.
    permissions: (scope, signal) =>
      inTime((until) => readPermissions(raw, scope, until), signal, LONGEST_FOR_RIGHTS),
    locks: (scope, signal) => inTime((until) => readLocks(raw, scope, until), signal, LONGEST_FOR_RIGHTS),
    operations,
    ask,
    writes: once(async () => (await import('./write.ts')).createWrites(raw, operations, readAt)),
    deployments: once(async () => (await import('./deployments.ts')).createDeployments(raw, operations, ask)),
    requestLog: log,
    pause,
    warmUp: () => void sdk().catch(() => undefined),
  }
}

async function readResource(
  sdk: NetworkSdk,
  raw: Raw,
  clock: Clock,
  id: string,
  signal: AbortSignal | undefined,
): Promise<Result<Resource, HubError>> {
  // `<connection>/sharedkey` and the like are no resources: their answer is nothing but a secret.
  if (!parseArmId(id) && !/^\/subscriptions\/[^/]+(\/resourceGroups\/[^/]+)?$/i.test(id))
    return err(notAResource(id))
  const body = await getBody(sdk, raw, id, signal)
  if (!body.ok) return body
  const resource = resourceFromWire(
    { ...body.value, id: text(body.value.id) ?? id },
    { source: 'get', at: clock() },
  )
  return resource ? ok(resource) : err(unreadableAnswer(200, id))
}

function notAResource(target: string): HubError {
  return {
    kind: 'invalid',
    code: 'NotAResourceId',
    message: 'This is not the id of a resource.',
    target,
    details: [],
  }
}
