import type { Exchange } from '../../arm/exchange.ts'
import { query } from '../../arm/exchange.ts'
import type { Living } from '../../store/living.ts'
import type { JsonObject } from '../../wire/json.ts'
import { idAt } from '../../wire/read.ts'
import { asnOf, connectionsOf, networksOf, peersOf, prefixesOf, type Peer } from '../bgp-peers.ts'
import { find } from '../find.ts'
import { isExpressRoute } from '../circuit-peers.ts'
import { instancesOf } from '../gateway-instances.ts'
import { tunnelsOf } from '../tunnels.ts'
import { advertisedToEdge, edgePeers, learnedFromEdge } from './circuit-bgp.ts'
import { answerLater, unreadable, type Action } from './start.ts'
import { timeSpan } from './time-span.ts'

/** Recorded: 10 s, one poll (recorded behaviour 2.2). */
const SECONDS = 10

/** Recorded on every learned route (recorded behaviour 7). */
const WEIGHT = 32_768

/** POST getBgpPeerStatus?peer: `{ value }`, without connectedDuration while not connected (recorded behaviour 7). */
export const bgpPeerStatus: Action = (exchange, at) => {
  const asked = query(exchange.url, 'peer')
  if (isExpressRoute(at)) return edgePeers(exchange, at, asked)
  const peers = peersOf(exchange, at).filter(({ neighbor }) => asked === undefined || neighbor === asked)
  return answerLater(exchange, at, {
    seconds: SECONDS,
    result: { value: peers.map((peer) => peerBody(peer, exchange.now)) },
  })
}

function peerBody(peer: Peer, now: number): JsonObject {
  const up = peer.since === undefined ? undefined : Math.max(0, now - peer.since)
  // A message a minute keeps a session up (VPN gateway document 3.2).
  const messages = up === undefined ? 0 : Math.floor(up / 60_000)
  return {
    localAddress: peer.localAddress,
    neighbor: peer.neighbor,
    asn: peer.asn,
    state: up === undefined ? 'Connecting' : 'Connected',
    connectedDuration: up === undefined ? undefined : timeSpan(up),
    routesReceived: up === undefined ? 0 : peer.announces.length,
    messagesSent: up === undefined ? 0 : messages + 4,
    messagesReceived: up === undefined ? 0 : messages + 2 + peer.announces.length,
  }
}

/** POST getLearnedRoutes: members as recorded, `nextHop` only on routes of other systems (recorded behaviour 7). */
export const learnedRoutes: Action = (exchange, at) =>
  isExpressRoute(at)
    ? learnedFromEdge(exchange, at)
    : answerLater(exchange, at, { seconds: SECONDS, result: { value: learned(exchange, at) } })

function learned(exchange: Exchange, gateway: Living): JsonObject[] {
  const peers = peersOf(exchange, gateway)
  return instancesOf(exchange, gateway).flatMap(({ bgpAddress }, instance) => {
    if (bgpAddress === undefined) return []
    const own = peers.filter((peer) => peer.instance === instance)
    const known = [...networksOf(exchange, gateway), ...staticRoutes(exchange, gateway, peers)].map(
      (network) => ({
        localAddress: bgpAddress,
        network,
        sourcePeer: bgpAddress,
        origin: 'Network',
        asPath: '',
        weight: WEIGHT,
      }),
    )
    return [...known, ...own.flatMap((peer) => received(peer))]
  })
}

/** `IBgp` from the other instance is not recorded (VPN gateway document 6.4, unverified). */
function received(peer: Peer): JsonObject[] {
  if (peer.since === undefined) return []
  return peer.announces.map(({ network, path }) => ({
    localAddress: peer.localAddress,
    network,
    nextHop: peer.neighbor,
    sourcePeer: peer.neighbor,
    origin: peer.of === 'site' ? 'EBgp' : 'IBgp',
    asPath: path.join('-'),
    weight: WEIGHT,
  }))
}

/** The peers' own addresses (recorded), and the prefixes of sites and networks that are joined without BGP. */
function staticRoutes(exchange: Exchange, gateway: Living, peers: Peer[]): string[] {
  const routes = connectionsOf(exchange, gateway)
    .filter(({ properties }) => properties.enableBgp !== true)
    .flatMap((connection) => {
      const site = find(exchange, idAt(connection.properties.localNetworkGateway2) ?? '')
      return site === undefined ? otherNetworks(exchange, connection) : prefixesOf(site.properties)
    })
  const addresses = peers.filter(({ of }) => of === 'site').map(({ neighbor }) => `${neighbor}/32`)
  return [...new Set([...addresses, ...routes])]
}

