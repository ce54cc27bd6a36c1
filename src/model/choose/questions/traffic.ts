import type { QuestionShape } from './question.ts'

/** Choosing a solution, section 4, rules 1 to 7 and 31; the thresholds are of section 2.1 and a product choice. */
export const TRAFFIC = [
  {
    id: 'peak',
    title: 'How much goes to Azure at the peak, from all sites together?',
    why: 'A gateway, a circuit and a hub each have an upper limit.',
    answers: [
      { id: '500m', label: 'Up to 500 Mbps', range: [1, 500] },
      { id: '1250m', label: '500 Mbps to 1.25 Gbps', range: [500, 1250] },
      { id: '10g', label: '1.25 to 10 Gbps', range: [1250, 10_000] },
      { id: '20g', label: '10 to 20 Gbps into one region', range: [10_000, 20_000] },
      { id: 'more', label: 'More than 20 Gbps into one region', range: [20_001, 100_000], open: true },
    ],
    exact: { label: 'Exactly', unit: 'Mbps' },
  },
  {
    id: 'flow',
    title: 'How much does the largest single flow or tunnel carry?',
    why: 'A tunnel does not grow with its gateway: one large copy can be too much for it.',
    answers: [
      { id: '1250m', label: 'Up to 1.25 Gbps' },
      { id: '2300m', label: '1.25 to 2.3 Gbps' },
      { id: 'more', label: 'More than 2.3 Gbps' },
    ],
  },
  {
    id: 'latency',
    title: 'What latency do the applications need?',
    why: 'Over the Internet nobody promises latency; a private path is steady.',
    answers: [
      { id: 'single-digit', label: 'A few milliseconds, always', help: 'Stable single-digit milliseconds.' },
      { id: 'steady', label: 'Steady, under about 50 ms', help: 'Some jitter can be borne.' },
      { id: 'best-effort', label: 'Whatever the Internet gives' },
    ],
  },
  {
    id: 'egress',
    title: 'How much leaves Azure in a month?',
    why: 'What leaves is billed by the gigabyte, except with some circuits.',
    answers: [
      { id: '50t', label: 'Up to 50 TB' },
      { id: 'more', label: 'More than 50 TB' },
    ],
  },
] as const satisfies readonly QuestionShape[]
