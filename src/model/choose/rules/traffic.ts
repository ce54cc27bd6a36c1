import { ER_FAMILY, INTERNET_ONLY } from '../candidates.ts'
import { answered, fromTable, type Rule } from './rule.ts'

export const TRAFFIC_RULES: readonly Rule[] = [
  {
    id: '1',
    source: fromTable(1),
    basis: 'judgement',
    when: [answered('peak', '500m')],
    text: 'Up to 500 Mbps fits a tunnel.',
    effects: [{ is: 'shift', factor: 'bandwidth', candidates: INTERNET_ONLY, points: 2 }],
  },
  {
    id: '2',
    source: fromTable(2),
    basis: 'judgement',
    when: [answered('peak', '1250m')],
    text: 'Up to 1.25 Gbps a VPN is possible, a circuit is better.',
    effects: [
      {
        is: 'note',
        candidates: ['vpn'],
        text: 'The gateway has to be VpnGw2AZ or VpnGw3AZ, and the tunnels need a GCM cipher: others are much slower.',
      },
    ],
  },
  {
    id: '3',
    source: fromTable(3),
    basis: 'judgement',
    when: [answered('peak', '10g')],
    text: 'Above 1.25 Gbps a circuit is the better way.',
    effects: [
      { is: 'shift', factor: 'bandwidth', candidates: ER_FAMILY, points: 1 },
      { is: 'shift', factor: 'bandwidth', candidates: ['vpn'], points: -1 },
      {
        is: 'note',
        candidates: ['vpn'],
        text: 'VpnGw3AZ carries up to 2.5 Gbps, VpnGw4AZ and VpnGw5AZ more, spread over several tunnels.',
      },
    ],
  },
  {
    id: '3 flow over 1.25 Gbps',
    source: fromTable(3),
    basis: 'judgement',
    when: [answered('flow', '2300m', 'more')],
    text: 'One flow is larger than a connection of Virtual WAN.',
    effects: [
      {
        is: 'exclude',
        candidates: ['wanVpn'],
        reason: 'One flow or tunnel needs more than 1.25 Gbps, and a tunnel into a hub carries about 1 Gbps.',
      },
    ],
  },
  {
    id: '3 flow over 2.3 Gbps',
    source: fromTable(3),
    basis: 'documented',
    when: [answered('flow', 'more')],
    text: 'One flow is larger than any tunnel.',
    effects: [
      {
        is: 'exclude',
        candidates: ['vpn'],
        reason: 'One flow or tunnel needs more than 2.3 Gbps, which no tunnel carries.',
      },
    ],
  },
  {
    id: '4',
    source: fromTable(4),
    basis: 'documented',
    when: [answered('peak', '20g', 'more')],
    text: 'More than 10 Gbps into one region is more than any VPN gateway carries.',
    effects: [
      { is: 'exclude', candidates: ['vpn'], reason: 'The largest VPN gateway carries 10 Gbps.' },
      {
        is: 'note',
        candidates: ER_FAMILY,
        text: 'Takes ports of your own, and ErGwScale or FastPath: other gateways end at 10 Gbps.',
      },
      {
        is: 'note',
        candidates: ['erVpn'],
        text: 'The VPN carries only a part of this while the circuit is down.',
      },
    ],
  },
  {
    // The gateway of a hub carries 20 Gbps: that so much over tunnels is too much is a threshold of section 2.1.
    id: '4 hub',
    source: fromTable(4),
    basis: 'judgement',
    when: [answered('peak', '20g', 'more')],
    text: 'More than 10 Gbps takes many tunnels of about 1 Gbps each.',
    effects: [
      {
        is: 'exclude',
        candidates: ['wanVpn'],
        reason: 'More than 10 Gbps over tunnels of about 1 Gbps each is no plan: take a circuit.',
      },
    ],
  },
  {
    id: '5',
    source: fromTable(5),
    basis: 'documented',
    when: [answered('peak', 'more')],
    text: 'A hub’s ExpressRoute gateway carries 20 Gbps.',
    effects: [
      {
        is: 'exclude',
        candidates: ['wanEr', 'wanBoth'],
        reason: 'More than 20 Gbps is more than one hub’s gateway carries.',
      },
    ],
  },
  {
    id: '6',
    source: fromTable(6),
    basis: 'judgement',
    when: [answered('latency', 'single-digit')],
    text: 'A few milliseconds, always, take a private path.',
    effects: [
      {
        is: 'exclude',
        candidates: INTERNET_ONLY,
        reason: 'Over the Internet nobody promises a few milliseconds.',
      },
      { is: 'shift', factor: 'latency', candidates: ['erMax', 'erMetro'], points: 1 },
      {
        is: 'warning',
        candidates: ['erVpn'],
        text: 'While the circuit is down, the latency is that of the Internet.',
      },
    ],
  },
  {
    id: '7',
    source: fromTable(7),
    basis: 'judgement',
    when: [answered('latency', 'best-effort')],
    text: 'Latency does not matter, so it hardly counts.',
    effects: [{ is: 'weight', factor: 'latency', most: 1 }],
  },
  {
    id: '31',
    source: fromTable(31),
    basis: 'judgement',
    when: [answered('egress', 'more')],
    text: 'With so much leaving Azure, tier Local or an unlimited plan pays.',
    // Not two circuits: they cannot both be Local into one region, and each pays an unlimited plan.
    effects: [
      { is: 'shift', factor: 'cost', candidates: ['er', 'erMetro', 'erVpn'], points: 2 },
      {
        is: 'note',
        candidates: ['er', 'erMetro', 'erVpn', 'wanEr', 'wanBoth'],
        text: 'With tier Local what leaves Azure is included, but only from regions next to the peering location.',
      },
    ],
  },
]
