import type { Estate } from '../../estate.ts'
import { keyOf } from '../../paths.ts'
import type { Kind, Resource, ResourceOf } from '../../resources/resource.ts'
import { connectionsOf, endpointOf, linksOfSite, placedLinks } from '../../virtual-wan/site-links.ts'
import { rankOf, worstOf } from '../../branch/link-states.ts'
import { known, type Asked } from '../asked.ts'
import type { BranchEstateFacts, BranchSubject } from './branch-facts.ts'

/**
 * What the estate knows of a site or of its connection to a hub. Of a site with several connections the worst one is looked at. Nothing is asked.
 * @param reading the lists of the estate are still on their way: what is not there yet may come
 */
export function branchEstateFacts(
  subject: BranchSubject,
  estate: Estate,
  now: number,
  reading: boolean,
): BranchEstateFacts {
  const found = <K extends Kind>(id: string | undefined, kind: K): Asked<ResourceOf<K>> => {
    const one = id === undefined ? undefined : estate.resources.get(keyOf(id))
    if (is(one, kind)) return known(one, one.readAt)
    return reading && id !== undefined ? { is: 'asking' } : { is: 'none' }
  }
  const own = subject.kind === 'vpnConnection' ? subject : worstConnection(subject, estate)
  const gateway = found(own?.gatewayId, 'vpnGateway')
  const site: BranchEstateFacts['site'] =
    subject.kind === 'vpnSite' ? known(subject, subject.readAt) : found(subject.siteId, 'vpnSite')
  return {
    now,
    subject,
    connection: own ? known(own, own.readAt) : reading ? { is: 'asking' } : { is: 'none' },
    site,
    gateway,
    hub: found(gateway.is === 'known' ? gateway.value.virtualHubId : undefined, 'virtualHub'),
    links: own ? placedLinks(own, estate) : [],
    twins: site.is === 'known' ? twinsOf(site.value, estate) : [],
  }
}

function worstConnection(site: Extract<BranchSubject, { kind: 'vpnSite' }>, estate: Estate) {
  const [first] = connectionsOf(site, estate).toSorted((a, b) => worst(a) - worst(b))
  return first
  function worst(connection: Parameters<typeof placedLinks>[0]): number {
    return rankOf(worstOf(placedLinks(connection, estate).map(({ state }) => state)))
  }
}

/** Two sites cannot be told apart by one address. */
function twinsOf(
  site: Extract<BranchSubject, { kind: 'vpnSite' }>,
  estate: Estate,
): BranchEstateFacts['twins'] {
  const own = new Set(linksOfSite(site).flatMap((link) => endpointOf(link)?.toLowerCase() ?? []))
  return estate.links(keyOf(site.virtualWanId ?? '')).flatMap(({ id }) => {
    const other = estate.resources.get(keyOf(id))
    if (other?.kind !== 'vpnSite' || other.key === site.key) return []
    return linksOfSite(other).flatMap((link) => {
      const address = endpointOf(link)
      return address !== undefined && own.has(address.toLowerCase())
        ? [{ site: other.name, link: link.name, address }]
        : []
    })
  })
}

function is<K extends Kind>(one: Resource | undefined, kind: K): one is ResourceOf<K> {
  return one?.kind === kind
}
