import type { CandidateId } from './candidates.ts'
import type { Factor } from './factors.ts'

/** What speaks for a candidate by a factor, and what against it. */
export interface FactorText {
  strength: string
  weakness: string
}

type Words = Readonly<Record<Factor, FactorText>>

const PRIVATE_PATH: FactorText = {
  strength: 'A private path, steady and shorter than over the Internet.',
  weakness: 'One path, through a gateway unless FastPath is used.',
}
const CIRCUIT_SECURITY: FactorText = {
  strength: 'Never on the Internet.',
  weakness: 'Encryption has to be added: MACsec on ports of your own, or IPsec over it.',
}
const OFF_INTERNET: FactorText = {
  strength: 'No traffic crosses the Internet; MACsec is possible on ports of your own.',
  weakness: 'Encryption and inspection have to be added where a regulator asks for them.',
}
const ON_WAN: FactorText = {
  strength: 'Every site on the provider’s WAN.',
  weakness:
    'A Standard circuit has 10 links to virtual networks, more takes Premium, and it only grows upwards.',
}
const SHARED_INTERNET: FactorText = {
  strength: 'Traffic is encrypted always.',
  weakness: 'Traffic crosses the Internet, encrypted.',
}

/**
 * How a candidate is by each factor, in a sentence for each sign (Choosing a solution, section 2). Figures that the document has as
 * unverified are left out: no SLA percentage, no times of failover.
 */
