import { parsePrefix, type Prefix } from '../../lib/cidr.ts'
import type { Estate } from '../estate.ts'
import { keyOf } from '../paths.ts'
import type { VirtualNetwork } from '../resources/network.ts'
import type { Connection, LocalNetworkGateway, VirtualNetworkGateway } from '../resources/vpn.ts'
import { spokesOf } from '../status/overlap.ts'
import { connectionsOf } from './gateway-connections.ts'

/** A prefix and what has it. */
interface NamedPrefix {
  prefix: Prefix
  name: string
}

/** What a local network gateway has to fit to, as far as it was read. */
export interface SiteSurroundings {
  connections: readonly Connection[]
  gateways: readonly Pick<VirtualNetworkGateway, 'name' | 'bgp'>[]
  /** Of the virtual networks that its gateways stand in or serve. */
  networks: readonly NamedPrefix[]
  /** Of other sites on its gateways. */
  sites: readonly NamedPrefix[]
  /** Public addresses of its gateways. */
  gatewayAddresses: ReadonlySet<string>
  /** A rule translates what comes from the site, so that an overlap may be meant. */
  translated: boolean
  /** A connection goes over ExpressRoute, with private addresses. */
  overPrivate: boolean
}

export function surroundingsOf(site: LocalNetworkGateway, estate: Estate): SiteSurroundings {
  const find = (id: string) => estate.resources.get(keyOf(id))
  const connections = connectionsOf(site, estate)
  const gateways = distinct(
    connections
      .map(({ gateway1Id }) => (gateway1Id === undefined ? undefined : find(gateway1Id)))
      .filter((one) => one?.kind === 'virtualNetworkGateway'),
  )
  const homes = gateways.flatMap((gateway) => homeOf(gateway, estate) ?? [])
  const networks = distinct(homes.flatMap((home) => [home, ...spokesOf(home, { find })]))
  const others = distinct(
    gateways
      .flatMap((gateway) => connectionsOf(gateway, estate))
      .map(({ localNetworkGatewayId: id }) => (id === undefined ? undefined : find(id)))
      .filter((one) => one?.kind === 'localNetworkGateway')
      .filter(({ key }) => key !== site.key),
  )
  return {
    connections,
    gateways,
    networks: networks.flatMap(named),
    sites: others.flatMap(named),
    gatewayAddresses: new Set(gateways.flatMap((gateway) => publicAddresses(gateway, estate))),
    translated: connections.some(({ natRuleIds }) =>
      natRuleIds.some((id) => {
        const rule = find(id)
        return rule?.kind !== 'natRule' || rule.mode?.toLowerCase() === 'ingresssnat'
      }),
    ),
    overPrivate: connections.some(({ body }) => usesPrivate(body.properties)),
  }
}

/** The virtual network a gateway stands in; `undefined` while it was not read. */
export function homeOf(
  gateway: VirtualNetworkGateway,
  estate: Pick<Estate, 'resources'>,
): VirtualNetwork | undefined {
  const [network] = gateway.ipConfigurations.flatMap(({ subnetId }) => {
    const found = subnetId && estate.resources.get(keyOf(subnetId.replace(/\/subnets\/.*$/i, '')))
    return found && found.kind === 'virtualNetwork' ? [found] : []
  })
  return network
}

function publicAddresses(gateway: VirtualNetworkGateway, estate: Estate): string[] {
  return gateway.ipConfigurations.flatMap(({ publicIPAddressId }) => {
    const found = publicIPAddressId && estate.resources.get(keyOf(publicIPAddressId))
    return found && found.kind === 'publicIPAddress' && found.ipAddress !== undefined ? [found.ipAddress] : []
  })
}

function usesPrivate(properties: unknown): boolean {
  return (
    typeof properties === 'object' &&
    properties !== null &&
    'useLocalAzureIpAddress' in properties &&
    properties.useLocalAzureIpAddress === true
  )
}

function named({
  name,
  addressPrefixes,
}: {
  name: string
  addressPrefixes: readonly string[]
}): NamedPrefix[] {
  return addressPrefixes.flatMap((text) => {
    const prefix = parsePrefix(text)
    return prefix ? [{ prefix, name }] : []
  })
}

function distinct<R extends { key: string }>(resources: readonly R[]): R[] {
  return [...new Map(resources.map((one) => [one.key, one])).values()]
}
