import { sentenceList } from '../format.ts'
import { valueOf } from './asked.ts'
import { isApipa } from './bgp-settings.ts'
import type { Facts } from './facts.ts'
import { lacking, ruledOut, type Cause, type Evidence, type Finding } from './finding.ts'
import { same } from './tunnels.ts'

/** NAT rules that do not go with the rest of the connection (VPN Gateway 3.8, finding H26). */
export function nat(facts: Facts): Finding {
  const { connection, site } = facts
  if (connection.natRuleIds.length === 0) return ruledOut('No NAT rule is attached')
  const conflicts = [
    connection.usePolicyBasedTrafficSelectors && 'policy-based traffic selectors are on',
    same(connection.connectionType, 'Vnet2Vnet') && 'the connection joins two virtual networks',
    connection.enableBgp &&
      isApipa(valueOf(site)?.bgp?.peeringAddress) &&
      'the BGP peer has an APIPA address',
  ].filter((one) => one !== false)
  if (conflicts.length > 0)
    return cause(facts, 'NAT rules do not work on this connection', 'very likely', [
      {
        text: `NAT rules are attached while ${sentenceList(conflicts)}`,
        source: 'Connection',
        at: connection.readAt,
      },
    ])
  const unread = lacking(facts.natRules, 'natRules')
  if (unread) return unread
  const rules = valueOf(facts.natRules) ?? []
  const dynamic = rules.filter(({ natType }) => same(natType, 'Dynamic'))
  const mixed = dynamic.filter(({ mode }) => rules.filter((rule) => rule.mode === mode).length > 1)
  const at = facts.natRules.is === 'known' ? facts.natRules.at : facts.now
  if (mixed.length > 0)
    return cause(facts, 'A dynamic NAT rule stands beside another', 'possible', [
      {
        text: `${sentenceList(mixed.map(({ name }) => name))} is Dynamic and not alone in its mode`,
        source: 'NAT rules',
        at,
      },
    ])
  const unequal = rules.filter((rule) => same(rule.natType, 'Static') && lengths(rule).size > 1)
  if (unequal.length > 0)
    return cause(facts, 'A static NAT rule maps ranges of unequal size', 'possible', [
      {
        text: `${sentenceList(unequal.map(({ name }) => name))} has prefixes of different length`,
        source: 'NAT rules',
        at,
      },
    ])
  return ruledOut(
    `Its ${rules.length === 1 ? 'NAT rule goes' : `${rules.length} NAT rules go`} with the rest`,
  )
}

function lengths({
  internalPrefixes,
  externalPrefixes,
}: {
  internalPrefixes: string[]
  externalPrefixes: string[]
}) {
  return new Set([...internalPrefixes, ...externalPrefixes].map((prefix) => prefix.split('/')[1]))
}

function cause(facts: Facts, title: string, likelihood: Cause['likelihood'], evidence: Evidence[]): Cause {
  return {
    is: 'cause',
    title,
    likelihood,
    evidence,
    side: 'azure',
    change: 'Take the NAT rules off this connection, or what stands against them.',
    link: {
      id: facts.connection.gateway1Id ?? facts.connection.id,
      topic: 'nat-rules',
      label: 'Change the NAT rules',
    },
    interruption: 'A change of NAT rules may interrupt the tunnels of this connection.',
  }
}