export const FACTOR_TEXTS: Readonly<Record<CandidateId, Words>> = {
  vpn: {
    bandwidth: {
      strength: 'From 650 Mbps for the smallest gateway to 10 Gbps for the largest.',
      weakness: '10 Gbps at most, and one tunnel carries far less.',
    },
    latency: {
      strength: 'Enough where some jitter can be borne.',
      weakness: 'The way over the Internet varies, and nobody promises its latency.',
    },
    cost: {
      strength: 'The least to pay: the gateway by the hour, and what leaves Azure.',
      weakness: 'What leaves Azure is billed by the gigabyte.',
    },
    security: {
      strength: 'IPsec always.',
      weakness: 'Over the Internet, and one firewall for everything is your own to run.',
    },
    resiliency: {
      strength: 'Two active instances over zones.',
      weakness: 'The Internet and its providers are shared by both instances.',
    },
    scalability: {
      strength: '30 tunnels on most sizes, 100 on the two largest.',
      weakness: 'It ends at 30 tunnels on most sizes, 100 on the two largest.',
    },
    compliance: SHARED_INTERNET,
  },
  er: {
    bandwidth: {
      strength: '50 Mbps to 10 Gbps through a provider, up to 100 Gbps on ports of your own.',
      weakness: 'One circuit, which carries what was ordered and no more.',
    },
    latency: PRIVATE_PATH,
    cost: {
      strength: 'One circuit and one gateway; with tier Local what leaves Azure is included.',
      weakness: 'A circuit, a gateway and the provider.',
    },
    security: CIRCUIT_SECURITY,
    resiliency: {
      strength: 'Two links of one circuit.',
      weakness: 'Both links are at one peering location, which is one point that can fail.',
    },
    scalability: ON_WAN,
    compliance: OFF_INTERNET,
  },
  erMetro: {
    bandwidth: {
      strength: '50 Mbps to 10 Gbps through a provider.',
      weakness: 'One circuit, which carries what was ordered and no more.',
    },
    latency: PRIVATE_PATH,
    cost: {
      strength: 'Two sites at the price of a standard circuit.',
      weakness: 'A circuit, a gateway and the provider.',
    },
    security: CIRCUIT_SECURITY,
    resiliency: {
      strength: 'Survives the loss of one of two sites of its city.',
      weakness: 'Both of its sites are in one city.',
    },
    scalability: ON_WAN,
    compliance: OFF_INTERNET,
  },
  erMax: {
    bandwidth: {
      strength: 'Two circuits of up to 10 Gbps, up to 100 Gbps each on ports of your own.',
      weakness: 'While one location is down, one circuit carries everything.',
    },
    latency: {
      strength: 'Two private paths, steady and shorter than over the Internet.',
      weakness: 'Two paths of different length, which circuits of equal weight share.',
    },
    cost: {
      strength: 'One gateway for both circuits.',
      weakness: 'Two circuits, perhaps of two providers.',
    },
    security: CIRCUIT_SECURITY,
    resiliency: {
      strength: 'Survives the loss of a peering location, and of a city where the two are apart.',
      weakness: 'Both circuits end at one gateway in one region.',
    },
    scalability: {
      strength: 'Every site on the WAN of either provider.',
      weakness: 'A Standard circuit has 10 links to virtual networks, more takes Premium.',
    },
    compliance: {
      strength: 'No traffic crosses the Internet, even while one location is down.',
      weakness: 'Encryption and inspection have to be added where a regulator asks for them.',
    },
  },
  erVpn: {
    bandwidth: {
      strength: 'That of the circuit, as long as it is up.',
      weakness: 'While the circuit is down, that of the VPN.',
    },
    latency: {
      strength: 'A private path every day.',
      weakness: 'The Internet while the circuit is down.',
    },
    cost: {
      strength: 'The backup takes no second circuit.',
      weakness: 'Two gateways beside the circuit.',
    },
    security: {
      strength: 'The circuit is private, the backup is encrypted.',
      weakness: 'The circuit is not encrypted, the backup is on the Internet.',
    },
    resiliency: {
      strength: 'A second path takes over when the circuit fails.',
      weakness: 'The backup is far smaller: not for what is mission-critical or heavy.',
    },
    scalability: {
      strength: 'Every site on the provider’s WAN, and up to 30 tunnels on most VPN sizes.',
      weakness: 'Two gateways to grow, each with its own limit.',
    },
    compliance: {
      strength: 'Private every day.',
      weakness: 'Over the Internet, encrypted, while the circuit is down.',
    },
  },
  wanVpn: {
    bandwidth: {
      strength: '20 Gbps for a hub’s gateway.',
      weakness: '1 Gbps for a tunnel, 2 Gbps for a connection of two.',
    },
    latency: {
      strength: 'Traffic enters at the nearest hub and goes on over Microsoft’s backbone.',
      weakness: 'Up to the nearest hub it is the Internet.',
    },
    cost: {
      strength: 'No circuit and no provider to pay.',
      weakness: 'A hub, scale units and connections by the hour, and data.',
    },
    security: {
      strength: 'IPsec always.',
      weakness: 'Over the Internet, and a firewall in the hub is one more thing to set up.',
    },
    resiliency: {
      strength: 'Active-active gateways over zones, run by Azure.',
      weakness: 'The Internet is shared, and the region of the hub can fail.',
    },
    scalability: {
      strength: '1,000 VPN connections for a hub, and many hubs.',
      weakness: 'Much of a hub lies idle.',
    },
    compliance: SHARED_INTERNET,
  },
  wanEr: {
    bandwidth: {
      strength: 'That of the circuit, up to 20 Gbps for a hub’s gateway.',
      weakness: 'A hub’s gateway ends at 20 Gbps.',
    },
    latency: {
      strength: 'A private path into the hub, Microsoft’s backbone between hubs.',
      weakness: 'The hub is a step on the way, and a firewall in it one more.',
    },
    cost: {
      strength: 'Azure runs the hub’s routing.',
      weakness: 'A hub and scale units beside the circuit.',
    },
    security: {
      strength: 'Never on the Internet; routing intent can send all traffic through one firewall.',
      weakness: 'The circuit is not encrypted by itself.',
    },
    resiliency: {
      strength: 'Gateways over zones, run by Azure.',
      weakness: 'The region of the hub can fail, and so can the one peering location.',
    },
    scalability: {
      strength: 'About 500 virtual networks for a hub, and many hubs.',
      weakness: 'Sites need a way onto the circuit’s WAN.',
    },
    compliance: {
      strength: 'No traffic has to cross the Internet.',
      weakness: 'Encryption has to be added where a regulator asks for it.',
    },
  },
  wanBoth: {
    bandwidth: {
      strength: '20 Gbps for each gateway of a hub, 50 Gbps between its networks.',
      weakness: 'The hub’s ExpressRoute gateway ends at 20 Gbps, and one tunnel at about 1 Gbps.',
    },
    latency: {
      strength: 'Private paths for data centres, the nearest hub for branches.',
      weakness: 'Branches without a circuit come over the Internet.',
    },
    cost: {
      strength: 'Azure runs the hub’s routing.',
      weakness: 'The most to pay: hub, units, circuits and connections.',
    },
    security: {
      strength: 'Tunnels are encrypted; routing intent can send all traffic through one firewall.',
      weakness: 'What comes over a circuit is not encrypted by itself.',
    },
    resiliency: {
      strength: 'Two kinds of path into gateways over zones, run by Azure.',
      weakness: 'The region of the hub can fail.',
    },
    scalability: {
      strength: '1,000 branches and 100,000 people for a hub, and many hubs.',
      weakness: 'Much of a hub lies idle.',
    },
    compliance: {
      strength: 'Private paths for what must not cross the Internet.',
      weakness: 'What comes through tunnels crosses the Internet, encrypted.',
    },
  },
}
