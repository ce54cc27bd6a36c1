import type { VirtualHub } from '../resources/virtual-wan.ts'

/** What a hub does with two ways to one prefix, in Azure's order; before it the longest prefix wins, then a static route (Virtual WAN 2.4). */
interface Preference {
  name: string
  /** What decides, one after the other. */
  order: readonly string[]
}

const PREFERENCES: Record<string, Preference> = {
  expressroute: {
    name: 'ExpressRoute',
    order: [
      'what this hub learned itself, before what another hub tells it',
      'ExpressRoute before VPN where both are of this hub, VPN before ExpressRoute where both are of others',
      'the shorter AS path',
    ],
  },
  vpngateway: {
    name: 'VPN',
    order: [
      'what this hub learned itself, before what another hub tells it',
      'VPN before ExpressRoute',
      'the shorter AS path',
    ],
  },
  aspath: {
    name: 'AS path',
    order: [
      'the shorter AS path',
      'what this hub learned itself, before what another hub tells it',
      'ExpressRoute before VPN where both are of this hub, VPN before ExpressRoute where both are of others',
    ],
  },
}

/** The preference of a hub; undefined where Azure gave none, or one that nobody published. */
export function preferenceOf({ hubRoutingPreference }: VirtualHub): Preference | undefined {
  return PREFERENCES[hubRoutingPreference?.toLowerCase() ?? '']
}

/** Whole sentences: what is compared, in which order. */
export function preferenceWords(hub: VirtualHub): string {
  const preference = preferenceOf(hub)
  if (preference === undefined)
    return hub.hubRoutingPreference === undefined
      ? 'Azure did not give it.'
      : 'What this value decides is not known here.'
  const [first = '', second = '', third = ''] = preference.order
  return `Of two routes to one prefix: first ${first}; then ${second}; then ${third}. Before all that the longest prefix wins, then a static route.`
}
