import { NONE, type QuestionShape } from './question.ts'

/** Choosing a solution, section 4, rules 28 to 33, 35 and 37 to 40. */
export const CIRCUMSTANCES = [
  {
    id: 'time',
    title: 'When does it have to work?',
    why: 'A provider needs hours to weeks for a circuit.',
    answers: [
      { id: 'days', label: 'In days' },
      { id: 'weeks', label: 'In weeks or months' },
    ],
  },
  {
    id: 'duration',
    title: 'How long is it needed?',
    why: 'Setting up a circuit is not worth it for a short while.',
    answers: [
      { id: 'short', label: 'Less than half a year' },
      { id: 'long', label: 'Longer' },
    ],
  },
  {
    id: 'provider',
    title: 'Is a provider at a peering location near you?',
    why: 'Without one, only ports of your own lead to a circuit.',
    answers: [
      { id: 'yes', label: 'Yes, without Metro' },
      { id: 'metro', label: 'Yes, and it offers Metro' },
      { id: 'direct', label: 'No, but our own equipment can be there' },
      { id: 'none', label: 'No' },
    ],
  },
  {
    id: 'existing',
    title: 'Is there a hub-and-spoke network with gateways that stays?',
    why: 'Moving it into a Virtual WAN is work.',
    answers: [
      { id: 'keep', label: 'Yes, it stays' },
      { id: 'no', label: 'No' },
    ],
  },
  {
    id: 'team',
    title: 'Who runs the network?',
    why: 'Azure runs a hub’s routing; your own takes people who know it.',
    answers: [
      { id: 'small', label: 'A small team' },
      { id: 'large', label: 'A team of network engineers' },
    ],
  },
  {
    id: 'extras',
    title: 'Which of these are needed?',
    why: 'Not every solution carries them.',
    many: true,
    answers: [
      { id: 'm365', label: 'Microsoft 365 over the private path' },
      { id: 'ipv6', label: 'IPv6' },
      { id: 'own-routing', label: 'Route tables or appliances of our own' },
      { id: NONE, label: 'None of these' },
    ],
  },
] as const satisfies readonly QuestionShape[]
