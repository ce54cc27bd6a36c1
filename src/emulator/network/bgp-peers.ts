import type { Exchange } from '../arm/exchange.ts'
import { sameId } from '../arm/ids.ts'
import type { Living } from '../store/living.ts'
import type { JsonObject } from '../wire/json.ts'
import { arrayAt, idAt, isObject, numberAt, objectAt, objectsAt, textAt } from '../wire/read.ts'
import { find, referrers } from './find.ts'
import { instancesOf, resetsOf, type Instance } from './gateway-instances.ts'
import { tunnelsOf, type Tunnel } from './tunnels.ts'

/** A route somebody announces, with the numbers it passed on its way, the nearest first. */
export interface Announced {
  network: string
  path: number[]
}

/** One BGP session of one instance. */
export interface Peer {
  instance: number
  localAddress: string
  neighbor: string
  asn: number
  /** `inside`: between the two instances of the gateway (VPN gateway document 6.4, unverified). */
  of: 'site' | 'inside'
  /** Since when it is up, in ms; absent while it is not. */
  since?: number
  announces: Announced[]
}

/**
 * The sessions of a gateway: one for each instance and BGP connection, following that instance's tunnel. The connection decides:
 * recorded with `enableBgp` false on both gateways (azure-powershell recording 2018, route API).
 */
export function peersOf(exchange: Exchange, gateway: Living): Peer[] {
  const instances = instancesOf(exchange, gateway)
  const sites = connectionsOf(exchange, gateway)
    .filter(({ properties }) => properties.enableBgp === true)
    .flatMap((connection) => sitePeers(exchange, connection, instances))
  return [...sites, ...insidePeers(exchange, gateway, instances, sites)]
}

/** The connections that are this gateway's own, not those that lead to it. */
export function connectionsOf(exchange: Exchange, gateway: Living): Living[] {
  return referrers(exchange, gateway.row.id, 'connections').filter(({ properties }) =>
    sameId(idAt(properties.virtualNetworkGateway1), gateway.row.id),
  )
}

export function asnOf(gateway: Living): number {
  return numberAt(objectAt(gateway.properties.bgpSettings).asn) ?? 65515
}

function sitePeers(exchange: Exchange, connection: Living, instances: Instance[]): Peer[] {
  const tunnels = tunnelsOf(exchange, connection)
  return instances.flatMap((instance, index) => {
    const neighbor = neighborOf(exchange, connection, index)
    if (neighbor === undefined) return []
    const localAddress = localAddressFor(connection, instance, neighbor.address)
    const tunnel = tunnels.find((one) => one.instance === index)
    return localAddress === undefined
      ? []
      : [
          {
            instance: index,
            localAddress,
            neighbor: neighbor.address,
            asn: neighbor.asn,
            of: 'site' as const,
            since: upSince(tunnel),
            announces: neighbor.announces,
          },
        ]
  })
}

function upSince(tunnel: Tunnel | undefined): number | undefined {
  return tunnel?.status === 'Connected' ? tunnel.establishedAt : undefined
}

interface Neighbor {
  address: string
  asn: number
  announces: Announced[]
}

function neighborOf(exchange: Exchange, connection: Living, instance: number): Neighbor | undefined {
  const site = find(exchange, idAt(connection.properties.localNetworkGateway2) ?? '')
  if (site !== undefined) {
    const { asn, bgpPeeringAddress } = objectAt(site.properties.bgpSettings)
    const address = textAt(bgpPeeringAddress)
    const number = numberAt(asn)
    if (address === undefined || number === undefined) return undefined
    return { address, asn: number, announces: announcedBy(site, address, number) }
  }
  const other = find(exchange, idAt(connection.properties.virtualNetworkGateway2) ?? '')
  if (other === undefined) return undefined
  const ends = instancesOf(exchange, other)
  const address = ends[Math.min(instance, ends.length - 1)]?.bgpAddress
  if (address === undefined) return undefined
  const asn = asnOf(other)
  return {
    address,
    asn,
    announces: networksOf(exchange, other).map((network) => ({ network, path: [asn] })),
  }
}

