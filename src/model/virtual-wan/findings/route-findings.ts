import { formatPrefix, parsePrefix } from '../../../lib/cidr.ts'
import type { HubRoute } from '../../diagnostics/hub-route.ts'
import type { Estate } from '../../estate.ts'
import { sentenceList } from '../../format.ts'
import { keyOf } from '../../paths.ts'
import type { VirtualHub } from '../../resources/virtual-wan.ts'
import { siteConnectionsOf } from '../wan-parts.ts'
import type { WanFinding } from './wan-finding.ts'

const NAMED = 3

/**
 * What the routes that a hub follows say of its sites: those that it reaches over ExpressRoute although they are connected by VPN. What names of
 * next hops there are is not verified (Virtual WAN 9.4 and 16), so a way is taken for ExpressRoute by that word in it.
 * @param routes of its default table, which branches follow
 */
export function routeFindings(hub: VirtualHub, estate: Estate, routes: readonly HubRoute[]): WanFinding[] {
  // With another preference it is chosen (Virtual WAN 2.4).
  if (!/^expressroute$/i.test(hub.hubRoutingPreference ?? 'ExpressRoute')) return []
  const overCircuits = new Set(
    routes.flatMap(({ prefix, nextHopType }) =>
      /expressroute/i.test(nextHopType ?? '') ? spelt(prefix) : [],
    ),
  )
  const found = siteConnectionsOf(hub, estate).flatMap(({ siteId }) => {
    const site = estate.resources.get(keyOf(siteId ?? ''))
    if (site?.kind !== 'vpnSite') return []
    const prefixes = site.addressPrefixes.filter((one) => overCircuits.has(spelt(one)))
    return prefixes.length === 0 ? [] : [{ site, prefixes }]
  })
  const [first] = found
  if (first === undefined) return []
  const named = found.slice(0, NAMED).map(({ site, prefixes }) => `${sentenceList(prefixes)} of ${site.name}`)
  const more = found.length - NAMED
  return [
    {
      rule: 'VW-019',
      severity: 'hint',
      what: `The hub reaches ${sentenceList(more > 0 ? [...named, `${more} more`] : named)} over ExpressRoute`,
      why: 'These sites are connected by VPN too, and with the routing preference ExpressRoute the tunnels carry nothing to them as long as a circuit announces the same prefix.',
      change:
        'Where the tunnels are meant to carry it, set the routing preference VPN, or announce longer prefixes there.',
      source: 'Microsoft: virtual hub routing preference',
      ...(found.length === 1 && { about: first.site.id }),
    },
  ]
}

function spelt(text: string): string {
  const prefix = parsePrefix(text)
  return prefix ? formatPrefix(prefix) : text
}
