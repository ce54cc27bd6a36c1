import { ER_FAMILY, INTERNET_ONLY, WAN_FAMILY } from '../candidates.ts'
import { answered, fromTable, type Rule } from './rule.ts'

const TWO_LOCATIONS = 'It takes circuits at two peering locations.'

export const PROTECTION_RULES: readonly Rule[] = [
  {
    id: '8',
    source: fromTable(8),
    basis: 'documented',
    when: [answered('internet', 'backup', 'never')],
    text: 'What may not cross the Internet takes a circuit.',
    effects: [
      {
        is: 'exclude',
        candidates: INTERNET_ONLY,
        reason: 'Its tunnels cross the Internet, and there is no other path.',
      },
    ],
  },
  {
    id: '8 not even as backup',
    source: fromTable(8),
    basis: 'documented',
    when: [answered('internet', 'never')],
    text: 'Even a backup may not cross the Internet.',
    effects: [
      { is: 'exclude', candidates: ['erVpn'], reason: 'Its backup crosses the Internet.' },
      {
        is: 'exclude',
        candidates: ['wanBoth'],
        reason: 'Its VPN crosses the Internet; without it, it is Virtual WAN with ExpressRoute.',
      },
    ],
  },
  {
    id: '9',
    source: fromTable(9),
    basis: 'documented',
    when: [answered('internet', 'yes')],
    text: 'Traffic may cross the Internet encrypted, so nothing is ruled out.',
    effects: [],
  },
  {
    id: '10',
    source: fromTable(10),
    basis: 'documented',
    when: [answered('demands', 'encryption')],
    text: 'Encryption from end to end has to be added to a circuit.',
    effects: [
      {
        is: 'note',
        candidates: ['er', 'erMetro', 'erMax', 'erVpn', 'wanEr', 'wanBoth'],
        text: 'The circuit takes MACsec on ports of your own, or IPsec over the private peering.',
      },
      {
        is: 'warning',
        candidates: ER_FAMILY,
        text: 'IPsec over the private peering does not go with a gateway of SKU ErGwScale.',
      },
    ],
  },
  {
    id: '10 without MACsec',
    source: fromTable(10),
    basis: 'judgement',
    when: [answered('demands', 'encryption')],
    // Ports of one's own have MACsec (rule 36).
    unless: [answered('demands', 'ports')],
    text: 'Without MACsec a circuit does not encrypt by itself.',
    effects: [{ is: 'shift', factor: 'security', candidates: ['er', 'erMetro', 'erMax'], points: -1 }],
  },
  {
    id: '23',
    source: fromTable(23),
    basis: 'judgement',
    when: [answered('outage', 'hours')],
    text: 'An outage of hours can be borne, so a VPN or one circuit is fine.',
    effects: [],
  },
  {
    id: '24',
    source: fromTable(24),
    basis: 'judgement',
    when: [answered('outage', 'minutes')],
    text: 'Within minutes something else has to carry the traffic.',
    effects: [
      {
        is: 'exclude',
        candidates: ['er'],
        reason: 'One circuit without a backup: when its peering location fails, nothing takes over.',
      },
      { is: 'note', candidates: ['wanEr'], text: TWO_LOCATIONS },
    ],
  },
  {
    id: '25',
    source: fromTable(25),
    basis: 'judgement',
    when: [answered('survive', 'site')],
    text: 'The loss of a peering location is survived by two of them.',
    effects: [
      {
        is: 'exclude',
        candidates: ['vpn', 'er'],
        reason: 'Everything comes in at one place: its loss takes the connection.',
      },
      { is: 'note', candidates: ['wanEr', 'wanBoth'], text: TWO_LOCATIONS },
    ],
  },
  {
    id: '26',
    source: fromTable(26),
    basis: 'judgement',
    when: [answered('backup', 'yes')],
    text: 'A smaller load over the VPN is enough while the circuit is down.',
    effects: [{ is: 'shift', factor: 'resiliency', candidates: ['erVpn'], points: 2 }],
  },
  {
    id: '27',
    source: fromTable(27),
    basis: 'documented',
    when: [answered('backup', 'no')],
    text: 'A VPN is no backup for what is sensitive to latency, mission-critical or heavy.',
    effects: [{ is: 'shift', factor: 'resiliency', candidates: ['erVpn'], points: -3 }],
  },
  {
    id: '34',
    source: fromTable(34),
    basis: 'judgement',
    when: [answered('demands', 'inspection')],
    text: 'With routing intent one firewall in the hub sees all traffic.',
    effects: [{ is: 'shift', factor: 'security', candidates: ['wanEr', 'wanBoth'], points: 2 }],
  },
  {
    id: '34 tunnels',
    source: 'Product choice, from the worked examples of Choosing a solution, section 6 (2)',
    basis: 'judgement',
    when: [answered('demands', 'inspection')],
    text: 'The firewall of a hub sees what comes over its tunnels too.',
    effects: [{ is: 'shift', factor: 'security', candidates: ['wanVpn'], points: 2 }],
  },
  {
    id: '36',
    source: fromTable(36),
    basis: 'judgement',
    when: [answered('demands', 'ports')],
    text: 'Ports of your own are ExpressRoute Direct.',
    effects: [
      {
        is: 'exclude',
        candidates: INTERNET_ONLY,
        reason: 'It has no ports of its own: its tunnels share the Internet.',
      },
      { is: 'shift', factor: 'compliance', candidates: ER_FAMILY, points: 1 },
      {
        is: 'note',
        candidates: ER_FAMILY,
        text: 'Its circuits are made on ExpressRoute Direct ports, with MACsec on their links: the ports come first, and no provider is asked.',
      },
    ],
  },
  {
    id: '41',
    source: fromTable(41),
    basis: 'judgement',
    when: [answered('survive', 'city')],
    text: 'The loss of a city is survived by locations in two cities.',
    effects: [
      {
        is: 'exclude',
        candidates: ['erMetro'],
        reason: 'Both of its sites are in one city, and one event can cut both.',
      },
      {
        is: 'exclude',
        candidates: ['vpn', 'er'],
        reason: 'Everything comes in at one place, in one city.',
      },
      {
        is: 'note',
        candidates: ['erMax', 'wanEr', 'wanBoth'],
        text: 'The two peering locations have to be in two cities.',
      },
    ],
  },
  {
    id: 'country',
    source: 'Choosing a solution, section 2.7',
    basis: 'documented',
    when: [answered('demands', 'country')],
    text: 'Data stays in the country where peering location, region and hub are there.',
    effects: [
      {
        is: 'note',
        candidates: ER_FAMILY,
        text: 'Take a peering location in the country, and neither Premium nor Global Reach unless they stay in it.',
      },
      { is: 'note', candidates: WAN_FAMILY, text: 'Take hubs in the country only.' },
      {
        is: 'note',
        candidates: ['erMax', 'wanEr', 'wanBoth'],
        text: 'The set-up proposes a second location by distance, which may be in another country: choose one in yours.',
      },
    ],
  },
  {
    id: 'sovereign',
    source: 'Choosing a solution, section 2.7',
    basis: 'documented',
    when: [answered('demands', 'sovereign')],
    text: 'National clouds are isolated.',
    effects: [
      { is: 'warning', candidates: ER_FAMILY, text: 'A circuit of one cloud does not lead into another.' },
      {
        is: 'warning',
        candidates: WAN_FAMILY,
        text: 'Ask whether routing intent is there: it began in the public cloud alone.',
      },
    ],
  },
]
