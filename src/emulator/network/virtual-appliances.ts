import { inUse } from '../arm/refusals.ts'
import { referrers } from './find.ts'
import type { NetworkType } from './network-type.ts'
import { references } from './validate/references.ts'

/** Network virtual appliances in a hub (Virtual WAN document 11). Nothing is recorded of them: durations as of a gateway, shape of the schema. */
export const networkVirtualAppliances: NetworkType = {
  type: 'networkVirtualAppliances',
  noun: 'NetworkVirtualAppliance',
  lists: ['subscription', 'group'],
  seconds: { create: 900, update: 300, remove: 600 },
  retryAfter: 10,
  notifies: true,
  etagHeader: true,
  typeAt: 'afterEtag',
  hasGuid: false,
  patch: true,
  readOnly: ['virtualApplianceNics', 'virtualApplianceSites', 'inboundSecurityRules', 'deploymentType'],
  refuse: references(({ sent }) => [
    { member: 'virtualHub', value: sent.virtualHub, type: 'virtualHubs', sameRegion: true },
  ]),
  fill: ({ sent, before }) => ({
    virtualApplianceSites: [],
    inboundSecurityRules: [],
    deploymentType: 'PartnerManagedResource',
    ...sent,
    virtualApplianceNics: before?.properties.virtualApplianceNics ?? [],
  }),
  // Follows the pattern of the in-use refusals (ARM contract 5), assumed.
  holds: (at, exchange) => {
    const [user] = referrers(exchange, at.row.id, 'virtualHubs/routingIntent')
    if (user === undefined) return undefined
    return inUse(
      'InUseNetworkVirtualApplianceCannotBeDeleted',
      `Network virtual appliance ${at.row.id} is in use by ${user.row.id} and cannot be deleted.`,
    )
  },
}
