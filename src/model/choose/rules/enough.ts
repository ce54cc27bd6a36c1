import { ER_FAMILY, WAN_FAMILY } from '../candidates.ts'
import type { Factor } from '../factors.ts'
import { answered, type Rule } from './rule.ts'

const SOURCE = 'Product choice, from the worked examples of Choosing a solution, section 6'

/**
 * What a circuit is better at does not reach sites that come in over the Internet (example 2), as far as nobody asked for it: an answer
 * that asks for the factor lets it count in full.
 */
function overInternet(
  factor: Factor,
  score: number,
  ...asked: NonNullable<Rule['unless']>[number][]
): Rule[] {
  const comesIn = [
    { sites: 'many sites over SD-WAN', by: answered('sdwan', 'yes') },
    { sites: 'many small sites', by: answered('size', '100m') },
  ]
  return comesIn.map(({ sites, by }) => ({
    id: `${sites}, ${factor}`,
    source: SOURCE,
    basis: 'judgement',
    when: [answered('sites', '1000', 'more'), by],
    unless: [answered('internet', 'never', 'backup'), ...asked],
    text: `So many sites come in over the Internet: the ${factor} of a circuit does not reach them.`,
    effects: [{ is: 'enough', factor, score }],
  }))
}

/**
 * What the table of section 4 takes for granted and its examples show: that more than is needed is no reason. What nobody
 * answered counts less anyway (asked.ts).
 */
export const ENOUGH_RULES: readonly Rule[] = [
  {
    id: 'enough bandwidth',
    source: SOURCE,
    basis: 'judgement',
    when: [answered('peak', '500m', '1250m', '10g')],
    // What has to work without one location needs what the other carries.
    unless: [answered('survive', 'site', 'city'), answered('outage', 'minutes')],
    text: 'Up to 10 Gbps one circuit is plenty: a second one is no more bandwidth.',
    effects: [{ is: 'enough', factor: 'bandwidth', score: 4 }],
  },
  {
    id: 'enough latency',
    source: SOURCE,
    basis: 'judgement',
    when: [answered('latency', 'steady')],
    text: 'One private path is steady enough.',
    effects: [{ is: 'enough', factor: 'latency', score: 4 }],
  },
  {
    id: 'few sites',
    source: SOURCE,
    basis: 'judgement',
    when: [answered('sites', '10')],
    text: 'Up to ten sites do not need room for a thousand, and few share what a hub costs.',
    effects: [
      { is: 'enough', factor: 'scalability', score: 2 },
      { is: 'shift', factor: 'scalability', candidates: WAN_FAMILY, points: -1 },
      { is: 'shift', factor: 'cost', candidates: WAN_FAMILY, points: -1 },
    ],
  },
  {
    id: 'flat fee twice',
    source: SOURCE,
    basis: 'judgement',
    when: [answered('egress', 'more')],
    text: 'Of two circuits each takes an unlimited plan of its own: tier Local does not reach one region from two cities.',
    effects: [{ is: 'shift', factor: 'cost', candidates: ['erMax'], points: -1 }],
  },
  {
    id: 'enough resiliency',
    source: SOURCE,
    basis: 'judgement',
    when: [answered('outage', 'hours')],
    text: 'Where hours can be borne, a second location is no reason.',
    effects: [{ is: 'enough', factor: 'resiliency', score: 3 }],
  },
  {
    id: 'no demands',
    source: SOURCE,
    basis: 'judgement',
    when: [answered('demands', 'none')],
    text: 'Without special demands, what answers them is no reason.',
    effects: [
      { is: 'enough', factor: 'security', score: 4 },
      { is: 'enough', factor: 'compliance', score: 3 },
    ],
  },
  {
    id: 'Internet allowed',
    source: SOURCE,
    basis: 'judgement',
    when: [answered('internet', 'yes')],
    unless: [answered('demands', 'ports', 'country', 'sovereign')],
    text: 'Where traffic may cross the Internet, a path that does not is no reason.',
    effects: [{ is: 'enough', factor: 'compliance', score: 2 }],
  },
  {
    id: 'encrypted is enough',
    source: SOURCE,
    basis: 'judgement',
    when: [answered('internet', 'yes')],
    unless: [answered('demands', 'inspection', 'ports', 'country', 'sovereign')],
    text: 'Encrypted tunnels are enough where nobody demands more.',
    effects: [{ is: 'enough', factor: 'security', score: 4 }],
  },
  {
    id: 'two circuits for a location',
    source: 'Product choice, from Choosing a solution, section 2.3',
    basis: 'judgement',
    when: [answered('survive', 'site', 'city')],
    text: 'Circuits at two locations are paid twice.',
    effects: [{ is: 'shift', factor: 'cost', candidates: ['wanEr', 'wanBoth'], points: -1 }],
  },
  {
    id: 'two circuits for minutes',
    source: 'Product choice, from Choosing a solution, section 2.3',
    basis: 'judgement',
    when: [answered('outage', 'minutes')],
    unless: [answered('survive', 'site', 'city')],
    text: 'Without a VPN beside it, a second circuit has to take over.',
    effects: [{ is: 'shift', factor: 'cost', candidates: ['wanEr'], points: -1 }],
  },
  ...overInternet('bandwidth', 3, answered('peak', '10g', '20g', 'more')),
  ...overInternet('latency', 2, answered('latency', 'single-digit', 'steady')),
  ...overInternet(
    'resiliency',
    3,
    answered('outage', 'minutes'),
    answered('survive', 'site', 'city'),
    answered('backup', 'no'),
  ),
  ...overInternet('compliance', 2, answered('demands', 'encryption', 'ports', 'country', 'sovereign')),
  {
    id: 'many sites without tunnels',
    source: SOURCE,
    basis: 'judgement',
    when: [answered('sites', '1000', 'more')],
    text: 'Each of so many sites would need a way onto the circuit’s WAN.',
    effects: [{ is: 'shift', factor: 'scalability', candidates: [...ER_FAMILY, 'wanEr'], points: -2 }],
  },
  {
    id: 'people without point-to-site',
    source: 'Product choice, from Choosing a solution, section 2.6',
    basis: 'judgement',
    when: [answered('users', '500', '10000', 'more')],
    text: 'It does not serve people outside the sites: that takes a VPN gateway beside it.',
    effects: [
      { is: 'shift', factor: 'scalability', candidates: ['er', 'erMetro', 'erMax', 'wanEr'], points: -1 },
    ],
  },
]
