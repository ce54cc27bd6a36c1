import type { Exchange } from '../arm/exchange.ts'
import { scaled } from '../arm/timing.ts'
import { settled, type Living } from '../store/living.ts'
import type { Due } from '../store/rows.ts'
import type { Json, JsonObject } from '../wire/json.ts'
import { objectsAt } from '../wire/read.ts'
import { isBasic } from './find-gateway.ts'
import { referrers } from './find.ts'
import type { Draft } from './network-type.ts'
import { isVpn } from './tunnels.ts'

/** Seconds a fresh connection reads `Unknown` after `Succeeded`. Recorded as "minutes"; the number is assumed. */
export const UNKNOWN_SECONDS = 120

/** "Seconds of interruption" (VPN gateway document 5.4): the number is assumed. */
const RESTART_SECONDS = 10

/** Members of a connection that its tunnels are negotiated from. */
export const NEGOTIATED = [
  'sharedKey',
  'ipsecPolicies',
  'trafficSelectorPolicies',
  'usePolicyBasedTrafficSelectors',
  'connectionMode',
  'useLocalAzureIpAddress',
]

/** Members of a site that the tunnels to it are made from. */
const OF_SITE = ['gatewayIpAddress', 'fqdn', 'localNetworkAddressSpace', 'bgpSettings']

/**
 * What a PUT does to the tunnels: a new connection has its first ones minutes after it, a changed one lets them begin anew. The
 * device keeps the key it had.
 */
export function insideConnection(draft: Draft, endsAt: number, failed: boolean): JsonObject {
  const { before, exchange, sent } = draft
  const inside = before?.inside ?? {}
  if (failed) return inside
  const reported = objectsAt(before?.properties.tunnelConnectionStatus).length > 0
  const first = !reported && inside.firstUpAt === undefined
  // Of an existing connection of a Basic gateway the service has nothing to tell, and keeps to it.
  if (first && (before?.properties.connectionStatus === undefined || !isBasic(exchange, sent)))
    return { ...inside, firstUpAt: endsAt + scaled(UNKNOWN_SECONDS, exchange.settings.speed) }
  if (before === undefined || !isVpn(before)) return inside
  const changed = NEGOTIATED.filter((member) => sent[member] !== undefined && differ(sent, before, member))
  if (changed.length === 0) return inside
  return {
    ...inside,
    ...(changed.includes('sharedKey') && heldByDevice(before)),
    changedAt: exchange.now,
    breaks: restart(exchange, endsAt),
  }
}

/** The key of a connection, changed when an operation ends: its tunnels are negotiated anew with it (assumed). */
export function keyChange(at: Living, value: string, endsAt: number): Due {
  const same = at.properties.sharedKey === value
  return {
    at: endsAt,
    merge: { sharedKey: value },
    ...(!same && { inside: { ...heldByDevice(at), changedAt: endsAt } }),
  }
}

/** A device has the key that the connection had first. */
function heldByDevice({ inside, properties }: Living): JsonObject {
  const known = inside.deviceKey !== undefined || properties.sharedKey === undefined
  return known || properties.localNetworkGateway2 === undefined ? {} : { deviceKey: properties.sharedKey }
}

/** A changed site lets the tunnels to it begin anew. */
export function restartTunnelsTo(draft: Draft, endsAt: number): void {
  const { before, exchange, sent, id } = draft
  if (before === undefined || !OF_SITE.some((member) => differ(sent, before, member))) return
  for (const { row } of referrers(exchange, id, 'connections')) {
    const base = settled(row, exchange.now)
    exchange.save({ ...base, inside: { ...base.inside, breaks: restart(exchange, endsAt) } })
  }
}

/** A short break of all tunnels. */
export function restart({ settings }: Exchange, from: number): Json[] {
  return [{ from, until: from + scaled(RESTART_SECONDS, settings.speed) }]
}

/** Whether a PUT changes a member. */
export function differ(sent: JsonObject, before: Pick<Living, 'properties'>, member: string): boolean {
  return JSON.stringify(sorted(sent[member])) !== JSON.stringify(sorted(before.properties[member]))
}

/** Members in one order: what was read can be sent back. */
function sorted(value: Json | undefined): Json | undefined {
  if (Array.isArray(value)) return value.map((item) => sorted(item) ?? null)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([member, inner]) => [member, sorted(inner)]),
  )
}
