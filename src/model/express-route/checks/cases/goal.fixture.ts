import { at, many, missing, type Case } from './case.fixture.ts'

export const GOAL_CASES: readonly (readonly [what: string, one: Case])[] = [
  [
    'no subscription',
    {
      change: (a) => ({ ...a, goal: { ...a.goal, subscriptionId: '' } }),
      raises: 'subscription goal.subscriptionId',
    },
  ],
  [
    'no group',
    {
      change: (a) => ({ ...a, goal: { ...a.goal, group: { is: 'new', name: '' } } }),
      raises: 'group goal.group',
    },
  ],
  ['a right that is missing', { around: missing, raises: 'rights goal.group', is: 'advice' }],
  [
    '50 circuits there',
    {
      beside: many(50, { location: 'eastus' }),
      raises: 'circuits-in-subscription goal.subscriptionId',
      is: 'advice',
    },
  ],
  [
    'one circuit too many',
    {
      goal: { resiliency: 'standard' },
      change: (a) => ({ ...a, circuits: [...a.circuits, ...a.circuits] }),
      raises: 'one-circuit goal.resiliency',
      remedy: 'Leave out',
    },
  ],
  [
    'billing not agreed to',
    { change: (a) => ({ ...a, order: { agreed: '' } }), raises: 'provider-ready order.ready' },
  ],
  [
    'a smaller order agreed to',
    { change: at(1, { bandwidth: '100' }), raises: 'provider-ready order.ready' },
  ],
  ['another SKU agreed to', { change: at(0, { tier: 'Premium' }), raises: 'provider-ready order.ready' }],
  [
    'groups that could not be read',
    {
      around: { groups: { is: 'notReadable', why: 'No.' } },
      raises: 'unread-groups goal.group',
      is: 'advice',
    },
  ],
]
