import { ER_FAMILY, WAN_FAMILY, WITH_CIRCUIT } from '../candidates.ts'
import { answered, fromTable, type Rule } from './rule.ts'

/** Lifted by a circuit that is there (Choosing a solution, section 2.3: unless existing). */
export const TOO_SOON = '28'
export const TOO_SHORT = '30'

export const CIRCUMSTANCE_RULES: readonly Rule[] = [
  {
    id: TOO_SOON,
    source: fromTable(28),
    basis: 'judgement',
    when: [answered('time', 'days')],
    text: 'A provider may take weeks for a new circuit: days cannot be counted on.',
    effects: [
      {
        is: 'exclude',
        candidates: WITH_CIRCUIT,
        reason:
          'A new circuit takes hours to weeks, by provider. Begin with a VPN, and add the circuit later.',
      },
    ],
  },
  {
    id: '29',
    source: fromTable(29),
    basis: 'judgement',
    when: [answered('time', 'weeks')],
    text: 'There is time for a provider.',
    effects: [],
  },
  {
    id: TOO_SHORT,
    source: fromTable(30),
    basis: 'judgement',
    when: [answered('duration', 'short')],
    text: 'For less than half a year a new circuit does not pay.',
    effects: [{ is: 'shift', factor: 'cost', candidates: WITH_CIRCUIT, points: -3 }],
  },
  {
    id: '32',
    source: fromTable(32),
    basis: 'documented',
    when: [answered('provider', 'none')],
    text: 'Without a provider or equipment at a peering location there is no circuit.',
    effects: [
      {
        is: 'exclude',
        candidates: WITH_CIRCUIT,
        reason: 'No provider is near, and no equipment of yours can be.',
      },
    ],
  },
  {
    id: '32 Direct',
    source: fromTable(32),
    basis: 'judgement',
    when: [answered('provider', 'direct')],
    text: 'Without a provider a circuit takes ports of your own.',
    effects: [
      {
        is: 'note',
        candidates: WITH_CIRCUIT,
        text: 'The circuit is made on ExpressRoute Direct ports, at your own equipment: the ports come first, and no provider is asked.',
      },
      {
        is: 'warning',
        candidates: ['erMetro'],
        text: 'Look up whether ports of your own are offered at the two sites of the Metro location.',
      },
    ],
  },
  {
    id: '33',
    source: fromTable(33),
    basis: 'judgement',
    when: [answered('provider', 'metro')],
    text: 'Metro gives two sites for one circuit.',
    effects: [
      { is: 'shift', factor: 'resiliency', candidates: ['erMetro'], points: 1 },
      {
        is: 'warning',
        candidates: ['er', 'erVpn'],
        text: 'Where Metro is offered, ask whether the location still takes circuits without it.',
      },
    ],
  },
  {
    id: 'no Metro',
    source: 'Product choice, after section 4, rule 33, of Choosing a solution',
    basis: 'judgement',
    when: [answered('provider', 'yes')],
    text: 'The provider does not offer Metro.',
    effects: [{ is: 'exclude', candidates: ['erMetro'], reason: 'The provider does not offer Metro.' }],
  },
  {
    id: '35',
    source: fromTable(35),
    basis: 'documented',
    when: [answered('extras', 'own-routing')],
    text: 'Routing of your own is bounded in a hub.',
    effects: [
      {
        is: 'warning',
        candidates: WAN_FAMILY,
        text: 'Routing intent forbids route tables of your own in the hub.',
      },
    ],
  },
  {
    id: '37',
    source: fromTable(37),
    basis: 'documented',
    when: [answered('extras', 'm365')],
    text: 'Microsoft 365 over a private path takes a Microsoft peering.',
    effects: [
      {
        is: 'note',
        candidates: WITH_CIRCUIT,
        text: 'The circuit is of tier Premium and has a Microsoft peering, which ends outside the virtual network.',
      },
      {
        is: 'warning',
        candidates: ['vpn', 'wanVpn'],
        text: 'It does not carry Microsoft 365: that goes over the Internet.',
      },
    ],
  },
  {
    id: '38',
    source: fromTable(38),
    basis: 'judgement',
    when: [answered('existing', 'keep')],
    text: 'Moving a hub-and-spoke network into a Virtual WAN is work.',
    effects: [{ is: 'shift', factor: 'cost', candidates: WAN_FAMILY, points: -1 }],
  },
  {
    id: '39',
    source: fromTable(39),
    basis: 'judgement',
    when: [answered('team', 'small')],
    text: 'Azure runs a hub’s routing, which spares a small team work.',
    effects: [{ is: 'shift', factor: 'cost', candidates: WAN_FAMILY, points: 1 }],
  },
  {
    id: '40',
    source: fromTable(40),
    basis: 'documented',
    when: [answered('extras', 'ipv6')],
    text: 'A private peering takes IPv4, IPv6 or both.',
    effects: [
      { is: 'note', candidates: ER_FAMILY, text: 'The private peering is set up for IPv4 and IPv6.' },
      {
        is: 'warning',
        candidates: ['vpn', 'erVpn', ...WAN_FAMILY],
        text: 'Look up in Microsoft’s documentation whether IPv6 is supported here.',
      },
    ],
  },
]
