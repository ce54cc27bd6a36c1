import type { Subscription } from '../inventory.ts'
import { parseArmId } from '../paths.ts'
import { scopeName } from '../unreadable.ts'
import type { Right } from './right.ts'

/** Why a control does not work now, in words. */
export interface RightWords {
  /** One sentence: what stands in the way, and of what. */
  what: string
  /** What to do about it, or that nothing has to be done. */
  remedy: string
  /** What somebody who can help needs to know, ready to send; absent where nobody has to. */
  facts?: readonly { name: string; value: string }[]
}

/** `undefined` where nothing stands in the way: allowed, or not known, so that Azure decides. */
export function rightWords(
  right: Right,
  subscriptions: readonly Subscription[] = [],
): RightWords | undefined {
  switch (right.is) {
    case 'allowed':
    case 'unknown':
      return undefined
    case 'reading':
      return { what: 'Your rights here are being read.', remedy: 'This takes a moment.' }
    case 'missing': {
      const { action, scope } = right
      return {
        what: `Your account may not do this to ${placeName(scope, subscriptions)}.`,
        remedy: `Ask an owner of ${ownedBy(scope, subscriptions)} for a role with this action${roleFor(action)}.`,
        facts: [
          { name: 'Missing action', value: action },
          { name: 'Scope', value: scope },
        ],
      }
    }
    case 'locked': {
      const { name, level, notes, scope } = right.lock
      return {
        what: `The lock ${name} on ${placeName(scope, subscriptions)} ${forbids(level)}.`,
        remedy: 'An owner can remove it in the Azure portal under Locks. Find out first why it is there.',
        facts: [
          { name: 'Lock', value: name },
          { name: 'Level', value: level },
          { name: 'Scope', value: scope },
          ...(notes === undefined ? [] : [{ name: 'Notes', value: notes }]),
        ],
      }
    }
    case 'readOnly':
      return right.why === 'switch'
        ? {
            what: 'Read-only is on in this browser, so nothing is changed.',
            remedy: 'Turn it off at the top of the page to make changes.',
          }
        : {
            what: 'What is open here is a record in a file, which takes no changes.',
            remedy: 'Open an estate that can be changed.',
          }
    case 'subscription':
      return {
        what: `The subscription is ${right.state}, and takes no changes in that state.`,
        remedy: 'Whoever pays for the subscription can make it active again in the Azure portal.',
        facts: [{ name: 'Subscription state', value: right.state }],
      }
    default:
      return right satisfies never
  }
}

/** For a message to whoever can help. */
export function factsText({ what, facts = [] }: RightWords): string {
  return [what, ...facts.map(({ name, value }) => `${name}: ${value}`)].join('\n')
}

/** `the subscription Lab`, `the resource group rg-lab`, or a resource's own name. */
export function placeName(scope: string, subscriptions: readonly Subscription[]): string {
  const name = scopeName(scope, subscriptions)
  if (parseArmId(scope)) return name
  const [, , , , resourceGroup] = scope.split('/')
  return resourceGroup ? `the resource group ${name}` : `the subscription ${name}`
}

/** Roles are given out by owners, and most often at the subscription or the resource group. */
function ownedBy(scope: string, subscriptions: readonly Subscription[]): string {
  const group = scope.split('/').slice(0, 5).join('/')
  return placeName(group, subscriptions)
}

function forbids(level: string): string {
  switch (level.toLowerCase()) {
    case 'cannotdelete':
      return 'forbids deleting it and what is in it'
    case 'readonly':
      return 'forbids changing it and what is in it'
    default:
      return `is in the way (${level})`
  }
}

/** The narrowest built-in role that is known to have it. */
export function roleFor(action: string): string {
  const lower = action.toLowerCase()
  if (lower.endsWith('/read')) return ', such as Reader'
  if (lower.startsWith('microsoft.network/')) return ', such as Network Contributor'
  if (lower.startsWith('microsoft.authorization/')) return ', such as User Access Administrator'
  return ', such as Contributor'
}
