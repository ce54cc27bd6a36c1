import { valueOf } from '../asked.ts'
import { ruledOut, type Finding } from '../finding.ts'
import { cause, lackingHub, said } from './asks.ts'
import type { HubFacts } from './hub-facts.ts'

/** The resource itself: its last change failed, or is under way; apart from its router (Virtual WAN 2.2). */
export function hubState(facts: HubFacts): Finding | undefined {
  const hub = valueOf(facts.hub)
  if (hub === undefined) return undefined
  const state = hub.provisioningState ?? 'not given'
  const own = [said(`provisioningState of the hub is ${state}`, 'Hub', hub.readAt)]
  if (/ing$/i.test(state))
    return cause(
      'The hub is being changed',
      facts.subject.kind === 'virtualHub' ? 'very likely' : 'possible',
      own,
      { change: 'Wait until that has ended. Azure takes one change of a hub at a time.' },
    )
  if (/^(failed|canceled)$/i.test(state))
    return cause('The last change of the hub was not applied', 'very likely', own, {
      change: 'See the error under Activity of the hub, and repeat the change.',
      link: { id: hub.id, tab: 'activity', label: 'See the activity of the hub' },
    })
  return ruledOut(`The last change of the hub ${state}`)
}

/** A Basic WAN carries site-to-site VPN alone (Virtual WAN 1, finding VW-001). */
export function wanType(facts: HubFacts): Finding | undefined {
  const unread = lackingHub(facts.wan, 'wan')
  const wan = valueOf(facts.wan)
  if (unread || wan === undefined) return unread
  if (wan.wanType?.toLowerCase() !== 'basic')
    return ruledOut(`The virtual WAN is ${wan.wanType ?? 'of a type that Azure does not give'}`)
  return cause(
    'The virtual WAN is Basic, which routes nothing between networks or hubs',
    facts.subject.kind === 'virtualHub' ? 'possible' : 'very likely',
    [said(`Its type is ${wan.wanType}`, 'Virtual WAN', wan.readAt)],
    {
      change:
        'Make the WAN Standard where networks, circuits, people or other hubs are to be reached. There is no way back.',
      link: { id: wan.id, tab: 'overview', label: 'See what the type allows' },
    },
  )
}
