import { inUse } from '../arm/refusals.ts'
import type { JsonObject } from '../wire/json.ts'
import { objectAt, objectsAt, without } from '../wire/read.ts'
import { referrers } from './find.ts'
import { restartLinksTo } from './hub-links.ts'
import type { NetworkType } from './network-type.ts'
import { refuseVpnSite } from './validate/vpn-sites.ts'

export const vpnSites: NetworkType = {
  type: 'vpnSites',
  noun: 'VpnSite',
  lists: ['subscription', 'group'],
  seconds: { create: 19, update: 11, remove: 12 },
  retryAfter: 10,
  notifies: true,
  etagHeader: true,
  typeAt: 'afterEtag',
  hasGuid: false,
  patch: true,
  embeds: [{ member: 'vpnSiteLinks', segment: 'vpnSiteLinks', typeAt: 'end', readable: true }],
  refuse: refuseVpnSite,
  fill: ({ sent }) => ({
    ...sent,
    addressSpace: { addressPrefixes: [], ...objectAt(sent.addressSpace) },
    deviceProperties: { linkSpeedInMbps: 0, ...objectAt(sent.deviceProperties) },
    isSecuritySite: sent.isSecuritySite ?? false,
    o365Policy: sent.o365Policy ?? {
      breakOutCategories: { optimize: false, allow: false, default: false },
    },
    // Left out when there are none (virtual-wan recordings 2021 and 2024).
    vpnSiteLinks:
      objectsAt(sent.vpnSiteLinks).length === 0
        ? undefined
        : objectsAt(sent.vpnSiteLinks).map((link) => siteLink(link)),
  }),
  alongside: (draft, _row, endsAt) => restartLinksTo(draft, endsAt),
  // Refusal documented, code assumed (ARM contract 5).
  holds: (at, exchange) => {
    const [user] = referrers(exchange, at.row.id, 'vpnGateways/vpnConnections')
    if (user === undefined) return undefined
    return inUse(
      'InUseVpnSiteCannotBeDeleted',
      `VPN site ${at.row.id} is in use by ${user.row.id} and cannot be deleted.`,
    )
  },
}

function siteLink(link: JsonObject): JsonObject {
  const properties = without(objectAt(link.properties), ['provisioningState'])
  return {
    name: link.name,
    properties: {
      ...properties,
      linkProperties: { linkSpeedInMbps: 0, ...objectAt(properties.linkProperties) },
    },
  }
}
