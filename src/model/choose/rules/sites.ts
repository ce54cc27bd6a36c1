import { ER_FAMILY, WAN_FAMILY } from '../candidates.ts'
import { answered, fromTable, type Rule } from './rule.ts'

export const SITE_RULES: readonly Rule[] = [
  {
    id: '11',
    source: fromTable(11),
    basis: 'judgement',
    when: [answered('sites', '10')],
    text: 'A few sites are what a VPN gateway is for.',
    effects: [{ is: 'shift', factor: 'scalability', candidates: ['vpn'], points: 1 }],
  },
  {
    id: '12',
    source: fromTable(12),
    basis: 'judgement',
    when: [answered('sites', '29')],
    text: 'Towards thirty sites a hub begins to pay.',
    effects: [{ is: 'shift', factor: 'scalability', candidates: ['wanVpn'], points: 1 }],
  },
  {
    id: '13',
    source: fromTable(13),
    basis: 'judgement',
    when: [answered('sites', '1000', 'more')],
    text: 'Thirty sites and more are what Virtual WAN is for.',
    effects: [
      {
        is: 'exclude',
        candidates: ['vpn'],
        reason: 'Most VPN gateways end at 30 tunnels; only the two largest have 100.',
      },
      { is: 'shift', factor: 'scalability', candidates: ['wanVpn', 'wanBoth'], points: 2 },
    ],
  },
  {
    id: '14',
    source: fromTable(14),
    basis: 'documented',
    when: [answered('sites', 'more')],
    text: 'A hub has 1,000 VPN connections.',
    effects: [
      { is: 'note', candidates: ['wanVpn', 'wanBoth'], text: 'More than 1,000 sites take several hubs.' },
    ],
  },
  {
    id: '15',
    source: fromTable(15),
    basis: 'documented',
    when: [answered('users', '0')],
    text: 'Nobody connects from outside the sites, so point-to-site plays no part.',
    effects: [],
  },
  {
    id: '16',
    source: fromTable(16),
    basis: 'documented',
    when: [answered('users', '500', '10000')],
    text: 'People connect by point-to-site, which VPN gateways have.',
    effects: [
      {
        is: 'note',
        candidates: ['vpn', 'erVpn'],
        text: 'The VPN gateway serves people by point-to-site, up to the number of its size.',
      },
      {
        is: 'note',
        candidates: ['wanVpn', 'wanBoth'],
        text: 'The hub gets a point-to-site gateway beside the others.',
      },
    ],
  },
  {
    id: '17',
    source: fromTable(17),
    basis: 'documented',
    when: [answered('users', 'more')],
    text: 'More than 10,000 people take the point-to-site gateway of a hub.',
    effects: [
      {
        is: 'exclude',
        candidates: ['vpn'],
        reason: 'The largest VPN gateway serves 10,000 people.',
      },
      {
        is: 'note',
        candidates: ['wanVpn', 'wanBoth'],
        text: 'The hub gets a point-to-site gateway, up to 100,000 people.',
      },
      { is: 'warning', candidates: ['erVpn'], text: 'Its VPN gateway serves 10,000 people at most.' },
    ],
  },
  {
    id: '18',
    source: fromTable(18),
    basis: 'judgement',
    when: [answered('sdwan', 'yes')],
    text: 'SD-WAN goes on in a hub.',
    effects: [
      { is: 'shift', factor: 'scalability', candidates: ['wanVpn', 'wanBoth'], points: 2 },
      {
        is: 'note',
        candidates: ['wanVpn', 'wanBoth'],
        text: 'Either an appliance of the SD-WAN’s maker goes into the hub, or its devices are set up by the maker’s automation.',
      },
    ],
  },
  {
    id: '19',
    source: fromTable(19),
    basis: 'judgement',
    when: [answered('regions', '1')],
    text: 'One region does not need what joins regions.',
    effects: [{ is: 'shift', factor: 'scalability', candidates: WAN_FAMILY, points: -1 }],
  },
  {
    id: '20',
    source: fromTable(20),
    basis: 'judgement',
    when: [answered('regions', '3')],
    text: 'Hubs join two or three regions by themselves.',
    effects: [{ is: 'shift', factor: 'scalability', candidates: WAN_FAMILY, points: 1 }],
  },
  {
    id: '21',
    source: fromTable(21),
    basis: 'judgement',
    when: [answered('regions', 'more')],
    text: 'Regions and branches all over the world are what meshed hubs are for.',
    effects: [
      { is: 'shift', factor: 'scalability', candidates: ['wanBoth'], points: 2 },
      {
        is: 'note',
        candidates: ER_FAMILY,
        text: 'Regions of another area take circuits of tier Premium, sites of another area Global Reach.',
      },
    ],
  },
  {
    id: '22',
    source: fromTable(22),
    basis: 'documented',
    when: [answered('branches', 'yes')],
    text: 'A hub lets branches reach each other.',
    effects: [
      { is: 'shift', factor: 'scalability', candidates: WAN_FAMILY, points: 2 },
      {
        is: 'note',
        candidates: ER_FAMILY,
        text: 'Sites reach each other over circuits with Global Reach: pair by pair, not with tier Local, and not in every country.',
      },
    ],
  },
]