/** What a device announces is told beside its site; else the site's own prefixes, or what its peer address lies in. */
function announcedBy(site: Living, peer: string, asn: number): Announced[] {
  const told = arrayAt(site.inside.announces)
  if (told.length > 0)
    return told.flatMap((one) => {
      if (typeof one === 'string') return [{ network: one, path: [asn] }]
      const network = isObject(one) ? textAt(one.network) : undefined
      if (network === undefined || !isObject(one)) return []
      return [{ network, path: [asn, ...arrayAt(one.path).flatMap((each) => numberAt(each) ?? [])] }]
    })
  const own = prefixesOf(site.properties).filter((prefix) => prefix !== `${peer}/32`)
  const networks = own.length > 0 ? own : [`${peer.split('.').slice(0, 2).join('.')}.0.0/16`]
  return networks.map((network) => ({ network, path: [asn] }))
}

export function prefixesOf(site: JsonObject): string[] {
  return arrayAt(objectAt(site.localNetworkAddressSpace).addressPrefixes).flatMap((one) => textAt(one) ?? [])
}

/** The address that was chosen for the connection, a custom one for a peer of that range, or the instance's own. */
function localAddressFor(connection: Living, instance: Instance, neighbor: string): string | undefined {
  const chosen = objectsAt(connection.properties.gatewayCustomBgpIpAddresses).find((one) =>
    sameId(textAt(one.ipConfigurationId), instance.configuration),
  )
  const apipa = neighbor.startsWith('169.254.') ? instance.customBgpAddresses[0] : undefined
  return textAt(chosen?.customBgpIpAddress) ?? apipa ?? instance.bgpAddress
}

function insidePeers(exchange: Exchange, gateway: Living, instances: Instance[], sites: Peer[]): Peer[] {
  if (instances.length < 2 || sites.length === 0) return []
  const resets = instances.flatMap((_, index) => resetsOf(gateway, index))
  const readyAt = numberAt(gateway.inside.readyAt) ?? 0
  const running =
    readyAt > exchange.now || resets.some(({ from, until }) => from <= exchange.now && until > exchange.now)
  // Since when they know each other is told nowhere: as long as the oldest session, or a day; not before it was made.
  const oldest = Math.min(exchange.now - 86_400_000, ...sites.flatMap(({ since }) => since ?? []))
  const since = running ? undefined : Math.max(oldest, readyAt, ...resets.map(({ until }) => until))
  return instances.flatMap((instance, index) =>
    instances.flatMap((other, there) =>
      there === index || instance.bgpAddress === undefined || other.bgpAddress === undefined
        ? []
        : [
            {
              instance: index,
              localAddress: instance.bgpAddress,
              neighbor: other.bgpAddress,
              asn: asnOf(gateway),
              of: 'inside' as const,
              since,
              announces: sites
                .filter((peer) => peer.instance === there && peer.since !== undefined)
                .flatMap((peer) => peer.announces),
            },
          ],
    ),
  )
}

/** What the gateway stands for: its network, and the networks that use it (VPN gateway document 3.2). */
export function networksOf(exchange: Exchange, gateway: Living): string[] {
  const [first] = objectsAt(gateway.properties.ipConfigurations)
  const subnet = idAt(objectAt(first?.properties).subnet) ?? ''
  const network = find(exchange, subnet.replace(/\/subnets\/[^/]+$/i, ''))
  if (network === undefined) return []
  const spokes = exchange.model
    .collection(`${network.row.key}/virtualnetworkpeerings`)
    .flatMap((row) => find(exchange, row.id) ?? [])
    .filter(
      ({ properties }) => properties.allowGatewayTransit === true && properties.peeringState === 'Connected',
    )
    .flatMap(({ properties }) =>
      arrayAt(objectAt(properties.remoteVirtualNetworkAddressSpace).addressPrefixes),
    )
  const own = arrayAt(objectAt(network.properties.addressSpace).addressPrefixes)
  return [...new Set([...own, ...spokes].flatMap((one) => textAt(one) ?? []))]
}
