import { count, sentenceList } from '../format.ts'
import { valueOf } from './asked.ts'
import type { Facts } from './facts.ts'
import { lacking, ruledOut, type Cause, type Evidence, type Finding } from './finding.ts'
import { isApipa } from './bgp-settings.ts'
import { same, tunnelsOf } from './tunnels.ts'

/**
 * The tunnel is up, or its state is not known, and BGP over it is not, at none or only at some of the instances, or brings no route (VPN Gateway 3.2, 6.4,
 * findings H04 and H05).
 */
export function bgpSession(facts: Facts): Finding | undefined {
  const { connection } = facts
  if (connection.gateway2Id !== undefined || !connection.enableBgp) return undefined
  const { up, state } = tunnelsOf(facts)
  if (up.length === 0 && (state === 'down' || state === 'connecting'))
    return ruledOut('BGP runs inside the tunnel, so it cannot keep it down')
  const unread = lacking(facts.site, 'site') ?? lacking(facts.peers, 'peers')
  if (unread) return unread
  const neighbor = valueOf(facts.site)?.bgp?.peeringAddress
  if (neighbor === undefined) return undefined

  const rows = (valueOf(facts.peers) ?? []).filter((peer) => peer.neighbor === neighbor)
  const at = facts.peers.is === 'known' ? facts.peers.at : facts.now
  const seen = (text: string): Evidence[] => [{ text, source: 'BGP peers', at }]
  if (rows.length === 0)
    return cause(facts, neighbor, 'possible', seen(`The gateway names no session with ${neighbor}`))
  const connected = rows.filter((row) => same(row.state, 'Connected'))
  if (connected.length === 0)
    return cause(
      facts,
      neighbor,
      up.length > 0 ? 'very likely' : 'possible',
      rows.flatMap(({ localAddress = 'One instance', state: its }) =>
        seen(`${localAddress} to ${neighbor}: ${its ?? 'no state'}`),
      ),
    )
  if (connected.length < up.length) {
    const others = rows.filter((row) => !connected.includes(row))
    return cause(
      facts,
      neighbor,
      'very likely',
      seen(
        `${count(up.length, 'tunnel')} are up, and ${connected.length} of their BGP sessions: ${sentenceList(others.map(({ localAddress = 'the other instance', state: its }) => `${localAddress} is ${its ?? 'without a state'}`))}`,
      ),
    )
  }
  if (connected.every(({ routesReceived }) => routesReceived === 0))
    return {
      ...cause(
        facts,
        neighbor,
        'possible',
        seen(`The session with ${neighbor} is Connected and received no route`),
      ),
      title: 'The device advertises no routes',
      side: 'on-premises',
      change: 'Let the device advertise the prefixes of the site to its BGP neighbours in Azure.',
    }
  const brings = connected.some(({ routesReceived = 0 }) => routesReceived > 0)
  return ruledOut(`BGP with ${neighbor} is Connected${brings ? ' and brings routes' : ''}`)
}

function cause(facts: Facts, neighbor: string, likelihood: Cause['likelihood'], evidence: Evidence[]): Cause {
  const gateway = valueOf(facts.gateway)
  const own = gateway?.bgp?.peeringAddress?.split(',') ?? []
  const azure = [gateway?.bgp?.asn === undefined ? undefined : `ASN ${gateway.bgp.asn}`, ...own].filter(
    Boolean,
  )
  const starts = isApipa(neighbor) ? ' With an APIPA address the device has to start the session.' : ''
  return {
    is: 'cause',
    title:
      tunnelsOf(facts).up.length > 0
        ? 'The tunnel is up, and BGP over it is not'
        : 'BGP with the site is not Connected',
    likelihood,
    evidence,
    side: 'both',
    change: `Compare ASN and peer address of both ends. Azure has ${azure.length > 0 ? sentenceList(azure.map(String)) : 'what its BGP settings say'}, and expects ASN ${valueOf(facts.site)?.bgp?.asn ?? 'of the site'} at ${neighbor}.${starts}`,
    link: {
      id: facts.connection.localNetworkGatewayId ?? facts.connection.id,
      topic: 'site',
      label: 'Change the local network gateway',
    },
    interruption: 'The BGP session of this site starts anew.',
  }
}
