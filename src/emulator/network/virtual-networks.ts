import { inUse } from '../arm/refusals.ts'
import { isObject, objectAt } from '../wire/read.ts'
import { livingIn, referenceList } from './find.ts'
import type { NetworkType } from './network-type.ts'
import { subnets } from './subnets.ts'
import { refuseVirtualNetwork } from './validate/networks.ts'

/** Virtual networks: subnets and peerings are shown inside. */
export const virtualNetworks: NetworkType = {
  type: 'virtualNetworks',
  noun: 'VirtualNetwork',
  lists: ['subscription', 'group'],
  seconds: { create: 11, update: 4, remove: 11 },
  retryAfter: 3,
  notifies: true,
  etagHeader: true,
  typeAt: 'afterEtag',
  hasGuid: true,
  patch: true,
  inlines: [
    // A PUT without `subnets` keeps them, an empty list deletes them (ARM contract 4).
    { member: 'subnets', type: 'virtualNetworks/subnets', absent: 'keeps' },
    { member: 'virtualNetworkPeerings', type: 'virtualNetworks/virtualNetworkPeerings', absent: 'keeps' },
  ],
  required: ['addressSpace'],
  // `enableVmProtection` is taken and not kept since 2021 (azure-cli recordings).
  readOnly: ['flowLogs', 'defaultPublicNatGateway', 'enableVmProtection'],
  // First recorded with this version; 2022-01-01 shows neither.
  since: {
    privateEndpointVNetPolicies: '2024-03-01',
    'addressSpace.ipamPoolPrefixAllocations': '2024-03-01',
  },
  refuse: refuseVirtualNetwork,
  fill: ({ sent }) => ({
    ...sent,
    addressSpace: { ipamPoolPrefixAllocations: [], ...objectAt(sent.addressSpace) },
    dhcpOptions: isObject(sent.dhcpOptions) ? { dnsServers: [], ...sent.dhcpOptions } : undefined,
    privateEndpointVNetPolicies: sent.privateEndpointVNetPolicies ?? 'Disabled',
    enableDdosProtection: sent.enableDdosProtection ?? false,
  }),
  // With a subnet in use the subnet's own refusal (recorded on the way of a resource group, net 2019); for a network that is
  // connected to a hub the code follows the pattern (ARM contract 5), not recorded.
  holds: (at, exchange) => {
    for (const subnet of livingIn(exchange, `${at.row.key}/subnets`)) {
      const refusal = subnets.holds?.(subnet, exchange)
      if (refusal !== undefined) return refusal
    }
    const [user] = referenceList(exchange, at.row.id, 'virtualHubs/hubVirtualNetworkConnections')
    if (user === undefined) return undefined
    return inUse(
      'InUseVirtualNetworkCannotBeDeleted',
      `Virtual network ${at.row.id} is in use by ${user.id} and cannot be deleted.`,
    )
  },
}
