import type { Envelope } from './resource.ts'

/** Members are optional wherever ARM may leave them out; enum-like text stays text, since ARM adds values. */
export interface VirtualNetwork extends Envelope {
  kind: 'virtualNetwork'
  addressPrefixes: string[]
  dnsServers: string[]
  subnets: { id: string; name: string; addressPrefixes: string[] }[]
  peerings: {
    id: string
    name: string
    remoteVirtualNetworkId?: string
    peeringState?: string
    useRemoteGateways: boolean
    allowGatewayTransit: boolean
  }[]
}

export interface Subnet extends Envelope {
  kind: 'subnet'
  addressPrefixes: string[]
  /** Ids of what sits in it, such as a gateway's ip configuration. */
  usedBy: string[]
  networkSecurityGroupId?: string
  routeTableId?: string
}

export interface VirtualNetworkPeering extends Envelope {
  kind: 'virtualNetworkPeering'
  remoteVirtualNetworkId?: string
  remoteAddressPrefixes: string[]
  peeringState?: string
  peeringSyncLevel?: string
  useRemoteGateways: boolean
  allowGatewayTransit: boolean
}

export interface PublicIPAddress extends Envelope {
  kind: 'publicIPAddress'
  sku?: string
  ipAddress?: string
  allocationMethod?: string
  version?: string
  fqdn?: string
  /** Id of the ip configuration that uses it; its owner is the gateway. */
  usedBy?: string
}

export interface AzureFirewall extends Envelope {
  kind: 'azureFirewall'
  sku?: string
  tier?: string
  virtualHubId?: string
  firewallPolicyId?: string
  privateIPAddress?: string
  publicIPAddresses: string[]
  threatIntelMode?: string
  subnetIds: string[]
}
