import { overlaps, parsePrefix } from '../../lib/cidr.ts'
import { valueOf } from './asked.ts'
import type { Facts } from './facts.ts'
import { lacking, ruledOut, type Cause, type Evidence, type Finding } from './finding.ts'
import { tunnelsOf } from './tunnels.ts'

/** Ranges of the site that the virtual network, or one behind it, has too (VPN Gateway 4, finding H14). */
export function networkOverlap(facts: Facts): Finding | undefined {
  if (facts.connection.gateway2Id !== undefined) return undefined
  const unread = lacking(facts.site, 'site') ?? lacking(facts.network, 'network')
  if (unread) return unread
  if (facts.connection.natRuleIds.length > 0) return ruledOut('A NAT rule translates the ranges')
  const site = valueOf(facts.site)
  const home = valueOf(facts.network)
  const behind = facts.spokes.filter(({ peerings }) => peerings.some((one) => one.useRemoteGateways))
  const found = [...(home ? [home] : []), ...behind].flatMap((network) => {
    const pair = firstPair(site?.addressPrefixes ?? [], network.addressPrefixes)
    return pair ? [`${pair.one} of the site overlaps ${pair.other} of ${network.name}`] : []
  })
  if (found.length === 0) return ruledOut('The site and the virtual networks share no range')
  return cause(facts, 'The ranges of the site and of a virtual network overlap', found, site?.readAt)
}

/**
 * Two sites of one gateway that share a range without NAT, or are the same site twice without BGP (VPN Gateway 4, findings H15 and
 * R09).
 */
export function siteOverlap(facts: Facts): Finding | undefined {
  if (facts.connection.gateway2Id !== undefined) return undefined
  const unread = lacking(facts.site, 'site')
  if (unread) return unread
  if (facts.connection.enableBgp || facts.connection.natRuleIds.length > 0)
    return ruledOut(
      facts.connection.enableBgp ? 'BGP says which way each range goes' : 'A NAT rule translates the ranges',
    )
  const site = valueOf(facts.site)
  const found = facts.neighbours.flatMap(({ connection, site: other }) => {
    if (other === undefined || connection.enableBgp || connection.natRuleIds.length > 0) return []
    if (other.key === site?.key) return [`${connection.name} leads to the same site, without BGP on both`]
    const pair = firstPair(site?.addressPrefixes ?? [], other.addressPrefixes)
    return pair ? [`${pair.one} overlaps ${pair.other} of ${other.name}`] : []
  })
  if (found.length === 0) return ruledOut('No other site of the gateway has a range of this one')
  return cause(facts, 'Two sites of the gateway share a range', found, site?.readAt)
}

function firstPair(ones: readonly string[], others: readonly string[]) {
  for (const one of ones)
    for (const other of others) {
      const [a, b] = [parsePrefix(one), parsePrefix(other)]
      if (a && b && overlaps(a, b)) return { one, other }
    }
  return undefined
}

/** It misleads traffic and keeps no tunnel down. */
function cause(facts: Facts, title: string, found: string[], at = facts.now): Cause {
  const up = tunnelsOf(facts).up.length > 0
  return {
    is: 'cause',
    title: up ? title : `${title}, which matters once a tunnel is up`,
    likelihood: up ? 'possible' : 'unlikely',
    evidence: found.map((text): Evidence => ({ text, source: 'Local network gateway', at })),
    side: 'both',
    change: 'Take the range out of the local network gateway, or translate it with a NAT rule.',
    link: {
      id: facts.connection.localNetworkGatewayId ?? facts.connection.id,
      topic: 'site',
      label: 'Change the local network gateway',
    },
    interruption: 'The tunnels of every connection to this site start anew.',
  }
}