function peerAddress({ properties }: Living): string | undefined {
  const bgp = properties.bgpSettings
  if (typeof bgp !== 'object' || bgp === null || Array.isArray(bgp)) return undefined
  return typeof bgp.bgpPeeringAddress === 'string' ? bgp.bgpPeeringAddress : undefined
}

function otherNetworks(exchange: Exchange, connection: Living): string[] {
  const other = find(exchange, idAt(connection.properties.virtualNetworkGateway2) ?? '')
  return other === undefined ? [] : networksOf(exchange, other)
}

/**
 * POST getAdvertisedRoutes?peer: what this peer is told, also while it is not there (recorded). A gateway without BGP has one
 * answer, its network (recorded behaviour 7). How a missing peer is refused is assumed.
 */
export const advertisedRoutes: Action = (exchange, at) => {
  const asked = query(exchange.url, 'peer')
  if (asked === undefined || asked === '') return unreadable()
  if (isExpressRoute(at)) return advertisedToEdge(exchange, at, asked)
  return answerLater(exchange, at, { seconds: SECONDS, result: { value: advertised(exchange, at, asked) } })
}

function advertised(exchange: Exchange, gateway: Living, asked: string): JsonObject[] {
  const asn = asnOf(gateway)
  const peers = peersOf(exchange, gateway)
  if (peers.length === 0)
    return networksOf(exchange, gateway)
      .slice(0, 1)
      .map((network) => advertisement('', network, 'Virtual Network', [asn]))
  const own = [...networksOf(exchange, gateway), ...staticRoutes(exchange, gateway, peers)]
  return peers
    .filter(({ neighbor, of }) => neighbor === asked && of === 'site')
    .flatMap((peer) => [
      ...own.map((network) => advertisement(peer.localAddress, network, peer.localAddress, [asn])),
      ...passedOn(peers, peer).map(({ network, path }) =>
        advertisement(peer.localAddress, network, peer.localAddress, [asn, ...path]),
      ),
    ])
}

/** Routes of the others that this instance has, but for those that came through the peer's own system. */
function passedOn(peers: Peer[], to: Peer): Peer['announces'] {
  const seen = new Set<string>()
  return peers
    .filter((peer) => peer.instance === to.instance && peer.since !== undefined)
    .flatMap(({ announces }) => announces)
    .filter(({ network, path }) => !path.includes(to.asn) && !seen.has(network) && seen.add(network))
}

function advertisement(localAddress: string, network: string, nextHop: string, path: number[]): JsonObject {
  return { localAddress, network, nextHop, origin: 'Igp', asPath: path.join('-'), weight: 0 }
}

/** POST getEffectiveRoutes: shape of the published description, nothing recorded (ARM contract 9.2). */
export const effectiveRoutes: Action = (exchange, at) =>
  answerLater(exchange, at, { seconds: SECONDS, result: { value: effective(exchange, at) } })

function effective(exchange: Exchange, gateway: Living): JsonObject[] {
  const peers = peersOf(exchange, gateway)
  return instancesOf(exchange, gateway).flatMap(({ bgpAddress, publicAddress }, instance) => {
    const localAddress = bgpAddress ?? publicAddress
    const through = connectionsOf(exchange, gateway).flatMap((connection) => {
      const tunnel = tunnelsOf(exchange, connection).find((one) => one.instance === instance)
      const site = find(exchange, idAt(connection.properties.localNetworkGateway2) ?? '')
      if (tunnel?.status !== 'Connected') return []
      const peer = peers.find(
        (one) => one.instance === instance && one.neighbor === (site && peerAddress(site)),
      )
      const addressPrefixes =
        connection.properties.enableBgp === true
          ? (peer?.announces ?? []).map(({ network }) => network)
          : site === undefined
            ? otherNetworks(exchange, connection)
            : prefixesOf(site.properties)
      const nextHopIpAddress = tunnel.remoteAddress
      return [{ localAddress, addressPrefixes, nextHopIpAddress, nextHopType: 'Tunnel' }]
    })
    const addressPrefixes = networksOf(exchange, gateway)
    return [{ localAddress, addressPrefixes, nextHopType: 'VirtualNetwork' }, ...through]
  })
}
