import { inUse } from '../arm/refusals.ts'
import { isObject, objectAt } from '../wire/read.ts'
import { livingIn, referenceList } from './find.ts'
import type { NetworkType } from './network-type.ts'

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
  fill: ({ sent }) => ({
    ...sent,
    addressSpace: { ipamPoolPrefixAllocations: [], ...objectAt(sent.addressSpace) },
    dhcpOptions: isObject(sent.dhcpOptions) ? { dnsServers: [], ...sent.dhcpOptions } : undefined,
    privateEndpointVNetPolicies: sent.privateEndpointVNetPolicies ?? 'Disabled',
    enableDdosProtection: sent.enableDdosProtection ?? false,
  }),
  // The code follows the pattern of the in-use refusals (ARM contract 5); not recorded for this type.
  holds: (at, exchange) => {
    const busySubnet = livingIn(exchange, `${at.row.key}/subnets`).find(
      (subnet) => referenceList(exchange, subnet.row.id, 'virtualNetworkGateways').length > 0,
    )
    const connected = referenceList(exchange, at.row.id, 'virtualHubs/hubVirtualNetworkConnections')[0]
    const user = busySubnet?.row.id ?? connected?.id
    if (user === undefined) return undefined
    return inUse(
      'InUseVirtualNetworkCannotBeDeleted',
      `Virtual network ${at.row.id} is in use by ${user} and cannot be deleted.`,
    )
  },
}
