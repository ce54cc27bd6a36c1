import type { Exchange } from '../arm/exchange.ts'
import { scaled } from '../arm/timing.ts'
import { settled, type Living } from '../store/living.ts'
import type { JsonObject } from '../wire/json.ts'
import { arrayAt, idAt, numberAt, objectAt, objectsAt, textAt, without } from '../wire/read.ts'
import { publicAddress } from './addresses.ts'
import { differ, NEGOTIATED, restart, UNKNOWN_SECONDS } from './connection-changes.ts'
import { deviceObstacle, type FarSide } from './far-side.ts'
import { find, referrers } from './find.ts'
import { passed, type Instance } from './gateway-instances.ts'
import type { Draft } from './network-type.ts'
import { connectionStatusOf, tunnelsBetween, type Tunnel } from './tunnels.ts'

/**
 * One link of a site's connection to a hub. What Azure does not show of it is in `inside.links` of the connection, by its name in
 * lower case; of a connection without links, which is its own link, under `''`.
 */
export interface HubLink {
  name: string
  /** The link as if it were a connection of its own: what it has agreed on, and what has happened to it. */
  at: Living
  /** Without a site or link that says so, as for a site that nobody here knows. */
  address: string | undefined
  bgp: JsonObject
}

/** Seconds a fresh link reads `Connecting` before its tunnels are up. Assumed. */
const CONNECTING_SECONDS = 20

/** What a link does not bring by itself, because it belongs to the whole connection. */
const OF_WHOLE = ['trafficSelectorPolicies']

/** The links of a connection, or the connection as its own link. */
export function linksOf(exchange: Exchange, connection: Living): HubLink[] {
  const site = find(exchange, idAt(connection.properties.remoteVpnSite) ?? '')
  const links = objectsAt(connection.properties.vpnLinkConnections)
  if (links.length === 0) {
    const at = asConnection(connection, '', connection.properties)
    return [{ name: '', at, ...endOf(site?.properties ?? {}) }]
  }
  return links.map((link) => {
    const name = textAt(link.name) ?? ''
    const properties = objectAt(link.properties)
    const wanted = (idAt(properties.vpnSiteLink) ?? '').split('/').at(-1)?.toLowerCase()
    const end = objectsAt(site?.properties.vpnSiteLinks).find(
      (one) => textAt(one.name)?.toLowerCase() === wanted,
    )
    return { name, at: asConnection(connection, name, properties), ...endOf(objectAt(end?.properties)) }
  })
}

function endOf(properties: JsonObject): Pick<HubLink, 'address' | 'bgp'> {
  const fqdn = textAt(properties.fqdn)
  return {
    address: textAt(properties.ipAddress) ?? (fqdn === undefined ? undefined : publicAddress(`fqdn:${fqdn}`)),
    bgp: objectAt(properties.bgpProperties),
  }
}

function asConnection(connection: Living, name: string, properties: JsonObject): Living {
  const whole = Object.fromEntries(
    OF_WHOLE.flatMap((member) => {
      const value = connection.properties[member]
      return value === undefined ? [] : [[member, value]]
    }),
  )
  const id = name === '' ? connection.row.id : `${connection.row.id}/vpnLinkConnections/${name}`
  return {
    ...connection,
    row: { ...connection.row, id },
    properties: { ...whole, ...properties },
    inside: { asOfAt: connection.inside.asOfAt ?? 0, ...insideOf(connection, name) },
  }
}

/** What has happened to a link. */
export function insideOf({ inside }: Pick<Living, 'inside'>, name: string): JsonObject {
  return objectAt(objectAt(inside.links)[name.toLowerCase()])
}

/** `inside` of the connection with that of one link replaced. */
export function withLink(inside: JsonObject, name: string, link: JsonObject): JsonObject {
  return { ...inside, links: { ...objectAt(inside.links), [name.toLowerCase()]: link } }
}

/** The tunnels of a link, one for each instance of the hub's gateway; none before the service has heard of any. */
export function linkTunnels(exchange: Exchange, { at, address }: HubLink): Tunnel[] {
  const gateway = find(exchange, gatewayIdOf(at.row.id))
  const instances = gateway === undefined ? [] : hubInstancesOf(gateway)
  const farSide: FarSide = {
    obstacle: deviceObstacle(at),
    changedAt: passed(at.inside.changedAt, exchange.now),
    addressOf: () => address,
    outagesOf: () => [],
  }
  return tunnelsBetween(exchange, at, { gateway, instances, farSide, stored: storedOf(at, instances.length) })
}

/** The one status of a link that an estate told, as the status of each of its tunnels; `upOn` says on which it is up. */
function storedOf({ properties, inside }: Living, instances: number): JsonObject[] {
  const status = textAt(properties.connectionStatus)
  if (inside.firstUpAt !== undefined || status === undefined || status === 'Unknown') return []
  const upOn = inside.upOn === undefined ? undefined : arrayAt(inside.upOn)
  const since = numberAt(inside.establishedAt)
  return Array.from({ length: Math.max(instances, 1) }, (_, index) => {
    const up = status === 'Connected' && (upOn === undefined || upOn.includes(index))
    const share = (bytes: number | undefined) => Math.floor((bytes ?? 0) / Math.max(instances, 1))
    return {
      connectionStatus: up ? 'Connected' : 'NotConnected',
      ingressBytesTransferred: share(numberAt(properties.ingressBytesTransferred)),
      egressBytesTransferred: share(numberAt(properties.egressBytesTransferred)),
      lastConnectionEstablishedUtcTime: since === undefined ? undefined : new Date(since).toISOString(),
    }
  })
}

