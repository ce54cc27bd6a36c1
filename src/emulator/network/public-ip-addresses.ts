import type { Exchange } from '../arm/exchange.ts'
import { inUse } from '../arm/refusals.ts'
import type { Living } from '../store/living.ts'
import type { Json, JsonObject } from '../wire/json.ts'
import { isObject, textAt } from '../wire/read.ts'
import { publicAddress } from './addresses.ts'
import { referrers } from './find.ts'
import type { NetworkType } from './network-type.ts'
import { ipConfigurationsNaming } from './subnets.ts'
import { refusePublicIpAddress } from './validate/public-ip-addresses.ts'

export const publicIPAddresses: NetworkType = {
  type: 'publicIPAddresses',
  noun: 'PublicIpAddress',
  lists: ['subscription', 'group'],
  seconds: { create: 1, update: 1, remove: 11 },
  retryAfter: 3,
  notifies: true,
  etagHeader: true,
  typeAt: 'end',
  hasGuid: true,
  patch: true,
  readOnly: ['ipConfiguration', 'upgradedToV2', 'ipAddress'],
  // First recorded with this version; 2022-05-01 shows none.
  since: { ddosSettings: '2022-11-01' },
  // Basic when not said, and always with its tier (azure-cli recordings 2021 to 2024).
  fillSku: (sent, before) => ({ name: 'Basic', tier: 'Regional', ...before?.row.sku, ...sent }),
  refuse: refusePublicIpAddress,
  fill: ({ sent, before, location }) => ({
    publicIPAddressVersion: 'IPv4',
    publicIPAllocationMethod: 'Dynamic',
    idleTimeoutInMinutes: 4,
    ipTags: [],
    ddosSettings: { protectionMode: 'VirtualNetworkInherited' },
    ...sent,
    dnsSettings: named(sent.dnsSettings, location),
    ipAddress: before?.properties.ipAddress,
  }),
  // A static address is there when the PUT has ended, a dynamic one only once something uses it (ARM contract 9.1).
  settles: ({ id, sent, before }) => {
    if (sent.publicIPAllocationMethod !== 'Static' || before?.properties.ipAddress !== undefined) return []
    return [{ after: 0, merge: { ipAddress: publicAddress(id.toLowerCase()) } }]
  },
  derive: (at, exchange) => {
    const [user] = usersOf(at, exchange)
    if (user === undefined) return {}
    const address = at.properties.ipAddress ?? publicAddress(at.row.key)
    return { ipAddress: address, ipConfiguration: { id: user } }
  },
  holds: (at, exchange) => {
    const [user] = usersOf(at, exchange)
    if (user === undefined) return undefined
    return inUse(
      'PublicIPAddressCannotBeDeleted',
      `Public IP address ${at.row.id} can not be deleted since it is still allocated to resource ${user}. In order to ` +
        'delete the public IP, disassociate/detach the Public IP address from the resource.  To learn how to do this, see ' +
        'aka.ms/deletepublicip.',
    )
  },
}

function usersOf(at: Living, exchange: Exchange): string[] {
  return ['virtualNetworkGateways', 'azureFirewalls']
    .flatMap((type) => referrers(exchange, at.row.id, type))
    .flatMap((user) => ipConfigurationsNaming(user, 'publicIPAddress', at.row.id))
}

/** The label with its region's domain (powershell recordings 2018). */
function named(settings: Json | undefined, location: string): JsonObject | undefined {
  if (!isObject(settings)) return undefined
  const label = textAt(settings.domainNameLabel)
  return label === undefined ? settings : { ...settings, fqdn: `${label}.${location}.cloudapp.azure.com` }
}
