import { inUse } from '../arm/refusals.ts'
import { referenceList } from './find.ts'
import type { NetworkType } from './network-type.ts'
import { refuseVirtualWan } from './validate/virtual-hubs.ts'

export const virtualWans: NetworkType = {
  type: 'virtualWans',
  noun: 'VirtualWan',
  lists: ['subscription', 'group'],
  seconds: { create: 11, update: 2, remove: 11 },
  retryAfter: 10,
  notifies: true,
  etagHeader: true,
  typeAt: 'afterEtag',
  hasGuid: false,
  patch: true,
  readOnly: ['virtualHubs', 'vpnSites', 'office365LocalBreakoutCategory'],
  refuse: refuseVirtualWan,
  fill: ({ sent }) => ({
    disableVpnEncryption: false,
    allowBranchToBranchTraffic: true,
    office365LocalBreakoutCategory: 'None',
    type: 'Standard',
    ...sent,
  }),
  // Lists of ids, only once there are any (recorded behaviour 5).
  derive: (at, exchange) => {
    const virtualHubs = referenceList(exchange, at.row.id, 'virtualHubs')
    const vpnSites = referenceList(exchange, at.row.id, 'vpnSites')
    return {
      ...(virtualHubs.length > 0 ? { virtualHubs } : {}),
      ...(vpnSites.length > 0 ? { vpnSites } : {}),
    }
  },
  // The message counts the hubs and sites that refer to it (ARM contract 5).
  holds: (at, exchange) => {
    const hubs = referenceList(exchange, at.row.id, 'virtualHubs').length
    const sites = referenceList(exchange, at.row.id, 'vpnSites').length
    if (hubs + sites === 0) return undefined
    return inUse(
      'InUseVirtualWanCannotBeDeleted',
      `Virtual WAN ${at.row.id} cannot be deleted because it is in use by ${hubs} virtual hub(s) and ${sites} VPN site(s).`,
    )
  },
}
