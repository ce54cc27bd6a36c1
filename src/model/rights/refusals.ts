import type { HubError } from '../errors.ts'
import type { Subscription } from '../inventory.ts'
import type { DenyingPolicy } from './refusal.ts'
import { placeName, roleFor, type RightWords } from './words.ts'

/**
 * A refusal over rights, locks, policies or directories in words: what stands in the way, whom to ask. `undefined` for every
 * other error.
 */
export function refusalWords(
  { because, target, code }: HubError,
  subscriptions: readonly Subscription[] = [],
): RightWords | undefined {
  if (code === 'ReadOnly') {
    return {
      what: 'Read-only is on in this browser, so nothing was sent.',
      remedy: 'Turn it off at the top of the page to make changes.',
    }
  }
  switch (because?.is) {
    case undefined:
      return undefined
    case 'right': {
      const { action, scope = target, linked } = because
      const place = scope?.startsWith('/') ? placeName(scope, subscriptions) : 'it'
      return {
        what: linked
          ? `Your account may not use ${place} for this: it lacks ${action} there.`
          : `Your account lacks ${action} on ${place}.`,
        remedy:
          `Ask an owner for a role with this action${roleFor(action)}. ` +
          'If it was given just now, wait some minutes, or sign out and in again, then try again.',
        facts: [
          { name: 'Missing action', value: action },
          ...(scope === undefined ? [] : [{ name: 'Scope', value: scope }]),
        ],
      }
    }
    case 'lock': {
      const places = because.scopes.map((scope) => placeName(scope, subscriptions))
      return {
        what: `A lock on ${places.join(' and on ')} forbids this.`,
        remedy: 'An owner can remove it in the Azure portal under Locks. Find out first why it is there.',
        facts: because.scopes.map((scope, index) => ({
          name: index === 0 ? 'Locked scope' : `Locked scope ${index + 1}`,
          value: scope,
        })),
      }
    }
    case 'policy':
      return policyWords(because.policies, subscriptions)
    case 'tenant':
      return {
        what: 'This subscription belongs to another directory than the one you are signed in to.',
        remedy: 'Sign in to its directory, then try again.',
        ...(because.tenantId !== undefined && { facts: [{ name: 'Directory', value: because.tenantId }] }),
      }
    default:
      return because satisfies never
  }
}

function policyWords(policies: readonly DenyingPolicy[], subscriptions: readonly Subscription[]): RightWords {
  const names = policies.map(({ name }) => `“${name}”`).join(' and ')
  const scopes = policies.flatMap(({ scope }) => scope ?? [])
  const where = [...new Set(scopes.map((scope) => placeName(scope, subscriptions)))].join(' and ')
  const paths = [...new Set(policies.flatMap((policy) => policy.paths))]
  return {
    what:
      `The ${policies.length === 1 ? 'policy' : 'policies'} ${names}` +
      `${where === '' ? '' : `, assigned to ${where},`} ${policies.length === 1 ? 'does' : 'do'} not let this through.`,
    remedy:
      (paths.length === 0 ? '' : `What was looked at: ${paths.join(', ')}. `) +
      'Change it so that it fits, or ask whoever looks after policies for an exemption.',
    facts: policies.flatMap(({ name, scope }, index) => {
      const number = policies.length === 1 ? '' : ` ${index + 1}`
      return [
        { name: `Policy${number}`, value: name },
        ...(scope === undefined ? [] : [{ name: `Assigned to${number}`, value: scope }]),
      ]
    }),
  }
}
