/** A POST that asks something, of a virtual network gateway, a peering or a hub: which right it needs, and how long Azure takes. */
export interface GatewayQuestion {
  /** In ARM's spelling, without the type. */
  right: string
  /** Goes on after "Read": `the BGP peers`. */
  what: string
  /** Seconds, the usual range on Azure. */
  typical: readonly [from: number, to: number]
}

/** Times as recorded and as people tell (ARM behaviour 2.2); rights as published (ARM contract 12.6). */
export const GATEWAY_QUESTIONS = {
  bgpPeers: { right: 'getbgppeerstatus', what: 'the BGP peers', typical: [5, 60] },
  learnedRoutes: { right: 'getlearnedroutes', what: 'the learned routes', typical: [5, 60] },
  advertisedRoutes: { right: 'getadvertisedroutes', what: 'the advertised routes', typical: [5, 60] },
  clientSessions: { right: 'getvpnclientconnectionhealth', what: 'the connected clients', typical: [5, 60] },
  resiliency: { right: 'getResiliencyInformation', what: 'the resiliency index', typical: [10, 60] },
  routeSets: { right: 'getRoutesInformation', what: 'the networks by location', typical: [10, 60] },
  failoverTests: { right: 'getFailoverAllTestsDetails', what: 'the failover tests', typical: [10, 60] },
  clientProfile: { right: 'generatevpnprofile', what: 'a client profile', typical: [10, 60] },
} as const satisfies Record<string, GatewayQuestion>

/** Of a circuit's peering; times as recorded (ARM behaviour 2.2) and as people tell. */
export const CIRCUIT_QUESTIONS = {
  paths: { right: 'arpTables', what: 'how both paths stand', typical: [10, 60] },
  routes: { right: 'routeTables', what: 'the routes of both paths', typical: [10, 60] },
} as const satisfies Record<string, GatewayQuestion>

/** Of a virtual hub, and of one of its BGP peers; rights as in the published list of operations, times as people tell. */
export const HUB_QUESTIONS = {
  effectiveRoutes: { right: 'effectiveRoutes', what: 'the effective routes', typical: [5, 60] },
  learnedRoutes: { right: 'bgpConnections/learnedRoutes', what: 'the learned routes', typical: [5, 60] },
  advertisedRoutes: {
    right: 'bgpConnections/advertisedRoutes',
    what: 'the advertised routes',
    typical: [5, 60],
  },
} as const satisfies Record<string, GatewayQuestion>

/** Of a hub's point-to-site gateway; times as people tell, that of a profile as recorded. */
export const CLIENT_QUESTIONS = {
  totals: { right: 'getP2sVpnConnectionHealth', what: 'how many are connected', typical: [5, 60] },
  sessions: { right: 'getP2sVpnConnectionHealthDetailed', what: 'who is connected', typical: [5, 60] },
  profile: { right: 'generatevpnprofile', what: 'a client profile', typical: [10, 60] },
} as const satisfies Record<string, GatewayQuestion>

/** The action a question of a hub's point-to-site gateway needs. */
export function clientRightOf(question: GatewayQuestion): string {
  return `Microsoft.Network/p2sVpnGateways/${question.right}/action`
}

/** The action a question of a hub or of its peer needs. */
export function hubRightOf(question: GatewayQuestion): string {
  return `Microsoft.Network/virtualHubs/${question.right}/action`
}

/** The action a question of a peering needs. */
export function peeringRightOf(question: GatewayQuestion): string {
  return `Microsoft.Network/expressRouteCircuits/peerings/${question.right}/action`
}

const GATEWAYS = 'Microsoft.Network/virtualNetworkGateways'

/** The action a question needs, for asking whether one has it. */
export function rightOf(question: GatewayQuestion): string {
  return `${GATEWAYS}/${question.right}/action`
}
