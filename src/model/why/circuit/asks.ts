import type { Asked } from '../asked.ts'
import { lackingOf, type Ask, type NotChecked } from '../finding.ts'

const LOG = 'Microsoft.Insights/eventtypes/values/read'
const PEERING = 'Microsoft.Network/expressRouteCircuits/peerings'

/** What the rules ask Azure for, with the action it needs (ExpressRoute document 6.1). */
const CIRCUIT_ASKS = {
  circuit: { what: 'the circuit', action: 'Microsoft.Network/expressRouteCircuits/read' },
  port: { what: 'the port', action: 'Microsoft.Network/expressRoutePorts/read' },
  gateway: { what: 'the gateway', action: 'Microsoft.Network/virtualNetworkGateways/read' },
  arp: { what: 'the ARP tables', action: `${PEERING}/arpTables/action` },
  summaries: { what: 'the summaries of the route tables', action: `${PEERING}/routeTablesSummary/action` },
  routes: { what: 'the route tables', action: `${PEERING}/routeTables/action` },
  peers: {
    what: 'the sessions of the gateway with Microsoft’s edge',
    action: 'Microsoft.Network/virtualNetworkGateways/getbgppeerstatus/action',
  },
  tests: {
    what: 'the failover tests of the gateway',
    action: 'Microsoft.Network/virtualNetworkGateways/getFailoverAllTestsDetails/action',
  },
  activity: { what: 'the activity log', action: LOG },
  peeringActivity: { what: 'the activity log of the peering', action: LOG },
} as const satisfies Record<string, Ask>

export function lackingCircuit(
  asked: Asked<unknown>,
  name: keyof typeof CIRCUIT_ASKS,
): NotChecked | undefined {
  return lackingOf(asked, CIRCUIT_ASKS[name])
}
