import type { EstateResourceGroup } from '../estate.ts'
import { built, child, ref, resource } from './build.ts'
import type { Built, Tags } from './build.ts'

export interface Subnet {
  id: string
  prefix: string
}

export interface VirtualNetwork extends Built {
  prefixes: string[]
  subnets: Record<string, Subnet>
}

export interface PublicIp extends Built {
  address: string
}

export function virtualNetwork(
  group: EstateResourceGroup,
  name: string,
  prefix: string | string[],
  subnetPlan: Record<string, string>,
  tags?: Tags,
): VirtualNetwork {
  const prefixes = [prefix].flat()
  const properties = {
    addressSpace: { addressPrefixes: prefixes },
    privateEndpointVNetPolicies: 'Disabled',
    enableDdosProtection: false,
  }
  const vnet = resource(group, 'virtualNetworks', name, properties, { tags })
  const subnets = Object.entries(subnetPlan).map(([subnetName, addressPrefix]) => {
    const row = child(vnet.id, 'subnets', subnetName, {
      addressPrefix,
      delegations: [],
      privateEndpointNetworkPolicies: 'Disabled',
      privateLinkServiceNetworkPolicies: 'Enabled',
    })
    return { row, entry: [subnetName, { id: row.id, prefix: addressPrefix }] as const }
  })
  return {
    ...built(name, vnet, ...subnets.map(({ row }) => row)),
    prefixes,
    subnets: Object.fromEntries(subnets.map(({ entry }) => entry)),
  }
}

export function subnetOf(vnet: VirtualNetwork, name: string): Subnet {
  const subnet = vnet.subnets[name]
  if (subnet === undefined) throw new Error(`${vnet.name} has no subnet ${name}`)
  return subnet
}

/** One side of a peering. `Initiated`: the other side was never made; `Disconnected`: the other side was deleted. */
export function peeringSide(
  from: VirtualNetwork,
  to: VirtualNetwork,
  options: {
    allowGatewayTransit?: boolean
    useRemoteGateways?: boolean
    state?: 'Connected' | 'Initiated' | 'Disconnected'
  } = {},
): Built {
  const name = `peer-${from.name}-to-${to.name}`
  const remote = { addressPrefixes: to.prefixes }
  return built(
    name,
    child(from.id, 'virtualNetworkPeerings', name, {
      peeringState: options.state ?? 'Connected',
      peeringSyncLevel: options.state === 'Disconnected' ? 'RemoteNotInSync' : 'FullyInSync',
      remoteVirtualNetwork: ref(to),
      allowVirtualNetworkAccess: true,
      allowForwardedTraffic: true,
      allowGatewayTransit: options.allowGatewayTransit ?? false,
      useRemoteGateways: options.useRemoteGateways ?? false,
      doNotVerifyRemoteGateways: false,
      peerCompleteVnets: true,
      remoteAddressSpace: remote,
      remoteVirtualNetworkAddressSpace: remote,
    }),
  )
}

/** Both sides; with `transit` the spoke uses the hub's gateways. */
export function peering(
  hub: VirtualNetwork,
  spoke: VirtualNetwork,
  { transit }: { transit: boolean },
): Built {
  const there = peeringSide(hub, spoke, { allowGatewayTransit: transit })
  const back = peeringSide(spoke, hub, { useRemoteGateways: transit })
  return { ...there, rows: [...there.rows, ...back.rows] }
}

export function publicIp(group: EstateResourceGroup, name: string, address: string, tags?: Tags): PublicIp {
  return {
    ...built(
      name,
      resource(
        group,
        'publicIPAddresses',
        name,
        {
          ipAddress: address,
          publicIPAddressVersion: 'IPv4',
          publicIPAllocationMethod: 'Static',
          idleTimeoutInMinutes: 4,
          ipTags: [],
          ddosSettings: { protectionMode: 'VirtualNetworkInherited' },
        },
        { tags, sku: { name: 'Standard', tier: 'Regional' }, zones: ['1', '2', '3'] },
      ),
    ),
    address,
  }
}

/** The retired kind: no zones, and dynamic, so that it has an address only while something holds it. */
export function basicPublicIp(
  group: EstateResourceGroup,
  name: string,
  address: string,
  tags?: Tags,
): PublicIp {
  const properties = {
    ipAddress: address === '' ? undefined : address,
    publicIPAddressVersion: 'IPv4',
    publicIPAllocationMethod: 'Dynamic',
    idleTimeoutInMinutes: 4,
    ipTags: [],
  }
  const sku = { name: 'Basic', tier: 'Regional' }
  return { ...built(name, resource(group, 'publicIPAddresses', name, properties, { tags, sku })), address }
}
