import type { CandidateId } from './candidates.ts'
import type { Factor } from './factors.ts'

type Words = Readonly<Record<Factor, string>>

const PRIVATE_PATH = 'A private path, steady and shorter than over the Internet.'
const NOT_ENCRYPTED = 'Never on the Internet, but not encrypted by itself.'
const OFF_INTERNET = 'No traffic crosses the Internet; ports of your own and MACsec are possible.'

/**
 * How a candidate is by each factor, in a sentence that stands for its strength as well as for its weakness (Choosing a solution, section 2).
 * Figures that the document has as unverified are left out: no SLA percentage, no times of failover.
 */
export const FACTOR_TEXTS: Readonly<Record<CandidateId, Words>> = {
  vpn: {
    bandwidth:
      'From 650 Mbps for the smallest gateway to 10 Gbps for the largest; one tunnel carries far less.',
    latency: 'The way over the Internet varies, and nobody promises its latency.',
    cost: 'The least to pay: the gateway by the hour, and what leaves Azure.',
    security: 'IPsec always, over the Internet.',
    resiliency: 'Two instances over zones, but the Internet and its providers are shared.',
    scalability: '30 tunnels on most sizes, 100 on the two largest.',
    compliance: 'Traffic crosses the Internet, encrypted.',
  },
  er: {
    bandwidth: '50 Mbps to 10 Gbps through a provider, up to 100 Gbps on ports of your own.',
    latency: PRIVATE_PATH,
    cost: 'A circuit, a gateway and the provider; with tier Local what leaves Azure is included.',
    security: NOT_ENCRYPTED,
    resiliency: 'Two links at one peering location: the location itself is one point that can fail.',
    scalability:
      'Every site on the provider’s WAN; 10 virtual networks per Standard circuit, more with Premium.',
    compliance: OFF_INTERNET,
  },
  erMetro: {
    bandwidth: '50 Mbps to 10 Gbps through a provider.',
    latency: PRIVATE_PATH,
    cost: 'The price list of a standard circuit.',
    security: NOT_ENCRYPTED,
    resiliency: 'Survives the loss of one of two sites of its city.',
    scalability:
      'Every site on the provider’s WAN; 10 virtual networks per Standard circuit, more with Premium.',
    compliance: OFF_INTERNET,
  },
  erMax: {
    bandwidth: 'Two circuits of up to 10 Gbps, up to 100 Gbps each on ports of your own.',
    latency: 'Two private paths; traffic takes the better one.',
    cost: 'Two circuits, often of two providers.',
    security: NOT_ENCRYPTED,
    resiliency: 'Survives the loss of a peering location, and of a city where the two are apart.',
    scalability: 'A second circuit doubles what can be joined.',
    compliance: 'No traffic crosses the Internet, even while one location is down.',
  },
  erVpn: {
    bandwidth: 'That of the circuit; while it is down, that of the VPN.',
    latency: 'A private path every day; the Internet while the circuit is down.',
    cost: 'Two gateways beside the circuit.',
    security: 'The circuit is private but not encrypted, the backup is encrypted but on the Internet.',
    resiliency: 'The backup is far smaller: not for what is mission-critical or heavy.',
    scalability: 'Every site on the provider’s WAN, and up to 30 tunnels on most VPN sizes.',
    compliance: 'Private every day; over the Internet, encrypted, while the circuit is down.',
  },
  wanVpn: {
    bandwidth: '1 Gbps for a tunnel, 20 Gbps for a hub’s gateway.',
    latency: 'The Internet up to the nearest hub, Microsoft’s backbone between hubs.',
    cost: 'A hub, scale units and connections by the hour, and data.',
    security: 'IPsec always; a firewall in the hub can see everything.',
    resiliency: 'Active-active gateways over zones, run by Azure; the Internet is shared.',
    scalability: '1,000 VPN connections for a hub, and many hubs.',
    compliance: 'Traffic crosses the Internet, encrypted.',
  },
  wanEr: {
    bandwidth: 'That of the circuit, up to 20 Gbps for a hub’s gateway.',
    latency: 'A private path into the nearest hub; a firewall in the hub is one more hop.',
    cost: 'A hub and scale units beside the circuit.',
    security: 'One policy inspects all private and Internet traffic; the circuit is not encrypted by itself.',
    resiliency: 'Gateways over zones, run by Azure, and hubs that stand in for each other.',
    scalability: 'About 500 virtual networks for a hub, and many hubs.',
    compliance: 'Private, with all traffic inspected and logged in one place.',
  },
  wanBoth: {
    bandwidth: '20 Gbps for each gateway of a hub, 50 Gbps between its networks.',
    latency: 'Private paths for data centres, the nearest hub for branches.',
    cost: 'The most to pay: hub, units, circuits and connections.',
    security: 'One policy for circuits, tunnels and people.',
    resiliency: 'Two kinds of path into gateways over zones, and hubs that stand in for each other.',
    scalability: '1,000 branches and 100,000 people for a hub, and many hubs.',
    compliance: 'Private paths for what needs them, with all traffic inspected in one place.',
  },
}
