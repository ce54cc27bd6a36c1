import type { QuestionShape } from './question.ts'

/** Choosing a solution, section 4, rules 11 to 22. */
export const SITES = [
  {
    id: 'sites',
    title: 'How many sites connect?',
    why: 'A VPN gateway has 30 tunnels on most sizes; a hub takes a thousand.',
    answers: [
      { id: '10', label: '1 to 10', range: [1, 10] },
      { id: '29', label: '11 to 29', range: [11, 29] },
      { id: '1000', label: '30 to 1,000', range: [30, 1000] },
      { id: 'more', label: 'More than 1,000', range: [1001, 100_000], open: true },
    ],
    exact: { label: 'Exactly', unit: 'sites' },
  },
  {
    id: 'size',
    title: 'How much does a usual site need?',
    why: 'Sites times that is what a hub has to carry, and decides its scale units.',
    answers: [
      { id: '100m', label: 'Up to 100 Mbps', range: [1, 100] },
      { id: '1g', label: '100 Mbps to 1 Gbps', range: [100, 1000] },
      { id: 'more', label: 'More than 1 Gbps', range: [1000, 10_000], open: true },
    ],
    exact: { label: 'Exactly', unit: 'Mbps for a site' },
  },
  {
    id: 'users',
    title: 'How many people connect from outside the sites?',
    why: 'Circuits do not serve people on the move; gateways do, up to a number that their size gives.',
    answers: [
      { id: '0', label: 'None' },
      { id: '500', label: '1 to 500', range: [1, 500] },
      { id: '10000', label: '501 to 10,000', range: [501, 10_000] },
      { id: 'more', label: 'More than 10,000', range: [10_001, 100_000], open: true },
    ],
    exact: { label: 'Exactly', unit: 'people' },
  },
  {
    id: 'sdwan',
    title: 'Is SD-WAN in use?',
    why: 'SD-WAN goes on in a hub: by appliances in it, or devices set up by a partner.',
    answers: [
      { id: 'yes', label: 'Yes' },
      { id: 'no', label: 'No' },
    ],
  },
  {
    id: 'regions',
    title: 'How many Azure regions are used?',
    why: 'Hubs join regions over Microsoft’s backbone; one region needs no such thing.',
    answers: [
      { id: '1', label: 'One' },
      { id: '3', label: 'Two or three' },
      { id: 'more', label: 'More than three, or branches on several continents' },
    ],
  },
  {
    id: 'branches',
    title: 'Do sites reach each other through Azure?',
    why: 'A hub does that by itself. Circuits need Global Reach, pair by pair.',
    answers: [
      { id: 'yes', label: 'Yes' },
      { id: 'no', label: 'No' },
    ],
  },
] as const satisfies readonly QuestionShape[]
