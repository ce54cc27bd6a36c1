import type { Estate } from '../estate.ts'
import { keyOf } from '../paths.ts'
import type { ExpressRouteConnection, ExpressRouteGateway } from '../resources/expressroute.ts'
import type { Kind, Resource, ResourceOf } from '../resources/resource.ts'
import type {
  P2sVpnGateway,
  VirtualHub,
  VirtualWan,
  VpnConnection,
  VpnHubGateway,
  VpnSite,
} from '../resources/virtual-wan.ts'

/** The hubs of a WAN that were read, by name; a reference to one that was not read is in `missing`. */
export function hubsOf(wan: VirtualWan, estate: Estate): { hubs: VirtualHub[]; missing: string[] } {
  const hubs = new Map<string, VirtualHub>()
  for (const { id, direction } of estate.links(wan.key)) {
    const found = direction === 'usedBy' ? estate.resources.get(keyOf(id)) : undefined
    if (found?.kind === 'virtualHub') hubs.set(found.key, found)
  }
  return {
    hubs: [...hubs.values()].toSorted((a, b) => a.name.localeCompare(b.name)),
    missing: wan.hubIds.filter((id) => !hubs.has(keyOf(id))),
  }
}

export function wanOf(hub: VirtualHub, estate: Estate): VirtualWan | undefined {
  return found(hub.virtualWanId, 'virtualWan', estate)
}

/** The gateways of a hub that were read. */
interface HubGateways {
  vpn?: VpnHubGateway
  expressRoute?: ExpressRouteGateway
  pointToSite?: P2sVpnGateway
}

export function gatewaysOf(hub: VirtualHub, estate: Estate): HubGateways {
  const vpn = found(hub.vpnGatewayId, 'vpnGateway', estate) ?? linked(hub, 'vpnGateway', estate)
  const expressRoute =
    found(hub.expressRouteGatewayId, 'expressRouteGateway', estate) ??
    linked(hub, 'expressRouteGateway', estate)
  const pointToSite =
    found(hub.p2sVpnGatewayId, 'p2sVpnGateway', estate) ?? linked(hub, 'p2sVpnGateway', estate)
  return { ...(vpn && { vpn }), ...(expressRoute && { expressRoute }), ...(pointToSite && { pointToSite }) }
}

/** Site connections of a hub's VPN gateway that were read. */
export function siteConnectionsOf(hub: VirtualHub, estate: Estate): VpnConnection[] {
  const { vpn } = gatewaysOf(hub, estate)
  if (vpn === undefined) return []
  return estate.links(vpn.key).flatMap(({ id, direction }) => {
    const one = direction === 'usedBy' ? estate.resources.get(keyOf(id)) : undefined
    return one?.kind === 'vpnConnection' ? [one] : []
  })
}

/** Connections of circuits to a hub's ExpressRoute gateway that were read. */
export function circuitConnectionsOf(hub: VirtualHub, estate: Estate): ExpressRouteConnection[] {
  const { expressRoute } = gatewaysOf(hub, estate)
  if (expressRoute === undefined) return []
  return estate.links(expressRoute.key).flatMap(({ id, direction }) => {
    const one = direction === 'usedBy' ? estate.resources.get(keyOf(id)) : undefined
    return one?.kind === 'expressRouteConnection' ? [one] : []
  })
}

/** The sites of a WAN that were read. */
export function sitesOf(wan: VirtualWan, estate: Estate): VpnSite[] {
  return estate.links(wan.key).flatMap(({ id, direction }) => {
    const one = direction === 'usedBy' ? estate.resources.get(keyOf(id)) : undefined
    return one?.kind === 'vpnSite' ? [one] : []
  })
}

function found<K extends Kind>(id: string | undefined, kind: K, estate: Estate): ResourceOf<K> | undefined {
  const one = id === undefined ? undefined : estate.resources.get(keyOf(id))
  return is(one, kind) ? one : undefined
}

/** A hub's own reference to a gateway may be older than the gateway. */
function linked<K extends Kind>(hub: VirtualHub, kind: K, estate: Estate): ResourceOf<K> | undefined {
  for (const { id, direction } of estate.links(hub.key)) {
    const one = direction === 'usedBy' ? estate.resources.get(keyOf(id)) : undefined
    if (is(one, kind)) return one
  }
  return undefined
}

function is<K extends Kind>(one: Resource | undefined, kind: K): one is ResourceOf<K> {
  return one?.kind === kind
}
