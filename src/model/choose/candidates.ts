import type { Service } from '../resources/kinds.ts'

/** What is ranked (Choosing a solution, section 1), in the order that ties keep. */
export const CANDIDATES = ['vpn', 'er', 'erMetro', 'erMax', 'erVpn', 'wanVpn', 'wanEr', 'wanBoth'] as const
export type CandidateId = (typeof CANDIDATES)[number]

/** A circuit straight into a virtual network. */
export const ER_FAMILY = ['er', 'erMetro', 'erMax', 'erVpn'] as const satisfies readonly CandidateId[]
/** Whatever has a virtual hub. */
export const WAN_FAMILY = ['wanVpn', 'wanEr', 'wanBoth'] as const satisfies readonly CandidateId[]
/** Whatever has a circuit. */
export const WITH_CIRCUIT = [...ER_FAMILY, 'wanEr', 'wanBoth'] as const satisfies readonly CandidateId[]
/** The Internet is the only way. */
export const INTERNET_ONLY = ['vpn', 'wanVpn'] as const satisfies readonly CandidateId[]

export interface Candidate {
  id: CandidateId
  name: string
  services: readonly Service[]
  what: string
  when: string
  whenNot: string
  /** What it is made of, as ARM calls it. */
  resources: readonly string[]
  /** What it leaves open, whatever the answers are (Choosing a solution, section 7). */
  leavesOpen: readonly string[]
  leadTime: string
  firstStep: string
  /** What holds for whoever takes it (Choosing a solution, section 4, post-rules). */
  always: readonly string[]
  /** What joins its parts (Choosing a solution, section 8). */
  combination: readonly string[]
}

const CIRCUIT_LEAD = 'Hours to weeks, by whoever sets the other side up. The gateway is made meanwhile.'
const HUB_LEAD = 'About 30 minutes for the hub with its gateway, then the devices.'
const NO_ENCRYPTION =
  'A circuit is private but not encrypted: that takes MACsec on ports of your own, or IPsec over it.'
const FALLS_BACK =
  'Where a default route over the circuit is withdrawn, traffic goes to the Internet: only a network security group forbids that.'
const TWO_SESSIONS = 'Both BGP sessions of a circuit have to be set up: Azure’s promise holds only then.'
const STANDARD_WAN =
  'The Virtual WAN is of type Standard: Basic has neither ExpressRoute nor branches that reach each other.'
const FLOOR = 'For production Microsoft’s floor is high resiliency: two sites of one metro, or two locations.'
const SAME_CIRCUIT =
  'A circuit that a virtual network’s gateway and a hub share needs traffic to and from Virtual WAN switched on at the gateway. It is off by default.'
const PREFERENCE =
  'Where a network is reached both ways, the hub routing preference decides. It begins with ExpressRoute.'

