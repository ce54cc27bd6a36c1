import type { Exchange } from '../arm/exchange.ts'
import { sameId } from '../arm/ids.ts'
import type { Living } from '../store/living.ts'
import { idAt, objectAt, objectsAt, textAt } from '../wire/read.ts'
import { addressIn } from './addresses.ts'
import { networksOf } from './bgp-peers.ts'
import { type CircuitPath, DEVICES, pathsOf } from './circuit-paths.ts'
import { find, referrers } from './find.ts'

/** A session of an ExpressRoute gateway with one of Microsoft's edge routers. */
export interface EdgePeer {
  neighbor: string
  /** One of the paths behind it. */
  path: CircuitPath
  circuit: string
}

/** Where the gateway's instances and the edge routers stand in the GatewaySubnet (assumed: shown by no recording). */
const INSTANCES = [12, 13]
const FIRST_EDGE = 4

export function isExpressRoute(gateway: Living): boolean {
  return textAt(gateway.properties.gatewayType)?.toLowerCase() === 'expressroute'
}

/** Addresses the gateway speaks BGP from, one for each instance. */
export function instanceAddresses(exchange: Exchange, gateway: Living): string[] {
  const prefix = subnetPrefix(exchange, gateway)
  return INSTANCES.flatMap((offset) => addressIn(prefix, offset) ?? [])
}

/** Two for each circuit the gateway is connected to, in the order of their connections. */
export function edgePeersOf(exchange: Exchange, gateway: Living): EdgePeer[] {
  const prefix = subnetPrefix(exchange, gateway)
  return circuitsOf(exchange, gateway).flatMap((circuit, index) => {
    const peering = find(exchange, `${circuit.row.id}/peerings/AzurePrivatePeering`)
    if (peering === undefined) return []
    const paths = pathsOf(exchange, peering)
    return DEVICES.flatMap((device, at) => {
      const path = wholePath(paths.filter((one) => one.device === device))
      const neighbor = addressIn(prefix, FIRST_EDGE + 2 * index + at)
      return neighbor === undefined || path === undefined ? [] : [{ neighbor, path, circuit: circuit.row.id }]
    })
  })
}

/** A link with all its families: one edge router passes on what each that is up brings (assumed). */
function wholePath(families: readonly CircuitPath[]): CircuitPath | undefined {
  const up = families.filter((one) => one.up !== undefined)
  const first = up[0] ?? families[0]
  return first && { ...first, announces: up.flatMap(({ announces }) => announces) }
}

/** Circuits a gateway has a connection to. */
function circuitsOf(exchange: Exchange, gateway: Living): Living[] {
  return referrers(exchange, gateway.row.id, 'connections').flatMap(
    ({ properties }) => find(exchange, idAt(properties.peer) ?? '') ?? [],
  )
}

/** Gateways a circuit has a connection to, with what each announces: its network and the spokes that use it. */
export function gatewaysOf(exchange: Exchange, circuit: Living): { gateway: Living; networks: string[] }[] {
  return referrers(exchange, circuit.row.id, 'connections')
    .filter(({ properties }) => sameId(idAt(properties.peer), circuit.row.id))
    .flatMap(({ properties }) => find(exchange, idAt(properties.virtualNetworkGateway1) ?? '') ?? [])
    .map((gateway) => ({ gateway, networks: networksOf(exchange, gateway) }))
}

function subnetPrefix(exchange: Exchange, gateway: Living): string | undefined {
  const [first] = objectsAt(gateway.properties.ipConfigurations)
  const subnet = find(exchange, idAt(objectAt(first?.properties).subnet) ?? '')
  return textAt(subnet?.properties.addressPrefix)
}
