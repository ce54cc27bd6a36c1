import type { Answer } from '../../arm/answer.ts'
import { parentId } from '../../arm/ids.ts'
import type { Exchange } from '../../arm/exchange.ts'
import { networkError } from '../../arm/refusals.ts'
import type { Living } from '../../store/living.ts'
import type { JsonObject } from '../../wire/json.ts'
import { arrayAt, idAt, isObject, numberAt, objectAt, textAt } from '../../wire/read.ts'
import { find, livingIn } from '../find.ts'
import { announcedByPeer, isPeerUp, membersOf, type HubMember, type HubRoute } from '../hub-announced.ts'
import { firewallRoutes, memberRoutes, tableRoutes } from '../hub-routing.ts'
import { answerLater, unreadable, type Action } from './start.ts'

/** 11 s recorded (recorded behaviour 2.2). */
const SECONDS = 11

/** The kinds of member that can be asked about, by the word in the body. */
const MEMBERS: Record<string, HubMember['of']> = {
  hubvirtualnetworkconnection: 'vnet',
  vpnconnection: 'vpn',
  p2sconnection: 'p2s',
  expressrouteconnection: 'er',
}

/**
 * POST effectiveRoutes { resourceId, virtualWanResourceType }: of a route table or of what is associated with one; without a body of the
 * default table. Both headers, without `Azure-AsyncNotification` (recorded behaviour 2.2).
 */
export const effectiveHubRoutes: Action = (exchange, hub) => {
  const body = isObject(exchange.body) ? exchange.body : {}
  const routes = asked(exchange, hub, textAt(body.resourceId), textAt(body.virtualWanResourceType))
  if (!Array.isArray(routes)) return routes
  return answerLater(exchange, hub, {
    seconds: SECONDS,
    both: true,
    notifies: false,
    result: { value: bodiesOf(exchange, routes) },
  })
}

function asked(
  exchange: Exchange,
  hub: Living,
  id: string | undefined,
  type: string | undefined,
): HubRoute[] | Answer {
  const kind = type?.toLowerCase()
  if (kind === undefined || kind === '' || kind === 'routetable') {
    const table = find(exchange, id ?? `${hub.row.id}/hubRouteTables/defaultRouteTable`)
    if (table === undefined || !table.row.key.startsWith(`${hub.row.key}/hubroutetables/`))
      return notOfHub(hub, id)
    return tableRoutes(exchange, hub, table)
  }
  if (kind === 'azurefirewall') return firewallRoutes(exchange, hub)
  const of = MEMBERS[kind]
  if (of === undefined) return unreadable()
  const member = memberAt(exchange, hub, of, id)
  return member === undefined ? notOfHub(hub, id) : memberRoutes(exchange, hub, member)
}

/** A point-to-site connection may be named by its gateway. */
function memberAt(exchange: Exchange, hub: Living, of: HubMember['of'], id = ''): HubMember | undefined {
  const wanted = id.toLowerCase()
  return membersOf(exchange, hub).find((one) => {
    const key = one.id.toLowerCase()
    return one.of === of && (key === wanted || (of === 'p2s' && key.startsWith(`${wanted}/`)))
  })
}

/** Not recorded; code and text assumed. */
function notOfHub(hub: Living, id = ''): Answer {
  return networkError(400, 'InvalidRequestParameter', `${id} is not a resource of virtual hub ${hub.row.id}.`)
}

/** One item for each prefix, as in the published example; members and words of the next hops as there, or unverified. */
function bodiesOf(exchange: Exchange, routes: HubRoute[]): JsonObject[] {
  const prefixes = [...new Set(routes.map(({ prefix }) => prefix))]
  return prefixes.map((prefix) => {
    const [first, ...others] = routes.filter((route) => route.prefix === prefix)
    return {
      addressPrefixes: [prefix],
      nextHops: [first, ...others].flatMap((route) => route?.nextHop ?? []),
      nextHopType: first === undefined ? '' : wordOf(exchange, first),
      routeOrigin: first?.origin ?? '',
      asPath: first?.path.join('-') ?? '',
    }
  })
}

function wordOf(exchange: Exchange, { through, nextHop }: HubRoute): string {
  switch (through) {
    case 'vnet':
      return 'Virtual Network Connection'
    case 'vpn':
      return 'VPN_S2S_Gateway'
    case 'p2s':
      return 'VPN_P2S_Gateway'
    case 'er':
      return 'ExpressRouteGateway'
    case 'bgp':
      return 'HubBgpConnection'
    case 'hub':
      return 'Remote Hub'
    case 'static':
      return wordOfHop(exchange, nextHop)
    default:
      return through satisfies never
  }
}

function wordOfHop(exchange: Exchange, hop: string): string {
  const id = find(exchange, hop)?.row.key ?? ''
  if (id.includes('/azurefirewalls/')) return 'Azure Firewall'
  if (id.includes('/hubvirtualnetworkconnections/')) return 'Virtual Network Connection'
  return 'Network Virtual Appliance'
}

