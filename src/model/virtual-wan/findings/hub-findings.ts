import { overlaps } from '../../../lib/cidr.ts'
import type { Estate } from '../../estate.ts'
import { count, sentenceList } from '../../format.ts'
import { keyOf, parentId } from '../../paths.ts'
import type { ExpressRouteConnection } from '../../resources/expressroute.ts'
import type {
  HubVirtualNetworkConnection,
  RoutingIntent,
  VirtualHub,
  VpnConnection,
} from '../../resources/virtual-wan.ts'
import { policyFor } from '../hub-routing.ts'
import { hubPrefix, overlapsWith, rangesAround } from '../hub-ranges.ts'
import type { HubChildren } from '../hub-children.ts'
import { isRouted, isRouteServer, RESET_ROUTER } from '../readiness.ts'
import { circuitConnectionsOf, gatewaysOf, hubsOf, siteConnectionsOf, wanOf } from '../wan-parts.ts'
import { routingFindings } from './routing-findings.ts'
import { worstFirst, type WanFinding } from './wan-finding.ts'

const SETTINGS = 'Microsoft: virtual hub settings'
const LIMITS = 'Microsoft: Virtual WAN limits'
const INTENT = 'Microsoft: routing intent and routing policies'

/** What may be better in a hub (Virtual WAN 15.1). Of children that were not read nothing is said. */
export function hubFindings(hub: VirtualHub, estate: Estate, children: HubChildren): WanFinding[] {
  if (isRouteServer(hub)) return []
  const { connections, intents } = children
  return worstFirst(
    [
      router(hub),
      size(hub),
      overlap(hub, estate, connections ?? []),
      ...policies(hub, intents),
      firewallState(hub, estate, intents),
      ...limits(hub, estate, connections, intents),
      ...circuits(hub, estate),
      idle(hub, estate, connections),
      ...appliances(children),
      ...routingFindings(children, branchesOf(hub, estate)),
    ].filter((one) => one !== undefined),
  )
}

function router(hub: VirtualHub): WanFinding | undefined {
  if (hub.routingState?.toLowerCase() !== 'failed') return undefined
  return {
    rule: 'VW-002',
    severity: 'high',
    what: 'Its router Failed',
    why: 'Nothing is routed reliably between what is connected to this hub.',
    change: RESET_ROUTER,
    source: SETTINGS,
  }
}

function size(hub: VirtualHub): WanFinding | undefined {
  const prefix = hubPrefix(hub)
  if (prefix === undefined || prefix.length < 24) return undefined
  const small = prefix.length > 24
  return {
    rule: 'VW-004',
    severity: small ? 'high' : 'low',
    what: `Its address space is ${small ? 'smaller than a /24' : 'a /24, the smallest that Azure takes'}`,
    why: 'Gateways, a firewall and appliances all take addresses of it, and it cannot be changed.',
    change:
      'For a hub that is to grow, make another one with a /23, move the connections, and delete this one.',
    source: 'Microsoft: Virtual WAN FAQ',
  }
}

function overlap(
  hub: VirtualHub,
  estate: Estate,
  connections: readonly HubVirtualNetworkConnection[],
): WanFinding | undefined {
  const prefix = hubPrefix(hub)
  if (prefix === undefined) return undefined
  const others = rangesAround(hub, estate, connections)
  const found = overlapsWith([prefix], others)
  if (found.length === 0) return undefined
  const only = others.filter((other) => overlaps(prefix, other.prefix))
  return {
    rule: 'VW-005',
    severity: 'high',
    what: `Its address space overlaps others: ${sentenceList(found.slice(0, 3))}`,
    why: 'Traffic for an address that two of them have reaches one at most.',
    change: 'Give the other one addresses of its own; the address space of a hub cannot be changed.',
    source: SETTINGS,
    ...(only.length === 1 && only[0] && { about: only[0].id }),
  }
}

