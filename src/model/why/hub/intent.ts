import { keyOf, nameOfId } from '../../paths.ts'
import type { HubVirtualNetworkConnection } from '../../resources/virtual-wan.ts'
import { isDefaultTable, isNoneTable, policyFor } from '../../virtual-wan/hub-routing.ts'
import { valueOf } from '../asked.ts'
import { ruledOut, type Finding } from '../finding.ts'
import { atOf, cause, lackingHub, said } from './asks.ts'
import type { HubFacts } from './hub-facts.ts'

/** What routing intent sends where: to a next hop that is not well, or beside routing of its own (Virtual WAN 9.2 and 14). */
export function intent(facts: HubFacts): Finding | undefined {
  const unread = lackingHub(facts.intents, 'intents')
  const intents = valueOf(facts.intents)
  if (unread || intents === undefined) return unread
  const [first] = intents
  if (first === undefined) return ruledOut('The hub has no routing intent')
  const link = { id: first.id, tab: 'overview' as const, label: 'See the routing intent' }
  const state = first.provisioningState ?? 'not given'
  if (state.toLowerCase() !== 'succeeded')
    return cause(
      /ing$/i.test(state)
        ? 'The routing intent is being changed'
        : 'The last change of the routing intent was not applied',
      'possible',
      [said(`Its provisioningState is ${state}`, 'Routing intent', first.readAt)],
      {
        change: /ing$/i.test(state)
          ? 'Wait until it has ended, then check again.'
          : 'See the error under Activity of the routing intent, and repeat the change.',
        link,
      },
    )
  const conflict = facts.subject.kind === 'virtualHub' ? undefined : ownRouting(facts, facts.subject)
  return nextHop(facts) ?? conflict ?? ruledOut('The routing intent is in place, and its next hop is well')
}

/** What goes to a firewall that failed or is gone is dropped. */
function nextHop(facts: HubFacts): Finding | undefined {
  const intents = valueOf(facts.intents) ?? []
  const hop = policyFor(intents, 'PrivateTraffic')?.nextHopId ?? policyFor(intents, 'Internet')?.nextHopId
  const hub = valueOf(facts.hub)
  const at = atOf(facts.intents, facts.now)
  if (hop === undefined)
    return cause(
      'A routing policy has no next hop',
      'possible',
      [said('The policy names none', 'Routing intent', at)],
      { change: 'Set the firewall or the appliance of the hub as its next hop.' },
    )
  if (!/\/azurefirewalls\//i.test(hop)) return undefined
  const own = said(`Traffic goes to ${nameOfId(hop)}`, 'Routing intent', at)
  if (hub?.azureFirewallId !== undefined && keyOf(hub.azureFirewallId) !== keyOf(hop))
    return cause(
      'The routing intent leads to another firewall than the hub has',
      'very likely',
      [own, said(`The hub has ${nameOfId(hub.azureFirewallId)}`, 'Hub', hub.readAt)],
      { change: 'Set the firewall of this hub as the next hop.' },
    )
  const unread = lackingHub(facts.firewall, 'firewall')
  const firewall = valueOf(facts.firewall)
  if (unread || firewall === undefined) return unread
  const state = firewall.provisioningState ?? 'not given'
  if (state.toLowerCase() === 'succeeded') return undefined
  return cause(
    `The firewall that the traffic goes through is ${state}`,
    /ing$/i.test(state) ? 'possible' : 'very likely',
    [own, said(`provisioningState of ${firewall.name} is ${state}`, 'Firewall', firewall.readAt)],
    {
      change: /ing$/i.test(state)
        ? 'Wait until its change has ended, then check again.'
        : 'See the error under Activity of the firewall, and repeat the change.',
      link: { id: firewall.id, tab: 'activity', label: 'See the activity of the firewall' },
    },
  )
}

/** With routing intent on Azure refuses routing of a connection's own (Virtual WAN 14, no. 6). */
function ownRouting(facts: HubFacts, subject: HubVirtualNetworkConnection): Finding | undefined {
  const custom = [subject.associatedRouteTableId, ...subject.propagatedRouteTableIds].filter(
    (id) => id !== undefined && !isDefaultTable(id) && !isNoneTable(id),
  )
  const [first] = custom
  if (first === undefined) return undefined
  return cause(
    'The connection has routing of its own beside the routing intent of the hub',
    'possible',
    [
      said(`It names ${nameOfId(first)}`, 'Virtual network connection', subject.readAt),
      said('The hub has a routing intent', 'Routing intent', atOf(facts.intents, facts.now)),
    ],
    { change: 'Leave the routing of the connection empty: with routing intent Azure fills it in.' },
  )
}

/** The way to the internet: internet security without a default route has no effect, and the reverse (finding VW-025). */
export function internet(facts: HubFacts): Finding | undefined {
  const { subject } = facts
  if (subject.kind === 'virtualHub') return undefined
  const unread = lackingHub(facts.intents, 'intents') ?? lackingHub(facts.tables, 'tables')
  const intents = valueOf(facts.intents)
  const tables = valueOf(facts.tables)
  if (unread || intents === undefined || tables === undefined) return unread
  const table = tables.find(({ id }) => keyOf(id) === keyOf(subject.associatedRouteTableId ?? ''))
  const hasPolicy = policyFor(intents, 'Internet') !== undefined
  const leads =
    hasPolicy || table?.routes.some(({ destinations }) => destinations.includes('0.0.0.0/0')) === true
  const own = said(
    `Internet security is ${subject.enableInternetSecurity ? 'on' : 'off'}`,
    'Virtual network connection',
    subject.readAt,
  )
  if (subject.enableInternetSecurity && !leads)
    return cause(
      'Internet security is on, and the hub has no default route to give',
      'unlikely',
      [
        own,
        said(
          'Neither a routing policy nor a static route leads to the internet',
          'Hub route tables',
          atOf(facts.tables, facts.now),
        ),
      ],
      {
        change:
          'Only where the internet is to be reached through the hub: set an internet routing policy or a default route.',
      },
    )
  if (!subject.enableInternetSecurity && leads)
    return cause(
      'The hub has a default route, and the network does not get it',
      'unlikely',
      [
        own,
        said(
          hasPolicy
            ? 'A routing policy takes internet traffic'
            : `${table?.name ?? 'Its table'} has a static route for 0.0.0.0/0`,
          'Hub route tables',
          atOf(facts.tables, facts.now),
        ),
      ],
      { change: 'Only where the internet is to be reached through the hub: switch internet security on.' },
    )
  return ruledOut(
    leads
      ? 'The network gets the default route of the hub'
      : 'Nothing leads the network’s internet traffic through the hub, and nothing is meant to',
  )
}
