import type { Exchange } from '../arm/exchange.ts'
import { numberOf } from '../clock.ts'
import type { Living } from '../store/living.ts'
import type { JsonObject } from '../wire/json.ts'
import { arrayAt, idAt, isObject, numberAt, objectAt, objectsAt, textAt } from '../wire/read.ts'
import { pathsOf } from './circuit-paths.ts'
import { find, livingIn, referrers } from './find.ts'
import { linksOf, linkTunnels } from './hub-links.ts'
import { clientPools } from './hub-people.ts'

/** Where a route of a hub comes from; the order in which preference looks at them is in `hub-routing.ts`. */
export type Through = 'vnet' | 'vpn' | 'p2s' | 'er' | 'bgp' | 'static' | 'hub'

/** One prefix that something connected to a hub brings into it. */
export interface HubRoute {
  prefix: string
  through: Through
  nextHop: string
  origin: string
  /** Numbers on the way, the nearest first. */
  path: number[]
}

/** Something that is associated with one route table of a hub and propagates to others (Virtual WAN document 9.1). */
export interface HubMember {
  id: string
  of: 'vnet' | 'vpn' | 'p2s' | 'er'
  /** As the service stores it. */
  routing: JsonObject
  /** Whether it is given the route to the Internet. */
  internet: boolean
  routes: HubRoute[]
}

const EDGE_ASN = 12_076

/** Everything that is connected to a hub, with what it announces now: a link that is down announces nothing. */
export function membersOf(exchange: Exchange, hub: Living): HubMember[] {
  const gateways = (type: string) =>
    referrers(exchange, hub.row.id, type).filter(
      ({ properties }) => idAt(properties.virtualHub)?.toLowerCase() === hub.row.key,
    )
  return [
    ...livingIn(exchange, `${hub.row.key}/hubvirtualnetworkconnections`).map((at) =>
      networkMember(exchange, hub, at),
    ),
    ...gateways('vpnGateways').flatMap((gateway) =>
      livingIn(exchange, `${gateway.row.key}/vpnconnections`).map((at) => siteMember(exchange, gateway, at)),
    ),
    ...gateways('p2sVpnGateways').flatMap((gateway) => peopleMembers(gateway)),
    ...gateways('expressRouteGateways').flatMap((gateway) =>
      livingIn(exchange, `${gateway.row.key}/expressrouteconnections`).map((at) =>
        circuitMember(exchange, gateway, at),
      ),
    ),
  ]
}

function memberOf(at: Living, of: HubMember['of'], routes: HubRoute[]): HubMember {
  return {
    id: at.row.id,
    of,
    routing: objectAt(at.properties.routingConfiguration),
    internet: at.properties.enableInternetSecurity === true,
    routes,
  }
}

/** A network brings its space, static routes to an appliance in it, and what its appliances announce to the hub's router. */
function networkMember(exchange: Exchange, hub: Living, at: Living): HubMember {
  const network = find(exchange, idAt(at.properties.remoteVirtualNetwork) ?? '')
  const to = { nextHop: at.row.id, origin: at.row.id }
  const space = texts(objectAt(network?.properties.addressSpace).addressPrefixes)
  const fixed = objectAt(objectAt(at.properties.routingConfiguration).vnetRoutes)
  const propagates = objectAt(fixed.staticRoutesConfig).propagateStaticRoutes !== false
  const statics = propagates ? objectsAt(fixed.staticRoutes).flatMap((one) => texts(one.addressPrefixes)) : []
  const peers = livingIn(exchange, `${hub.row.key}/bgpconnections`).filter(
    ({ properties }) => idAt(properties.hubVirtualNetworkConnection)?.toLowerCase() === at.row.key,
  )
  return memberOf(at, 'vnet', [
    ...space.map((prefix): HubRoute => ({ prefix, through: 'vnet', path: [], ...to })),
    ...statics.map((prefix): HubRoute => ({ prefix, through: 'static', path: [], ...to })),
    ...peers.flatMap((peer) =>
      announcedByPeer(hub, peer).map(({ network: prefix, path }): HubRoute => ({
        prefix,
        through: 'bgp',
        path,
        nextHop: at.row.id,
        origin: peer.row.id,
      })),
    ),
  ])
}

