import type { CandidateId } from './candidates.ts'

/** What candidates are compared by (Choosing a solution, section 2). */
export const FACTORS = [
  'bandwidth',
  'latency',
  'cost',
  'security',
  'resiliency',
  'scalability',
  'compliance',
] as const
export type Factor = (typeof FACTORS)[number]

/** A weight is a whole number from 0 to 5 (Choosing a solution, section 3). */
export const MOST_WEIGHT = 5
export const USUAL_WEIGHT = 3
export type Weights = Readonly<Record<Factor, number>>

export const USUAL_WEIGHTS: Weights = {
  bandwidth: USUAL_WEIGHT,
  latency: USUAL_WEIGHT,
  cost: USUAL_WEIGHT,
  security: USUAL_WEIGHT,
  resiliency: USUAL_WEIGHT,
  scalability: USUAL_WEIGHT,
  compliance: USUAL_WEIGHT,
}

export const MOST_SCORE = 5

/**
 * Scores from 0 to 5, more is better; of cost: 5 is the cheapest. They are a judgement of this product, derived from section 2 of
 * Choosing a solution, not figures of Microsoft, and are shown as such (section 3).
 */
export const BASE_SCORES: Readonly<Record<Factor, Readonly<Record<CandidateId, number>>>> = {
  bandwidth: scores(2, 4, 4, 5, 4, 3, 4, 4),
  latency: scores(1, 4, 4, 5, 4, 2, 4, 4),
  cost: scores(5, 3, 3, 1, 2, 4, 2, 1),
  security: scores(4, 3, 3, 3, 3, 4, 4, 5),
  resiliency: scores(2, 3, 4, 5, 3, 3, 4, 5),
  scalability: scores(2, 3, 3, 4, 3, 5, 4, 5),
  compliance: scores(2, 4, 4, 5, 4, 2, 4, 4),
}

/** In the order of the table. */
function scores(
  vpn: number,
  er: number,
  erMetro: number,
  erMax: number,
  erVpn: number,
  wanVpn: number,
  wanEr: number,
  wanBoth: number,
): Readonly<Record<CandidateId, number>> {
  return { vpn, er, erMetro, erMax, erVpn, wanVpn, wanEr, wanBoth }
}

/** What a factor is called, and what it looks at. */
export const FACTOR_WORDS: Readonly<Record<Factor, { title: string; about: string }>> = {
  bandwidth: { title: 'Bandwidth', about: 'How much goes through one tunnel, one circuit and all together.' },
  latency: { title: 'Latency', about: 'How short and how steady the way is.' },
  cost: { title: 'Cost', about: 'What is billed each month; 5 is the cheapest.' },
  security: {
    title: 'Security',
    about: 'Encryption on the way, the Internet avoided, one place to inspect.',
  },
  resiliency: {
    title: 'Resiliency',
    about: 'What may fail without an outage, and how fast the rest takes over.',
  },
  scalability: { title: 'Scalability', about: 'How many sites, networks and people can join later.' },
  compliance: {
    title: 'Compliance',
    about: 'Demands of regulators: private paths, own ports, data that stays.',
  },
}
