import type { DemoFault } from '../../queries/use-demo.ts'

/** A ready-made trouble: one fault of the emulator, with a name and what it does. */
export interface Trouble {
  kind: DemoFault['kind']
  name: string
  meaning: string
  /** Whether it can be ordered for a part of the estate; else it is for all of it. */
  scoped: boolean
  /** @param at ARM id of a subscription or a resource group, or EVERYWHERE */
  fault: (at: string) => DemoFault
}

export const EVERYWHERE = '/'

export const TROUBLES: readonly Trouble[] = [
  {
    kind: 'forbidden',
    name: 'No rights',
    meaning: 'Every request is refused with 403 AuthorizationFailed.',
    scoped: true,
    fault: (at) => ({ kind: 'forbidden', scope: at }),
  },
  {
    kind: 'throttled',
    name: 'Azure throttles',
    meaning: 'The first try of each request gets 429 and is asked to wait 3 seconds.',
    scoped: true,
    fault: (at) => ({ kind: 'throttled', path: within(at), retryAfter: 3, times: 1, anew: true }),
  },
  {
    kind: 'status',
    name: 'First tries fail',
    meaning: 'The first try of each request gets 500, the second works.',
    scoped: true,
    fault: (at) => ({
      kind: 'status',
      path: within(at),
      status: 500,
      code: 'InternalServerError',
      message: 'An error occurred.',
      times: 1,
      anew: true,
    }),
  },
  {
    kind: 'slow',
    name: 'Slow',
    meaning: 'Every answer takes 3 seconds.',
    scoped: true,
    fault: (at) => ({ kind: 'slow', path: within(at), ms: 3_000 }),
  },
  {
    kind: 'busy',
    name: 'Resources are busy',
    meaning:
      'Changes are refused with 429, because another operation holds the resource; reads stay as they are.',
    scoped: true,
    fault: (at) => ({ kind: 'busy', path: within(at) }),
  },
  {
    kind: 'stuckOperation',
    name: 'Operations get stuck',
    meaning:
      'Changes are accepted and never end; what is stuck stays so until the estate is reset. Reads stay as they are.',
    scoped: true,
    fault: (at) => ({ kind: 'stuckOperation', path: within(at) }),
  },
  {
    kind: 'failOperation',
    name: 'Operations fail at the end',
    meaning: 'Changes are accepted, run as long as usual, and fail; reads stay as they are.',
    scoped: true,
    fault: (at) => ({
      kind: 'failOperation',
      path: within(at),
      code: 'InternalServerError',
      message: 'An error occurred.',
    }),
  },
  {
    kind: 'opaque',
    name: 'Headers hidden from the browser',
    meaning: 'Operation addresses, waiting times and correlation ids cannot be read; reads stay as they are.',
    scoped: false,
    fault: (at) => ({ kind: 'opaque', path: at }),
  },
  {
    kind: 'dropped',
    name: 'Connection drops',
    meaning: 'Nothing answers, as without a network.',
    scoped: false,
    fault: (at) => ({ kind: 'dropped', path: at, lost: 'request' }),
  },
  {
    kind: 'expiredToken',
    name: 'Sign-in expires',
    meaning: 'Every request is refused with 401 ExpiredAuthenticationToken; turning this off signs in again.',
    scoped: false,
    fault: (at) => ({ kind: 'expiredToken', path: at }),
  },
  {
    kind: 'challenge',
    name: 'Azure wants a newer sign-in',
    meaning: 'The first try of each request gets 401 with a claims challenge, which a new token answers.',
    scoped: false,
    fault: (at) => ({ kind: 'challenge', path: at, times: 1, anew: true }),
  },
]

/** A path is searched for as a part: without the slash `rg-net` would be in `rg-net-2`. */
function within(at: string): string {
  return at.endsWith('/') ? at : `${at}/`
}

/** Where the trouble is on; `undefined` when it is off. */
export function whereOn({ kind }: Trouble, faults: readonly DemoFault[]): string | undefined {
  const fault = faults.find((one) => one.kind === kind)
  if (!fault) return undefined
  const at = fault.kind === 'forbidden' ? fault.scope : fault.path
  return at === EVERYWHERE ? at : at.replace(/\/$/, '')
}

/** `Lab`, `rg-net-weu in Lab`; nothing for everywhere. */
export function placeName(
  at: string,
  subscriptions: readonly { subscriptionId: string; displayName: string }[],
): string | undefined {
  const [, , subscriptionId, , group] = at.split('/')
  if (!subscriptionId) return undefined
  const name =
    subscriptions.find((one) => one.subscriptionId.toLowerCase() === subscriptionId.toLowerCase())
      ?.displayName ?? subscriptionId
  return group ? `${group} in ${name}` : name
}

/** Where trouble can be ordered. */
export interface Place {
  /** ARM id of a subscription or a resource group, or EVERYWHERE. */
  at: string
  name: string
}

/** The whole estate, each subscription, and below it each of its resource groups that holds something. */
export function placesOf(
  subscriptions: readonly { subscriptionId: string; displayName: string }[],
  rows: readonly { subscriptionId: string; resourceGroup: string }[],
): Place[] {
  // Hundreds of subscriptions with thousands of groups: each is looked up, never searched for.
  const groups = new Map<string, Map<string, string>>()
  for (const { subscriptionId, resourceGroup } of rows) {
    const own = groups.get(subscriptionId.toLowerCase()) ?? new Map<string, string>()
    groups.set(subscriptionId.toLowerCase(), own.set(resourceGroup.toLowerCase(), resourceGroup))
  }
  return [
    { at: EVERYWHERE, name: 'The whole estate' },
    ...subscriptions.flatMap(({ subscriptionId, displayName }) => {
      const at = `/subscriptions/${subscriptionId}`
      const inside = [...(groups.get(subscriptionId.toLowerCase())?.values() ?? [])].sort()
      return [
        { at, name: displayName },
        ...inside.map((group) => ({
          at: `${at}/resourceGroups/${group}`,
          name: `${group} in ${displayName}`,
        })),
      ]
    }),
  ]
}

/** What is on, each in a few words: `No rights in Lab`. */
export function troublesOn(
  faults: readonly DemoFault[],
  subscriptions: readonly { subscriptionId: string; displayName: string }[],
): string[] {
  return TROUBLES.flatMap((trouble) => {
    const at = whereOn(trouble, faults)
    if (at === undefined) return []
    const place = placeName(at, subscriptions)
    return [place === undefined ? trouble.name : `${trouble.name} in ${place}`]
  })
}
