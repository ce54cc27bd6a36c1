import type { Estate } from '../estate.ts'
import { keyOf } from '../paths.ts'
import type { VirtualNetworkGateway } from '../resources/vpn.ts'

/** One of the machines a VPN gateway runs on, as its IP configuration tells of it. */
export interface GatewayInstance {
  /** `Instance 0`; of an active-standby gateway `Active instance`, since the other one shows nowhere. */
  label: string
  ipConfigurationId?: string
  ipConfigurationName?: string
  publicIPAddressId?: string
  /** Where devices reach it, as far as Azure or the public IP address tells. */
  addresses: string[]
  bgpAddresses: string[]
  /** APIPA addresses somebody chose. */
  customBgpAddresses: string[]
}

/**
 * The instances that end tunnels, numbered in the order in which Azure lists the IP configurations. With point-to-site an
 * active-active gateway has a third configuration, which ends none (VPN Gateway 0, 2.3). A Basic gateway may have no public
 * IP address (VPN Gateway 0).
 */
export function instancesOf(
  gateway: VirtualNetworkGateway,
  estate: Pick<Estate, 'resources'>,
): GatewayInstance[] {
  const told = gateway.bgp?.addresses ?? []
  const matched = gateway.ipConfigurations.map((configuration) => ({
    configuration,
    bgp: told.find(
      ({ ipConfigurationId }) =>
        ipConfigurationId !== undefined &&
        configuration.id !== undefined &&
        keyOf(ipConfigurationId) === keyOf(configuration.id),
    ),
  }))
  const some = matched.filter(({ bgp }) => bgp !== undefined)
  const ending = some.length === told.length && some.length > 0 ? some : matched
  const instances = ending.map(({ configuration, bgp }, index): GatewayInstance => {
    const own = bgp ?? (some.length === 0 ? told[index] : undefined)
    const publicAddress = estate.resources.get(keyOf(configuration.publicIPAddressId ?? ''))
    const address = publicAddress?.kind === 'publicIPAddress' ? publicAddress.ipAddress : undefined
    const tunnelAddresses = own?.tunnelAddresses ?? []
    return {
      label: '',
      ipConfigurationId: configuration.id,
      ipConfigurationName: configuration.name,
      publicIPAddressId: configuration.publicIPAddressId,
      addresses: tunnelAddresses.length > 0 ? tunnelAddresses : address === undefined ? [] : [address],
      bgpAddresses: own?.defaultAddresses ?? [],
      customBgpAddresses: own?.customAddresses ?? [],
    }
  })
  const all = instances.length > 0 ? instances : told.map(fromBgp)
  return all.map((one, index) => ({ ...one, label: labelOf(gateway, all.length, index) }))
}

function fromBgp(told: NonNullable<VirtualNetworkGateway['bgp']>['addresses'][number]): GatewayInstance {
  return {
    label: '',
    ipConfigurationId: told.ipConfigurationId,
    addresses: told.tunnelAddresses,
    bgpAddresses: told.defaultAddresses,
    customBgpAddresses: told.customAddresses,
  }
}

function labelOf(gateway: VirtualNetworkGateway, count: number, index: number): string {
  return count === 1 && !gateway.activeActive ? 'Active instance' : `Instance ${index}`
}

const ADDRESS = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?!\d|\.\d)/g

/** The IPv4 addresses that stand in a text. */
export function addressesIn(text: string): string[] {
  return text.match(ADDRESS) ?? []
}

/**
 * Which instance ends a tunnel. What Azure calls a tunnel holds an address, and the form of the name is not published
 * (VPN Gateway 6.4): where no instance, or more than one, has that address, it cannot be told.
 */
export function instanceOfTunnel(
  name: string,
  instances: readonly GatewayInstance[],
): GatewayInstance | undefined {
  if (instances.length === 1) return instances[0]
  const named = new Set(addressesIn(name))
  const found = instances.filter(({ addresses }) => addresses.some((one) => named.has(one)))
  return found.length === 1 ? found[0] : undefined
}

/** The instance a BGP session or a route is at, by its own peer address. */
export function instanceAt(
  localAddress: string | undefined,
  instances: readonly GatewayInstance[],
): GatewayInstance | undefined {
  if (localAddress === undefined || localAddress === '') return undefined
  return instances.find(
    ({ bgpAddresses, customBgpAddresses }) =>
      bgpAddresses.includes(localAddress) || customBgpAddresses.includes(localAddress),
  )
}

/** As a table has it. */
export const UNTOLD_INSTANCE = 'cannot be told'