/** What GET shows of a link that only the service knows; nothing before its first write has ended. */
export function linkState(exchange: Exchange, link: HubLink): JsonObject {
  const tunnels = linkTunnels(exchange, link)
  if (tunnels.length === 0) {
    const known = passed(link.at.inside.knownAt, exchange.now) !== undefined
    return known ? { connectionStatus: 'Unknown' } : {}
  }
  return {
    connectionStatus: connectionStatusOf(tunnels),
    ingressBytesTransferred: tunnels.reduce((sum, { received }) => sum + received, 0),
    egressBytesTransferred: tunnels.reduce((sum, { sent }) => sum + sent, 0),
  }
}

/** The machines of a hub's gateway, plainly named `Instance0` and `Instance1` (recorded behaviour 5). */
export function hubInstancesOf({ properties }: Living): Instance[] {
  const peers = objectsAt(objectAt(properties.bgpSettings).bgpPeeringAddresses)
  return objectsAt(properties.ipConfigurations).map((one) => {
    const name = textAt(one.id) ?? ''
    const peer = peers.find((each) => each.ipconfigurationId === name)
    return {
      configuration: name.toLowerCase(),
      publicAddress: textAt(one.publicIpAddress) ?? '',
      bgpAddress: textAt(arrayAt(peer?.defaultBgpIpAddresses)[0]),
      customBgpAddresses: arrayAt(peer?.customBgpIpAddresses).flatMap((each) => textAt(each) ?? []),
    }
  })
}

function gatewayIdOf(id: string): string {
  return id.split('/').slice(0, 9).join('/')
}

/**
 * What a PUT of a connection does to its links: a new one has its first tunnels minutes after it, a changed one lets them begin
 * anew. The device keeps the key it had.
 */
export function insideHubConnection(
  { before, exchange, sent }: Draft,
  endsAt: number,
  failed: boolean,
): JsonObject {
  const inside = before?.inside ?? {}
  if (failed) return inside
  const old = before === undefined ? [] : linksOf(exchange, before)
  const own = objectsAt(sent.vpnLinkConnections)
  const all = own.length === 0 ? [{ name: '', properties: sent }] : own
  const links = all.map((link) => {
    const name = textAt(link.name) ?? ''
    const was = old.find((one) => one.name.toLowerCase() === name.toLowerCase())
    return [name.toLowerCase(), insideLink(exchange, was, objectAt(link.properties), endsAt)]
  })
  return { ...inside, links: Object.fromEntries(links) }
}

function insideLink(
  exchange: Exchange,
  was: HubLink | undefined,
  now: JsonObject,
  endsAt: number,
): JsonObject {
  const told = was?.at.inside.firstUpAt !== undefined || was?.at.properties.connectionStatus !== undefined
  if (was === undefined || !told) return coming(exchange, endsAt)
  const { asOfAt: _of, ...inside } = was.at.inside
  const changed = NEGOTIATED.filter((member) => now[member] !== undefined && differ(now, was.at, member))
  if (changed.length === 0) return inside
  return {
    ...inside,
    ...(changed.includes('sharedKey') && heldByDevice(was)),
    changedAt: exchange.now,
    breaks: restart(exchange, endsAt),
  }
}

/** Unknown, then Connecting, then what its device makes of it. */
function coming(exchange: Exchange, endsAt: number): JsonObject {
  const { speed } = exchange.settings
  const firstUpAt = endsAt + scaled(UNKNOWN_SECONDS, speed)
  return {
    knownAt: endsAt,
    firstUpAt,
    breaks: [{ from: firstUpAt, until: firstUpAt + scaled(CONNECTING_SECONDS, speed) }],
  }
}

/** A device has the key that its link had first. */
export function heldByDevice({ at }: HubLink): JsonObject {
  const known = at.inside.deviceKey !== undefined || at.properties.sharedKey === undefined
  return known ? {} : { deviceKey: at.properties.sharedKey }
}

/** Members of a site that the tunnels to it are made from. */
const OF_SITE = ['vpnSiteLinks', 'ipAddress', 'bgpProperties', 'addressSpace']

/** A changed site lets the tunnels to it begin anew. */
export function restartLinksTo({ before, exchange, sent, id }: Draft, endsAt: number): void {
  if (
    before === undefined ||
    !OF_SITE.some((member) => differ(comparable(sent), comparableSite(before), member))
  )
    return
  for (const connection of referrers(exchange, id, 'vpnGateways/vpnConnections')) {
    const base = settled(connection.row, exchange.now)
    const links = linksOf(exchange, connection).map(({ name, at }) => {
      const { asOfAt: _of, ...inside } = at.inside
      return [name.toLowerCase(), { ...inside, breaks: restart(exchange, endsAt) }]
    })
    exchange.save({ ...base, inside: { ...base.inside, links: Object.fromEntries(links) } })
  }
}

function comparableSite({ properties }: Living): Pick<Living, 'properties'> {
  return { properties: comparable(properties) }
}

/** Links by what is theirs: what was read can be sent back. */
function comparable(properties: JsonObject): JsonObject {
  const links = objectsAt(properties.vpnSiteLinks)
  if (links.length === 0) return without(properties, ['vpnSiteLinks'])
  return {
    ...properties,
    vpnSiteLinks: links.map((link) => ({
      name: link.name,
      properties: without(objectAt(link.properties), ['provisioningState']),
    })),
  }
}