/** Each candidate in words (Choosing a solution, sections 1, 2, 4, 7, 8). */
export const CANDIDATE_WORDS: Readonly<Record<CandidateId, Candidate>> = {
  vpn: {
    id: 'vpn',
    name: 'VPN Gateway',
    services: ['vpn'],
    what: 'Encrypted tunnels over the Internet into one virtual network, and the networks peered with it.',
    when: 'A few sites, up to about 1 Gbps, soon and at the lowest cost.',
    whenNot: 'Thirty sites or more, steady latency, or traffic that must not cross the Internet.',
    resources: ['virtualNetworkGateways (type Vpn)', 'localNetworkGateways', 'connections (IPsec)'],
    leavesOpen: ['The Internet decides about latency and jitter: nobody promises either.'],
    leadTime: 'Under an hour for the gateway, then the device.',
    firstStep: 'Create the gateway, and set the device up with the configuration made for it.',
    always: ['A zone-redundant SKU, active-active, and two devices on-premises.'],
    combination: [],
  },
  er: {
    id: 'er',
    name: 'ExpressRoute, one circuit',
    services: ['expressroute'],
    what: 'One private circuit with two links at one peering location, into a virtual network.',
    when: 'Steady throughput and latency, where an outage of the peering location can be borne.',
    whenNot: 'Production that has to survive the loss of a peering location.',
    resources: [
      'expressRouteCircuits',
      'virtualNetworkGateways (type ExpressRoute)',
      'connections (ExpressRoute)',
    ],
    leavesOpen: [NO_ENCRYPTION, 'Loss of the peering location takes both links.'],
    leadTime: CIRCUIT_LEAD,
    firstStep: 'Ask a provider at a peering location near the region, then order the circuit.',
    always: [FLOOR, TWO_SESSIONS, FALLS_BACK],
    combination: [],
  },
  erMetro: {
    id: 'erMetro',
    name: 'ExpressRoute Metro',
    services: ['expressroute'],
    what: 'One circuit whose two links end at two sites of one city.',
    when: 'One site may fail, the provider offers Metro, and two circuits are too much.',
    whenNot: 'The loss of a whole city has to be survived.',
    resources: [
      'expressRouteCircuits (Metro location)',
      'virtualNetworkGateways (type ExpressRoute)',
      'connections (ExpressRoute)',
    ],
    leavesOpen: [NO_ENCRYPTION, 'An event in the whole city can cut both links.'],
    leadTime: CIRCUIT_LEAD,
    firstStep: 'Ask which providers offer the Metro location of the city.',
    always: [TWO_SESSIONS, FALLS_BACK],
    combination: [],
  },
  erMax: {
    id: 'erMax',
    name: 'ExpressRoute, maximum resiliency',
    services: ['expressroute'],
    what: 'Two circuits at two peering locations, both into the same gateway.',
    when: 'Whatever must not stop: replication for disaster recovery, regulated systems.',
    whenNot: 'A short need, or a budget for one circuit.',
    resources: [
      'expressRouteCircuits, two',
      'virtualNetworkGateways (type ExpressRoute)',
      'connections (ExpressRoute), two',
    ],
    leavesOpen: [NO_ENCRYPTION, 'It costs two circuits, often of two providers.'],
    leadTime: CIRCUIT_LEAD,
    firstStep: 'Pick two locations in two cities, and ask a different provider at each.',
    always: [
      'The two locations have to differ, better by two providers; the set-up shows how far apart they are.',
      TWO_SESSIONS,
      FALLS_BACK,
    ],
    combination: [
      'Sites reach each other over two circuits with Global Reach: pair by pair, not with Local.',
    ],
  },
  erVpn: {
    id: 'erVpn',
    name: 'ExpressRoute with VPN as backup',
    services: ['expressroute', 'vpn'],
    what: 'A circuit and, in the same virtual network, a VPN gateway that takes over when the circuit fails.',
    when: 'Steady latency every day, and a smaller load over the Internet is enough while the circuit is down.',
    whenNot: 'The load at failover is large, sensitive to latency, or may not cross the Internet.',
    resources: [
      'expressRouteCircuits',
      'virtualNetworkGateways (type ExpressRoute)',
      'virtualNetworkGateways (type Vpn)',
      'connections, one of each',
    ],
    leavesOpen: [
      NO_ENCRYPTION,
      'While the circuit is down everything has to fit the VPN, over the Internet.',
    ],
    leadTime: 'Under an hour for the VPN gateway, then the device; the circuit follows in hours to weeks.',
    firstStep: 'Create the VPN first: it carries the traffic until the circuit is there.',
    always: [FLOOR, TWO_SESSIONS, FALLS_BACK],
    combination: [
      'Both gateways share one GatewaySubnet of /27 or larger; the VPN is route-based and not of SKU Basic.',
      'Traffic between the two gateways needs Route Server, or Virtual WAN in their place.',
    ],
  },
  wanVpn: {
    id: 'wanVpn',
    name: 'Virtual WAN with VPN',
    services: ['virtualwan'],
    what: 'A hub that Azure runs, with a VPN gateway for many sites.',
    when: 'Thirty sites or more, SD-WAN, or branches that reach each other through Azure.',
    whenNot: 'One or two sites, or traffic that must not cross the Internet.',
    resources: ['virtualWans (Standard)', 'virtualHubs', 'vpnGateways', 'vpnSites'],
    leavesOpen: ['The Internet decides about latency and jitter up to the hub.'],
    leadTime: HUB_LEAD,
    firstStep: 'Create the Virtual WAN and a hub in the region of most sites, then upload the sites.',
    always: [STANDARD_WAN],
    combination: [],
  },
  wanEr: {
    id: 'wanEr',
    name: 'Virtual WAN with ExpressRoute',
    services: ['virtualwan', 'expressroute'],
    what: 'A hub that Azure runs, with a circuit into it.',
    when: 'Many virtual networks or regions behind circuits, with one firewall for all of it.',
    whenNot: 'One virtual network, or more than 20 Gbps into one hub.',
    resources: ['virtualWans (Standard)', 'virtualHubs', 'expressRouteGateways', 'expressRouteCircuits'],
    leavesOpen: [NO_ENCRYPTION, 'One circuit at one peering location is one point that can fail.'],
    leadTime: CIRCUIT_LEAD,
    firstStep: 'Create the Virtual WAN and its hub while the provider sets the circuit up.',
    always: [STANDARD_WAN, FLOOR, TWO_SESSIONS],
    combination: [SAME_CIRCUIT],
  },
  wanBoth: {
    id: 'wanBoth',
    name: 'Virtual WAN with VPN and ExpressRoute',
    services: ['virtualwan', 'expressroute', 'vpn'],
    what: 'Hubs that Azure runs, with circuits for data centres, tunnels for branches, and people joining from anywhere.',
    when: 'Many sites, several regions, data centres on circuits, and one policy for all traffic.',
    whenNot: 'One site and one network: it is the most to pay and to know.',
    resources: [
      'virtualWans (Standard)',
      'virtualHubs',
      'vpnGateways',
      'expressRouteGateways',
      'p2sVpnGateways',
      'expressRouteCircuits',
    ],
    leavesOpen: [
      'What comes over a circuit is private but not encrypted.',
      'It is the most to pay: hub, units and circuits.',
    ],
    leadTime: 'About 30 minutes for the hub with its VPN gateway; circuits follow in hours to weeks.',
    firstStep:
      'Order the circuits, which take the longest; meanwhile create the Virtual WAN and a hub, and connect the first branch.',
    always: [STANDARD_WAN, TWO_SESSIONS],
    combination: [
      PREFERENCE,
      'One hub holds VPN, ExpressRoute, point-to-site and the firewall.',
      'IPsec over the circuit is possible: a connection then uses the gateway’s private address.',
      SAME_CIRCUIT,
    ],
  },
}
