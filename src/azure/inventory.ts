import { isJsonObject, type JsonObject } from '../lib/json.ts'
import { err, ok, type Result } from '../lib/result.ts'
import type { HubError } from '../model/errors.ts'
import type { SubscriptionInventory } from '../model/inventory.ts'
import { keyOf } from '../model/paths.ts'
import type { Resource } from '../model/resources/resource.ts'
import { errorFromThrown, unreadableAnswer } from './arm-error.ts'
import { familyFromWire } from './from-wire/resource.ts'
import { createGathering } from './gathering.ts'
import type { GroupList, SubscriptionList } from './network-calls.ts'
import type { NetworkSdk } from './network-sdk.ts'
import type { Raw } from './raw.ts'
import type { Clock } from './transport.ts'

export interface InventoryOptions {
  signal?: AbortSignal
  /** What was known before: shown, with its own age, until the new answer is here. */
  previous?: SubscriptionInventory
  /** After each answer; the whole as it stands is made only when asked for. */
  onProgress?: (snapshot: () => SubscriptionInventory) => void
}

export interface Sources {
  sdk: () => Promise<NetworkSdk>
  raw: Raw
  clock: Clock
}

/** Each subscription list, and its name in words. */
const LISTS: Record<SubscriptionList, string> = {
  expressRouteCircuits: 'ExpressRoute circuits',
  virtualHubs: 'virtual hubs',
  vpnGateways: 'hub VPN gateways',
  expressRouteGateways: 'hub ExpressRoute gateways',
  p2sVpnGateways: 'point-to-site gateways',
  virtualWans: 'virtual WANs',
  vpnSites: 'VPN sites',
  expressRoutePorts: 'ExpressRoute Direct ports',
  vpnServerConfigurations: 'VPN server configurations',
  virtualNetworks: 'virtual networks',
  publicIPAddresses: 'public IP addresses',
  azureFirewalls: 'firewalls',
}

/** The three types that ARM lists by resource group only. */
const BY_GROUP: Record<GroupList, string> = {
  virtualNetworkGateways: 'virtual network gateways',
  connections: 'connections',
  localNetworkGateways: 'local network gateways',
}

/**
 * Everything of one subscription, live: twelve lists and three filters at once, one list for each group the filters
 * found, one GET for each connection's status (lists leave it out). What fails becomes `unreadable`; the rest goes on.
 * @throws only the signal's reason
 */
export async function readInventory(
  { sdk, raw, clock }: Sources,
  subscriptionId: string,
  { signal, previous, onProgress }: InventoryOptions,
): Promise<SubscriptionInventory> {
  const gathering = createGathering(subscriptionId, previous)
  const statuses: Promise<void>[] = []
  const progress = () => onProgress?.(gathering.snapshot)

  const take = (items: JsonObject[]) => {
    const read = { source: 'list', at: clock() } as const
    const resources = items.flatMap((item) => familyFromWire(item, read))
    gathering.add(resources, read.at)
    for (const resource of resources) if (needsStatus(resource)) statuses.push(handled(status(resource)))
    progress()
  }

  const status = async (listed: Resource) => {
    gathering.awaitStatus(listed.key)
    const got = await getBody(await sdk(), raw, listed.id, signal)
    const [fresh] = got.ok ? familyFromWire(got.value, { source: 'get', at: clock() }) : []
    if (fresh && fresh.key === listed.key) gathering.add([fresh], fresh.readAt)
    if (!got.ok && got.error.kind === 'notFound') gathering.drop(listed.key)
    else if (!got.ok) gathering.missStatus(listed, got.error)
    gathering.haveStatus(listed.key)
    progress()
  }

  const ask = async (list: Ask, call: () => Promise<Result<unknown, HubError>>) => {
    gathering.asked()
    // The SDK's chunk may fail to load; that is no more than another thing that cannot be read.
    const result = await call().catch((thrown: unknown) => err(errorFromThrown(thrown, list.scope, signal)))
    const { type, ...unreadable } = list
    if (!result.ok) gathering.miss({ ...unreadable, error: result.error }, type)
    progress()
  }

  const scope = `/subscriptions/${subscriptionId}`
  const group = async (name: GroupList, resourceGroup: string) => {
    const place = { subscriptionId, resourceGroup }
    await ask(
      {
        scope: `${scope}/resourceGroups/${resourceGroup}`,
        what: BY_GROUP[name],
        action: `Microsoft.Network/${name}/read`,
        type: name,
      },
      async () => (await sdk()).listInGroup(place, name, take, signal),
    )
  }

  const filter = async (name: GroupList) => {
    const query = { $filter: `resourceType eq 'Microsoft.Network/${name}'` }
    const groups = new Map<string, Promise<void>>()
    const found = (items: JsonObject[]) => {
      for (const item of items) {
        const resourceGroup = groupOf(item)
        const key = resourceGroup?.toLowerCase()
        if (resourceGroup && key && !groups.has(key)) groups.set(key, handled(group(name, resourceGroup)))
      }
    }
    await ask(
      { scope, what: BY_GROUP[name], action: 'Microsoft.Resources/subscriptions/resources/read', type: name },
      () => raw.pages({ path: `${scope}/resources`, query }, signal, found),
    )
    await Promise.all(groups.values())
  }

  // Literals: Object.keys forgets the key types.
  const lists = (Object.keys(LISTS) as SubscriptionList[]).map((name) =>
    ask({ scope, what: LISTS[name], action: `Microsoft.Network/${name}/read`, type: name }, async () =>
      (await sdk()).list(subscriptionId, name, take, signal),
    ),
  )
  const filters = (Object.keys(BY_GROUP) as GroupList[]).map(filter)
  await Promise.all([...filters, ...lists])
  gathering.listsDone()
  progress()
  await Promise.all(statuses)
  return gathering.finish()
}

/** Awaited later: until then an abort of it is not an unhandled one. */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}

type Ask = { scope: string; what: string; action: string; type: string }

/** GET through the SDK where it knows the type, else raw. */
export async function getBody(
  sdk: NetworkSdk,
  raw: Raw,
  id: string,
  signal: AbortSignal | undefined,
): Promise<Result<JsonObject, HubError>> {
  const known = sdk.get(id, signal)
  if (known) return known
  const answer = await raw.request({ method: 'GET', path: id }, signal)
  if (!answer.ok) return answer
  const { body, status } = answer.value
  return isJsonObject(body) ? ok(body) : err(unreadableAnswer(status, id))
}

/** Only a GET of one tells its status: lists leave it out. */
export function needsStatus({ kind }: Resource): boolean {
  return kind === 'connection' || kind === 'vpnConnection'
}

function groupOf(item: JsonObject): string | undefined {
  const id = typeof item.id === 'string' ? item.id : ''
  return /^\/subscriptions\/[^/]+\/resourceGroups\/([^/]+)/i.exec(keyOf(id))?.[1] && id.split('/')[4]
}
