import { parsePrefix } from '../../../lib/cidr.ts'
import { valueOf } from '../asked.ts'
import { ruledOut, type Finding } from '../finding.ts'
import { hubPrefix, overlapsWith, type OwnedRange } from '../../virtual-wan/hub-ranges.ts'
import { cause, lackingHub, said } from './asks.ts'
import type { HubFacts } from './hub-facts.ts'

const FEW = 4

/** A range that two have is reached at one of them at most (Virtual WAN 2.1, finding VW-005, error 15). */
export function overlap(facts: HubFacts): Finding | undefined {
  return facts.subject.kind === 'virtualHub' ? ofHub(facts) : ofNetwork(facts)
}

function ofHub(facts: HubFacts): Finding | undefined {
  const hub = valueOf(facts.hub)
  const prefix = hub && hubPrefix(hub)
  if (prefix === undefined) return undefined
  const found = overlapsWith([prefix], facts.around)
  if (found.length > 0)
    return cause(
      'The address space of the hub overlaps what it is to reach',
      'possible',
      found.slice(0, FEW).map((text) => said(text, 'Hub', hub?.readAt ?? facts.now)),
      {
        change:
          'Give the other one addresses of its own. The address space of a hub cannot be changed: else make another hub.',
      },
    )
  return (
    lackingHub(facts.connections, 'connections') ??
    ruledOut('The address space of the hub is apart from everything around it that was read')
  )
}

function ofNetwork(facts: HubFacts): Finding | undefined {
  const unread = lackingHub(facts.network, 'network')
  const network = valueOf(facts.network)
  if (unread || network === undefined) return unread
  const own = network.addressPrefixes.flatMap((text) => parsePrefix(text) ?? [])
  const hub = valueOf(facts.hub)
  const prefix = hub && hubPrefix(hub)
  const ofHubItself: OwnedRange[] = hub && prefix ? [{ prefix, whose: `hub ${hub.name}`, id: hub.id }] : []
  const found = overlapsWith(own, [...ofHubItself, ...facts.around])
  if (found.length > 0)
    return cause(
      `The addresses of ${network.name} overlap others that the hub routes to`,
      'very likely',
      found.slice(0, FEW).map((text) => said(text, 'Virtual network', network.readAt)),
      {
        change: 'Give one of the two other addresses: a hub does not translate between networks.',
        link: { id: network.id, tab: 'overview', label: `See ${network.name}` },
      },
    )
  return (
    lackingHub(facts.connections, 'connections') ??
    ruledOut(`The addresses of ${network.name} are apart from everything around the hub that was read`)
  )
}
