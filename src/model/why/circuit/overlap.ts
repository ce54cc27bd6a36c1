import { contains, formatPrefix, parsePrefix } from '../../../lib/cidr.ts'
import { routesOnPaths } from '../../circuit/compare-routes.ts'
import { linkInNetwork, linkPairs, overlappingPair } from '../../circuit/link-subnets.ts'
import { sentenceList } from '../../format.ts'
import { valueOf } from '../asked.ts'
import { ruledOut, type Finding } from '../finding.ts'
import { lackingCircuit } from './asks.ts'
import { peeringOf } from './circuit-evidence.ts'
import type { CircuitFacts } from './circuit-facts.ts'

/** A link's /30, or /126, is of use neither beside itself nor inside a network it leads to (ExpressRoute document 3.2, findings ER-035 and ER-036). */
export function linkOverlap(facts: CircuitFacts): Finding | undefined {
  const peering = peeringOf(facts)
  if (peering === undefined) return undefined
  if (linkPairs(peering).length === 0) return undefined
  const at = valueOf(facts.circuit)?.readAt ?? facts.now
  const cause = (title: string, text: string): Finding => ({
    is: 'cause',
    title,
    likelihood: 'very likely',
    evidence: [{ text, source: 'Private peering', at }],
    side: 'azure',
    change:
      'Give both links subnets of their own that no network has, /30 of IPv4 and /126 of IPv6, and your routers their first addresses.',
    link: {
      id: peering.id.replace(/\/peerings\/[^/]+$/i, ''),
      topic: 'peering',
      label: 'Change the private peering',
    },
    interruption: 'Both BGP sessions end until the routers have the new addresses.',
  })
  const pair = overlappingPair(peering)
  if (pair) {
    const [primary, secondary] = pair
    return cause(
      'The subnets of the two links overlap, so the peering cannot work',
      `Primary is ${formatPrefix(primary)}, secondary ${formatPrefix(secondary)}`,
    )
  }
  const found = linkInNetwork([peering], facts.networks)
  if (found)
    return cause(
      `A link of the peering lies in the range of ${found.network.name}`,
      `${formatPrefix(found.link)} overlaps ${formatPrefix(found.range)} of ${found.network.name}`,
    )
  return ruledOut('The subnets of the links are apart from each other and from every network that was read')
}

/**
 * On-premises announces prefixes that lie in a network's own range: traffic for them goes astray. A wider one, a summary or the
 * default route, does no harm, since the longest prefix wins (ExpressRoute documents 3.2 and 5).
 */
export function routeOverlap(facts: CircuitFacts): Finding | undefined {
  if (peeringOf(facts) === undefined || facts.networks.length === 0) return undefined
  const unread = lackingCircuit(facts.routes, 'routes')
  const tables = valueOf(facts.routes)
  if (unread || tables === undefined) return unread
  const at = facts.routes.is === 'known' ? facts.routes.at : facts.now
  const found = routesOnPaths(tables).flatMap(({ network: text, from }) => {
    const route = from === 'onPremises' ? parsePrefix(text) : undefined
    if (!route) return []
    return facts.networks.flatMap(({ name, addressPrefixes }) =>
      addressPrefixes.flatMap((one) => {
        const range = parsePrefix(one)
        return range && contains(range, route)
          ? [{ route: formatPrefix(route), range: formatPrefix(range), name }]
          : []
      }),
    )
  })
  if (found.length === 0) return ruledOut('Nothing that on-premises announces lies in a network’s range')
  return {
    is: 'cause',
    title: 'On-premises announces prefixes that lie in a virtual network',
    likelihood: 'possible',
    evidence: found.slice(0, MOST).map(({ route, range, name }) => ({
      text: `${route} comes from on-premises and lies in ${range} of ${name}`,
      source: 'Route tables',
      at,
    })),
    side: 'router',
    change: `Announce ${sentenceList([...new Set(found.slice(0, MOST).map(({ route }) => route))])} no more, or give one side other addresses.`,
  }
}

const MOST = 4