function policies(hub: VirtualHub, intents: readonly RoutingIntent[] | undefined): WanFinding[] {
  if (hub.azureFirewallId === undefined || intents === undefined) return []
  const missing = [
    ...(policyFor(intents, 'Internet') ? [] : ['internet']),
    ...(policyFor(intents, 'PrivateTraffic') ? [] : ['private']),
  ]
  if (missing.length === 0) return []
  return [
    {
      rule: 'VW-022',
      severity: 'medium',
      what: `The hub has a firewall, and no routing policy sends ${sentenceList(missing)} traffic through it`,
      why: 'Unless a static route does, that traffic goes past the firewall.',
      change: 'Set the routing policy, or a static route to the firewall in the default route table.',
      source: INTENT,
      about: hub.azureFirewallId,
    },
  ]
}

function firewallState(
  hub: VirtualHub,
  estate: Estate,
  intents: readonly RoutingIntent[] | undefined,
): WanFinding | undefined {
  const firewall = estate.resources.get(keyOf(hub.azureFirewallId ?? ''))
  if (firewall?.kind !== 'azureFirewall' || firewall.provisioningState?.toLowerCase() !== 'failed')
    return undefined
  const carries = (intents ?? []).some(({ policies: all }) =>
    all.some(({ nextHopId }) => keyOf(nextHopId ?? '') === firewall.key),
  )
  return {
    rule: 'VW-103',
    severity: carries ? 'high' : 'medium',
    what: 'The last change of its firewall Failed',
    why: carries
      ? 'The routing intent sends traffic through it.'
      : 'It may not hold the rules it is meant to.',
    change: 'See the error under Activity of the firewall, and repeat the change.',
    source: INTENT,
    about: firewall.id,
  }
}

/** Sites and circuits that are connected to the hub. */
function branchesOf(hub: VirtualHub, estate: Estate): (VpnConnection | ExpressRouteConnection)[] {
  return [...siteConnectionsOf(hub, estate), ...circuitConnectionsOf(hub, estate)]
}

/** Of an appliance that was not read nothing is said. */
function appliances({ appliances: read = [] }: HubChildren): WanFinding[] {
  return read.flatMap((one) => {
    if (one.provisioningState?.toLowerCase() !== 'failed') return []
    return [
      {
        rule: 'VW-032',
        severity: 'high',
        what: `The last change of its network virtual appliance ${one.name} Failed`,
        why: 'Branches that it connects, and what it inspects, may not reach the hub.',
        change:
          'See the error under Activity of the appliance. In the Azure portal it can be restarted or reimaged; its maker helps with what runs on it.',
        source: 'Microsoft: network virtual appliances in a hub',
        about: one.id,
      } as const,
    ]
  })
}

/** Microsoft's limits of a hub: 500 networks less the number of hubs; with a private policy 600 address spaces (Virtual WAN 15.3). */
const MOST_NETWORKS = 500
const MOST_SPACES = 600
const NEAR = 0.9

function limits(
  hub: VirtualHub,
  estate: Estate,
  connections: readonly HubVirtualNetworkConnection[] | undefined,
  intents: readonly RoutingIntent[] | undefined,
): WanFinding[] {
  if (connections === undefined) return []
  const wan = wanOf(hub, estate)
  const most = MOST_NETWORKS - (wan === undefined ? 1 : Math.max(hubsOf(wan, estate).hubs.length, 1))
  const near = (what: string): WanFinding => ({
    rule: 'VW-020',
    severity: 'medium',
    what,
    why: 'Azure refuses what goes beyond it.',
    change: 'Add another hub for what is to come.',
    source: LIMITS,
  })
  const found: WanFinding[] = []
  if (connections.length > NEAR * most)
    found.push(
      near(`${count(connections.length, 'network')} are connected; ${most} is the most for this hub`),
    )
  if (policyFor(intents ?? [], 'PrivateTraffic') !== undefined) {
    const spaces = connections.reduce((sum, { remoteVirtualNetworkId }) => {
      const network = estate.resources.get(keyOf(remoteVirtualNetworkId ?? ''))
      return sum + (network?.kind === 'virtualNetwork' ? network.addressPrefixes.length : 0)
    }, 0)
    if (spaces > NEAR * MOST_SPACES)
      found.push(
        near(
          `Its networks have ${spaces} address spaces; with a private routing policy ${MOST_SPACES} is the most`,
        ),
      )
  }
  return found
}

