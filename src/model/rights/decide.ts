import type { HubError } from '../errors.ts'
import { isQuestionAction } from '../requests/read.ts'
import type { Lock } from './lock.ts'
import { lockAgainst } from './lock.ts'
import { grants, type Permission } from './permission.ts'
import type { Right } from './right.ts'

/** Something that is being read, was read, or could not be. */
export type Known<T> = { is: 'reading' } | { is: 'known'; value: T } | { is: 'failed'; error: HubError }

export interface RightFacts {
  /** `Microsoft.Network/connections/write` */
  action: string
  /** ARM id of what it would be done to. */
  scope: string
  permissions: Known<readonly Permission[]>
  locks: Known<readonly Lock[]>
  /** Of the subscription; absent while it is not known. */
  state?: string
  readOnly?: 'switch' | 'snapshot'
}

/**
 * Whether somebody may do something: what is certain in the way comes before what is still unknown, and what the person can
 * change alone before what others have to. A right or lock that cannot be read forbids nothing: Azure decides (ARM contract 12.6).
 */
export function decideRight({ action, scope, permissions, locks, state, readOnly }: RightFacts): Right {
  const reads = /\/read$/i.test(action)
  // A snapshot answers what is in its file; the switch lets through what asks and changes nothing.
  const asks = readOnly === 'switch' && isQuestionAction(action)
  if (!reads && readOnly && !asks) return { is: 'readOnly', why: readOnly }
  if (state !== undefined && !takes(state, action)) return { is: 'subscription', state }
  if (permissions.is === 'known' && !grants(permissions.value, action))
    return { is: 'missing', action, scope }
  const lock = locks.is === 'known' ? lockAgainst(locks.value, action, scope) : undefined
  if (lock) return { is: 'locked', lock }
  if (permissions.is === 'failed') return { is: 'unknown', error: permissions.error }
  if (permissions.is === 'reading') return { is: 'reading' }
  if (reads) return { is: 'allowed' }
  switch (locks.is) {
    case 'known':
      return { is: 'allowed' }
    case 'reading':
      return { is: 'reading' }
    case 'failed':
      return { is: 'unknown', error: locks.error }
    default:
      return locks satisfies never
  }
}

/** Azure documentation, subscription-states: warned, disabled and expired ones can be read and deleted from, deleted ones nothing. */
function takes(state: string, action: string): boolean {
  const lower = state.toLowerCase()
  if (lower === 'deleted') return false
  const refusesWrites = lower === 'warned' || lower === 'disabled' || lower === 'expired'
  return !refusesWrites || /\/(read|delete)$/i.test(action)
}
