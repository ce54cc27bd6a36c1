import { NONE, type QuestionShape } from './question.ts'

/** Choosing a solution, section 4, rules 8 to 10, 23 to 27, 34, 36 and 41; section 2.7 for the last two demands. */
export const PROTECTION = [
  {
    id: 'internet',
    title: 'May traffic cross the Internet?',
    why: 'A VPN does, encrypted. A circuit never does.',
    answers: [
      { id: 'yes', label: 'Yes, encrypted' },
      { id: 'backup', label: 'Only while the private path is down' },
      { id: 'never', label: 'Never' },
    ],
  },
  {
    id: 'demands',
    title: 'Which demands of security and regulators apply?',
    why: 'Some rule a solution out, others say what has to be added to it.',
    many: true,
    answers: [
      { id: 'encryption', label: 'Encrypted from end to end' },
      { id: 'ports', label: 'Ports of our own, shared with nobody' },
      { id: 'inspection', label: 'One firewall inspects all traffic' },
      { id: 'country', label: 'Data stays in the country' },
      { id: 'sovereign', label: 'A sovereign cloud' },
      { id: NONE, label: 'None of these' },
    ],
  },
  {
    id: 'outage',
    title: 'How long may the connection be down?',
    why: 'A single circuit has no second way when its location fails.',
    answers: [
      { id: 'hours', label: 'Hours' },
      { id: 'minutes', label: 'Minutes, or not at all' },
    ],
  },
  {
    id: 'survive',
    title: 'What has to be survived?',
    why: 'It decides whether two links are enough, or two sites, or two cities.',
    many: true,
    answers: [
      { id: 'site', label: 'Loss of a peering location' },
      { id: 'city', label: 'Loss of a whole city' },
      { id: NONE, label: 'Neither' },
    ],
  },
  {
    id: 'backup',
    title: 'Is a VPN enough while a circuit is down?',
    why: 'It is smaller and less steady than the circuit it stands in for.',
    answers: [
      { id: 'yes', label: 'Yes, a smaller load is accepted' },
      { id: 'no', label: 'No' },
    ],
  },
] as const satisfies readonly QuestionShape[]
