import { ER_FAMILY, WAN_FAMILY } from '../candidates.ts'
import { answered, type Rule } from './rule.ts'

const SOURCE = 'Product choice, from the worked examples of Choosing a solution, section 6'

/**
 * What the table of section 4 takes for granted and its examples show: that more than is needed is no reason. Without these the largest
 * solution would win for the smallest need.
 */
export const ENOUGH_RULES: readonly Rule[] = [
  {
    id: 'enough bandwidth',
    source: SOURCE,
    basis: 'judgement',
    when: [answered('peak', '500m', '1250m')],
    text: 'Up to 1.25 Gbps one circuit is plenty: a second one is no more bandwidth.',
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
    text: 'Up to ten sites do not need room for a thousand, and a hub is much to pay for them.',
    effects: [
      { is: 'enough', factor: 'scalability', score: 2 },
      { is: 'shift', factor: 'cost', candidates: WAN_FAMILY, points: -3 },
    ],
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
    id: 'many sites over SD-WAN',
    source: SOURCE,
    basis: 'judgement',
    when: [answered('sites', '1000', 'more'), answered('sdwan', 'yes')],
    unless: [
      answered('internet', 'never', 'backup'),
      answered('latency', 'single-digit'),
      answered('demands', 'ports'),
    ],
    text: 'So many sites come in over the Internet: what a circuit is better at does not reach them.',
    effects: [
      { is: 'enough', factor: 'bandwidth', score: 3 },
      { is: 'enough', factor: 'latency', score: 2 },
      { is: 'enough', factor: 'resiliency', score: 3 },
      { is: 'enough', factor: 'compliance', score: 2 },
    ],
  },
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