/** At most 8 circuits in a hub, 4 of one peering location (Virtual WAN 6). */
const MOST_CIRCUITS = 8
const MOST_OF_LOCATION = 4

function circuits(hub: VirtualHub, estate: Estate): WanFinding[] {
  const { expressRoute } = gatewaysOf(hub, estate)
  if (expressRoute === undefined) return []
  const places = new Map<string, string>()
  for (const one of circuitConnectionsOf(hub, estate)) {
    const circuit = estate.resources.get(keyOf(parentId(one.circuitPeeringId ?? '') ?? ''))
    if (circuit?.kind === 'expressRouteCircuit') places.set(circuit.key, circuit.peeringLocation ?? '')
  }
  const locations = [...places.values()].filter((place) => place !== '')
  const found: WanFinding[] = []
  const [only] = new Set(locations)
  if (only !== undefined && new Set(locations).size === 1 && locations.length === places.size)
    found.push({
      rule: 'VW-016',
      severity: 'high',
      what: `All circuits of the hub end in ${only}`,
      why: 'When that peering location fails, nothing reaches the hub over ExpressRoute.',
      change: 'Connect a circuit of a second peering location.',
      source: 'Azure Proactive Resiliency Library',
      about: expressRoute.id,
    })
  if (expressRoute.minScaleUnits === 1)
    found.push({
      rule: 'VW-017',
      severity: 'low',
      what: 'Its ExpressRoute gateway may fall to one scale unit',
      why: 'With one unit the throughput may drop during maintenance.',
      change: 'Give it two scale units at least.',
      source: 'Microsoft: ExpressRoute in Virtual WAN',
      about: expressRoute.id,
    })
  const crowded = locations.find(
    (one) => locations.filter((other) => other === one).length >= MOST_OF_LOCATION,
  )
  if (places.size >= MOST_CIRCUITS || crowded !== undefined)
    found.push({
      rule: 'VW-018',
      severity: 'medium',
      what:
        places.size >= MOST_CIRCUITS
          ? `${count(places.size, 'circuit')} are connected; ${MOST_CIRCUITS} is the most for a hub`
          : `${MOST_OF_LOCATION} circuits of ${crowded ?? ''} are connected, the most of one location`,
      why: 'Azure refuses another one.',
      change: 'Connect further circuits to another hub.',
      source: 'Microsoft: ExpressRoute in Virtual WAN',
      about: expressRoute.id,
    })
  return found
}

function idle(
  hub: VirtualHub,
  estate: Estate,
  connections: readonly HubVirtualNetworkConnection[] | undefined,
): WanFinding | undefined {
  const { vpn, expressRoute, pointToSite } = gatewaysOf(hub, estate)
  const holds = [
    vpn ?? hub.vpnGatewayId,
    expressRoute ?? hub.expressRouteGatewayId,
    pointToSite ?? hub.p2sVpnGatewayId,
    hub.azureFirewallId,
    hub.securityPartnerProviderId,
    hub.networkVirtualApplianceIds[0],
    hub.bgpConnectionIds[0],
    connections?.[0],
  ]
  // Nothing can be connected before the router is there.
  if (connections === undefined || !isRouted(hub) || holds.some((one) => one !== undefined)) return undefined
  return {
    rule: 'VW-030',
    severity: 'low',
    what: 'Nothing is connected to the hub',
    why: 'A hub is billed from the moment it is made.',
    change: 'Connect something, or delete it.',
    source: SETTINGS,
  }
}
