import { referenceList } from './find.ts'
import type { NetworkType } from './network-type.ts'

/** Which Microsoft services a Microsoft peering takes; shapes of an azure-powershell recording of 2018. */
export const routeFilters: NetworkType = {
  type: 'routeFilters',
  noun: 'RouteFilter',
  lists: ['subscription', 'group'],
  seconds: { create: 11, update: 11, remove: 11 },
  retryAfter: 10,
  notifies: false,
  etagHeader: true,
  typeAt: 'afterEtag',
  hasGuid: false,
  patch: true,
  inlines: [{ member: 'rules', type: 'routeFilters/routeFilterRules', absent: 'deletes' }],
  readOnly: ['peerings', 'ipv6Peerings'],
  fill: ({ sent }) => ({ ...sent }),
  derive: (at, exchange) => {
    const peerings = referenceList(exchange, at.row.id, 'expressRouteCircuits/peerings')
    return peerings.length === 0 ? {} : { peerings }
  },
}

export const routeFilterRules: NetworkType = {
  type: 'routeFilters/routeFilterRules',
  noun: 'RouteFilterRule',
  lists: ['parent'],
  seconds: { create: 11, update: 11, remove: 11 },
  retryAfter: 10,
  notifies: false,
  etagHeader: false,
  typeAt: 'end',
  hasGuid: false,
  patch: false,
  fill: ({ sent }) => ({ ...sent }),
}