/** POST inboundRoutes { resourceUri, connectionType }: what a connection brings. Route maps are not carried out. */
export const inboundRoutes: Action = (exchange, hub) => ofConnection(exchange, hub, (member) => member.routes)

/** POST outboundRoutes: what a connection is told, but for what it brings itself. */
export const outboundRoutes: Action = (exchange, hub) =>
  ofConnection(exchange, hub, (member) => {
    const own = new Set(member.routes.map(({ prefix }) => prefix))
    return memberRoutes(exchange, hub, member).filter(({ prefix }) => !own.has(prefix))
  })

function ofConnection(exchange: Exchange, hub: Living, routesOf: (member: HubMember) => HubRoute[]): Answer {
  if (!isObject(exchange.body)) return unreadable()
  const { resourceUri, connectionType } = exchange.body
  const of = MEMBERS[textAt(connectionType)?.toLowerCase() ?? '']
  if (of === undefined) return unreadable()
  const member = memberAt(exchange, hub, of, textAt(resourceUri))
  if (member === undefined) return notOfHub(hub, textAt(resourceUri))
  const value = routesOf(member).map(({ prefix, path }) => ({
    prefix,
    asPath: path.join('-'),
    bgpCommunities: '',
  }))
  return answerLater(exchange, hub, { seconds: SECONDS, both: true, notifies: false, result: { value } })
}

const [ROUTER_ASN, WEIGHT] = [65_515, 32_768]

/** Keyed by the instances of the router, each with its own address (recorded behaviour 7). */
function byInstance(hub: Living, routesOf: (address: string) => JsonObject[]): JsonObject {
  const addresses = arrayAt(hub.properties.virtualRouterIps).flatMap((one) => textAt(one) ?? [])
  return Object.fromEntries(
    [0, 1].map((index) => [`RouteServiceRole_IN_${index}`, routesOf(addresses[index] ?? '')]),
  )
}

/** POST bgpConnections/{c}/learnedRoutes: `Location` alone, 1 s recorded, members of the published example. */
export const peerLearnedRoutes: Action = (exchange, peer) => {
  const hub = find(exchange, parentId(peer.row.id) ?? '')
  if (hub === undefined) return unreadable()
  const address = textAt(peer.properties.peerIp) ?? ''
  const learned = announcedByPeer(hub, peer)
  const result = byInstance(hub, (localAddress) =>
    learned.map(({ network, path }) => ({
      localAddress,
      network,
      nextHop: address,
      sourcePeer: address,
      origin: 'EBgp',
      asPath: path.join('-'),
      weight: WEIGHT,
    })),
  )
  return answerLater(exchange, peer, { seconds: 1, result })
}

/** POST bgpConnections/{c}/advertisedRoutes: what the hub's router tells it: the default table, or the network of a Route Server. */
export const peerAdvertisedRoutes: Action = (exchange, peer) => {
  const hub = find(exchange, parentId(peer.row.id) ?? '')
  if (hub === undefined) return unreadable()
  const told = isPeerUp(hub, peer) ? toldTo(exchange, hub, peer) : []
  const result = byInstance(hub, (localAddress) =>
    told.map(({ prefix, path }) => ({
      localAddress,
      network: prefix,
      nextHop: localAddress,
      sourcePeer: localAddress,
      origin: 'Igp',
      asPath: [ROUTER_ASN, ...path].join('-'),
      weight: 0,
    })),
  )
  return answerLater(exchange, peer, { seconds: 11, result })
}

function toldTo(exchange: Exchange, hub: Living, peer: Living): Pick<HubRoute, 'prefix' | 'path'>[] {
  if (idAt(hub.properties.virtualWan) === undefined) return serverRoutes(exchange, hub, peer)
  const table = find(exchange, `${hub.row.id}/hubRouteTables/defaultRouteTable`)
  const own = new Set(announcedByPeer(hub, peer).map(({ network }) => network))
  const routes = table === undefined ? [] : tableRoutes(exchange, hub, table)
  return routes.filter(({ prefix }) => !own.has(prefix))
}

/** A Route Server tells its own network, and what the other peers announce. */
function serverRoutes(exchange: Exchange, server: Living, peer: Living): Pick<HubRoute, 'prefix' | 'path'>[] {
  const [configuration] = livingIn(exchange, `${server.row.key}/ipconfigurations`)
  const subnet = idAt(configuration?.properties.subnet) ?? ''
  const network = find(exchange, subnet.replace(/\/subnets\/[^/]+$/i, ''))
  const space = arrayAt(objectAt(network?.properties.addressSpace).addressPrefixes)
  const others = livingIn(exchange, `${server.row.key}/bgpconnections`).filter(
    ({ row, properties }) =>
      row.key !== peer.row.key && numberAt(properties.peerAsn) !== numberAt(peer.properties.peerAsn),
  )
  return [
    ...space.flatMap((one) => ({ prefix: textAt(one) ?? '', path: [] })),
    ...others.flatMap((other) =>
      announcedByPeer(server, other).map(({ network: prefix, path }) => ({ prefix, path })),
    ),
  ]
}
