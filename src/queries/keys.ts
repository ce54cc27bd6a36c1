import { keyOf } from '../model/paths.ts'

/** Every cache key. Ids are compared in lower case, so keys are too. */
export const keys = {
  subscriptions: ['subscriptions'] as const,
  inventories: ['inventory'] as const,
  inventory: (subscriptionId: string) => ['inventory', keyOf(subscriptionId)] as const,
  /** Many subscriptions in one reading; also below `inventories`. */
  together: (subscriptionIds: readonly string[]) =>
    ['inventory', 'together', subscriptionIds.map(keyOf).join(' ')] as const,
  allTogether: ['inventory', 'together'] as const,
  statuses: (subscriptionIds: readonly string[], startedAt: number) =>
    ['statuses', subscriptionIds.map(keyOf).join(' '), startedAt] as const,
  selfTest: ['self-test'] as const,
  rights: ['rights'] as const,
  permissions: (scope: string) => ['rights', 'permissions', keyOf(scope)] as const,
  locks: (scope: string) => ['rights', 'locks', keyOf(scope)] as const,
  resource: (id: string) => ['resource', keyOf(id)] as const,
  activities: (id: string) => ['activity', keyOf(id)] as const,
  activity: (id: string, days: number) => ['activity', keyOf(id), days] as const,
  ikes: ['ike'] as const,
  ike: (id: string) => ['ike', keyOf(id)] as const,
  /** Every answer of one resource. */
  questions: (id: string) => ['question', keyOf(id)] as const,
  /** Answers to questions, which no change makes stale by itself. */
  question: (id: string, what: string, about = '') => ['question', keyOf(id), what, about] as const,
  /** A device's log that somebody pasted: in memory, as long as the account's app lives. */
  pastedLog: (id: string) => ['pasted log', keyOf(id)] as const,
  /** What a plan is held against, besides the estate. */
  regions: (subscriptionId: string) => ['regions', keyOf(subscriptionId)] as const,
  resourceGroups: (subscriptionId: string) => ['resource groups', keyOf(subscriptionId)] as const,
  serviceProviders: (subscriptionId: string) => ['service providers', keyOf(subscriptionId)] as const,
  usages: (subscriptionId: string, region: string) => ['usages', keyOf(subscriptionId), region] as const,
  gatewaySubnet: (networkId: string) => ['gateway subnet', keyOf(networkId)] as const,
  /** What Azure says of a template before it is sent; `template` as text, which holds no secret. */
  validation: (id: string, template: string) => ['validation', keyOf(id), template] as const,
  collection: (id: string) => ['collection', keyOf(id)] as const,
}