/** A site brings its prefixes, or over BGP what its device announces, by the links that are up. */
function siteMember(exchange: Exchange, gateway: Living, at: Living): HubMember {
  const site = find(exchange, idAt(at.properties.remoteVpnSite) ?? '')
  const own = texts(objectAt(site?.properties.addressSpace).addressPrefixes)
  const up = linksOf(exchange, at).filter((link) =>
    linkTunnels(exchange, link).some(({ status }) => status === 'Connected'),
  )
  const to = { through: 'vpn' as const, nextHop: gateway.row.id, origin: gateway.row.id }
  const routes = up.flatMap((link): HubRoute[] => {
    const asn = numberAt(link.bgp.asn)
    if (link.at.properties.enableBgp !== true || asn === undefined)
      return own.map((prefix) => ({ prefix, path: [], ...to }))
    const told = site === undefined ? [] : toldBy(site, asn)
    const peer = textAt(link.bgp.bgpPeeringAddress)
    const announced = told.length > 0 ? told : own.map((network) => ({ network, path: [asn] }))
    const routes = announced.map(({ network: prefix, path }): HubRoute => ({ prefix, path, ...to }))
    return peer === undefined ? routes : [...routes, { prefix: `${peer}/32`, path: [], ...to }]
  })
  return memberOf(at, 'vpn', once(routes))
}

function once(routes: HubRoute[]): HubRoute[] {
  const seen = new Map(routes.map((route) => [`${route.prefix} ${route.path.join('-')}`, route]))
  return [...seen.values()]
}

/** The pools of a point-to-site gateway, one member for each of its connection configurations. */
function peopleMembers(gateway: Living): HubMember[] {
  return clientPools(gateway).map(({ id, routing, internet, prefixes }) => ({
    id,
    of: 'p2s' as const,
    routing,
    internet,
    routes: prefixes.map((prefix) => ({
      prefix,
      through: 'p2s' as const,
      nextHop: gateway.row.id,
      origin: gateway.row.id,
      path: [],
    })),
  }))
}

function circuitMember(exchange: Exchange, gateway: Living, at: Living): HubMember {
  const peering = find(exchange, idAt(at.properties.expressRouteCircuitPeering) ?? '')
  const paths = peering === undefined ? [] : pathsOf(exchange, peering).filter(({ up }) => up !== undefined)
  const routes = paths.flatMap(({ announces, asn }) =>
    announces.map((prefix): HubRoute => ({
      prefix,
      through: 'er',
      nextHop: gateway.row.id,
      origin: gateway.row.id,
      path: [EDGE_ASN, asn],
    })),
  )
  return memberOf(at, 'er', once(routes))
}

/** Whether an appliance is there that speaks to the hub's router: one is (assumed) unless the estate says that it is not. */
export function isPeerUp(hub: Living, peer: Living): boolean {
  if (peer.inside.silent === true || hub.properties.routingState !== 'Provisioned') return false
  const told = textAt(peer.properties.connectionState)
  return told === undefined || told === 'Connected'
}

/** What an appliance announces to the router of a hub: as the estate says, or some network of its own. */
export function announcedByPeer(hub: Living, peer: Living): { network: string; path: number[] }[] {
  const asn = numberAt(peer.properties.peerAsn)
  if (asn === undefined || !isPeerUp(hub, peer)) return []
  const told = toldBy(peer, asn)
  if (told.length > 0 || peer.inside.announces !== undefined) return told
  return [{ network: `192.168.${numberOf(peer.row.key, 250)}.0/24`, path: [asn] }]
}

function toldBy({ inside }: Living, asn: number): { network: string; path: number[] }[] {
  return arrayAt(inside.announces).flatMap((one) => {
    if (typeof one === 'string') return [{ network: one, path: [asn] }]
    const network = isObject(one) ? textAt(one.network) : undefined
    if (network === undefined || !isObject(one)) return []
    return [{ network, path: [asn, ...arrayAt(one.path).flatMap((each) => numberAt(each) ?? [])] }]
  })
}

function texts(value: JsonObject[string]): string[] {
  return arrayAt(value).flatMap((one) => textAt(one) ?? [])
}
