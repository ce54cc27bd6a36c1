import type { Exchange } from '../arm/exchange.ts'
import { inUse } from '../arm/refusals.ts'
import { nameOf, sameId } from '../arm/ids.ts'
import type { Living } from '../store/living.ts'
import { idAt, objectAt, objectsAt, textAt } from '../wire/read.ts'
import { referrers } from './find.ts'
import type { NetworkType } from './network-type.ts'
import { refuseSubnet } from './validate/networks.ts'

/** Types whose ipConfigurations sit in a subnet. */
const USERS = ['virtualNetworkGateways', 'azureFirewalls'] as const

export const subnets: NetworkType = {
  type: 'virtualNetworks/subnets',
  noun: 'Subnet',
  lists: ['parent'],
  seconds: { create: 4, update: 4, remove: 11 },
  retryAfter: 3,
  notifies: true,
  etagHeader: true,
  typeAt: 'end',
  hasGuid: false,
  patch: false,
  readOnly: ['privateEndpoints', 'ipConfigurations', 'ipConfigurationProfiles', 'purpose'],
  since: { ipamPoolPrefixAllocations: '2024-03-01' },
  refuse: refuseSubnet,
  fill: ({ sent }) => ({
    ...sent,
    ipamPoolPrefixAllocations: sent.ipamPoolPrefixAllocations ?? [],
    delegations: sent.delegations ?? [],
    privateEndpointNetworkPolicies: sent.privateEndpointNetworkPolicies ?? 'Disabled',
    privateLinkServiceNetworkPolicies: sent.privateLinkServiceNetworkPolicies ?? 'Enabled',
  }),
  // Ids of the gateways' IP configurations: how "in use" is known (ARM contract 9.1).
  derive: (at, exchange) => {
    const ids = usersOf(at, exchange)
    return ids.length === 0 ? {} : { ipConfigurations: ids.map((id) => ({ id })) }
  },
  holds: (at, exchange) => {
    const [user] = usersOf(at, exchange)
    if (user === undefined) return undefined
    return inUse(
      'InUseSubnetCannotBeDeleted',
      `Subnet ${nameOf(at.row.id)} is in use by ${user} and cannot be deleted. In order to delete the subnet, ` +
        'delete all the resources within the subnet. See aka.ms/deletesubnet.',
    )
  },
}

function usersOf(at: Living, exchange: Exchange): string[] {
  return USERS.flatMap((type) => referrers(exchange, at.row.id, type)).flatMap((user) =>
    ipConfigurationsNaming(user, 'subnet', at.row.id),
  )
}

/** The ids of the IP configurations of `user` whose `member` is `id`. */
export function ipConfigurationsNaming(user: Living, member: string, id: string): string[] {
  return objectsAt(user.properties.ipConfigurations).flatMap((configuration) => {
    if (!sameId(idAt(objectAt(configuration.properties)[member]), id)) return []
    const segment = user.row.key.includes('/azurefirewalls/')
      ? 'azureFirewallIpConfigurations'
      : 'ipConfigurations'
    return [`${user.row.id}/${segment}/${textAt(configuration.name) ?? 'default'}`]
  })
}
