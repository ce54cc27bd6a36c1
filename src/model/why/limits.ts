import { valueOf } from './asked.ts'
import type { Facts } from './facts.ts'
import { lacking, ruledOut, type Evidence, type Finding } from './finding.ts'

const MOST_PAIRS = 100
const MOST_PREFIXES = 4_000
const NEAR = 3_600

/** Quick-mode associations of a connection and prefixes over BGP (VPN Gateway 10.1, findings H06 and H21). */
export function limits(facts: Facts): Finding {
  const { connection } = facts
  if (connection.usePolicyBasedTrafficSelectors && connection.gateway2Id === undefined) {
    const unread = lacking(facts.site, 'site') ?? lacking(facts.network, 'network')
    if (unread) return unread
    const pairs = pairCount(facts)
    if (pairs > MOST_PAIRS)
      return {
        is: 'cause',
        title: 'There are more pairs of traffic selectors than Azure takes',
        likelihood: 'possible',
        evidence: [
          { text: `${pairs} pairs; ${MOST_PAIRS} are possible`, source: 'Connection', at: connection.readAt },
        ],
        side: 'both',
        change: 'Summarise the prefixes of the site or of the network, on the device too.',
        link: {
          id: connection.localNetworkGatewayId ?? connection.id,
          topic: 'site',
          label: 'Change the local network gateway',
        },
        interruption: 'The tunnels of every connection to this site start anew.',
      }
  }
  if (!connection.enableBgp) return ruledOut('No limit of the connection is near')
  const unread = lacking(facts.peers, 'peers')
  if (unread) return unread
  const received = Math.max(0, ...(valueOf(facts.peers) ?? []).map((peer) => peer.routesReceived ?? 0))
  if (received <= NEAR)
    return ruledOut(`The peers send ${received} routes at most; ${MOST_PREFIXES} are possible`)
  const evidence: Evidence = {
    text: `A peer sends ${received} routes; more than ${MOST_PREFIXES} end the session`,
    source: 'BGP peers',
    at: facts.peers.is === 'known' ? facts.peers.at : facts.now,
  }
  return {
    is: 'cause',
    title: 'A BGP peer sends nearly more routes than Azure takes',
    likelihood: 'possible',
    evidence: [evidence],
    side: 'on-premises',
    change: 'Summarise the routes that the device advertises.',
  }
}

/** Each pair is an association of its own. */
function pairCount({ connection, site, network }: Facts): number {
  if (connection.trafficSelectors.length > 0)
    return connection.trafficSelectors.reduce(
      (sum, { local, remote }) => sum + local.length * remote.length,
      0,
    )
  return (valueOf(network)?.addressPrefixes.length ?? 0) * (valueOf(site)?.addressPrefixes.length ?? 0)
}
