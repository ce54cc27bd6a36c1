import { sameId } from '../arm/ids.ts'
import { inUse, networkError } from '../arm/refusals.ts'
import { idAt, objectAt, objectsAt, without } from '../wire/read.ts'
import { publicAddress, addressIn } from './addresses.ts'
import { find, referrers } from './find.ts'
import type { Draft, NetworkType } from './network-type.ts'

/** Azure Firewall, in a network or in a hub (`AZFW_Hub`). Durations are not recorded; these are assumed. */
export const azureFirewalls: NetworkType = {
  type: 'azureFirewalls',
  noun: 'AzureFirewall',
  lists: ['subscription', 'group'],
  seconds: { create: 420, update: 120, remove: 300 },
  retryAfter: 10,
  notifies: true,
  etagHeader: true,
  typeAt: 'afterEtag',
  hasGuid: false,
  patch: true,
  embeds: [
    {
      member: 'ipConfigurations',
      segment: 'azureFirewallIpConfigurations',
      typeAt: 'end',
      readable: false,
    },
  ],
  readOnly: ['ipGroups', 'afcConfiguration'],
  refuse: refuseSecond,
  fill: ({ sent }) => ({
    threatIntelMode: 'Alert',
    additionalProperties: {},
    ...sent,
    ...(sent.ipConfigurations === undefined
      ? {}
      : {
          ipConfigurations: objectsAt(sent.ipConfigurations).map((one) => ({
            name: one.name,
            properties: without(objectAt(one.properties), ['provisioningState']),
          })),
        }),
  }),
  settles: ({ id, sent, exchange }) => {
    const hub = idAt(sent.virtualHub)
    if (hub === undefined) return []
    const prefix = find(exchange, hub)?.properties.addressPrefix
    const privateIPAddress = typeof prefix === 'string' ? addressIn(prefix, 132) : undefined
    const addresses = [{ address: publicAddress(id.toLowerCase()) }]
    return [{ after: 0, merge: { hubIPAddresses: { privateIPAddress, publicIPs: { addresses, count: 1 } } } }]
  },
  holds: (at, exchange) => {
    const [user] = referrers(exchange, at.row.id, 'virtualHubs/routingIntent')
    if (user === undefined) return undefined
    return inUse(
      'InUseAzureFirewallCannotBeDeleted',
      `Azure Firewall ${at.row.id} is in use by ${user.row.id} and cannot be deleted.`,
    )
  },
}

/** A hub names one firewall (Virtual WAN document 2.4). Code and text assumed. */
function refuseSecond({ sent, id, exchange }: Draft) {
  const hub = idAt(sent.virtualHub)
  const other = referrers(exchange, hub ?? '', 'azureFirewalls').find(
    (one) => !sameId(one.row.id, id) && sameId(idAt(one.properties.virtualHub), hub),
  )
  return other === undefined
    ? undefined
    : networkError(
        400,
        'VirtualHubAlreadyHasFirewall',
        `Virtual hub ${hub ?? ''} already has the firewall ${other.row.id}.`,
      )
}
