import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { HubFailure, type HubError } from '../model/errors.ts'
import { decideRight, type Known, type RightFacts } from '../model/rights/decide.ts'
import type { Right } from '../model/rights/right.ts'
import { useReadOnly } from './use-read-only.ts'
import { locksQuery, permissionsQuery } from './rights-query.ts'
import { subscriptionsQuery } from './subscriptions-query.ts'
import { useAzure } from './use-azure.ts'
import { useDemo } from './use-demo.ts'

/**
 * Whether the account may do something, read once for each scope and kept for five minutes.
 * @param action `Microsoft.Network/connections/write`
 * @param scope ARM id of what it would be done to; for something new, of its resource group
 */
export function useRight(action: string, scope: string): Right {
  const facts = useRightFacts(scope)
  return useMemo(() => decideRight({ ...facts, action }), [facts, action])
}

/** What decides over every action at a scope. */
export function useRightFacts(scope: string): Omit<RightFacts, 'action'> {
  const azure = useAzure()
  const { data: granted, error: notGranted } = useQuery(permissionsQuery(azure, scope))
  const { data: put, error: notPut } = useQuery(locksQuery(azure, scope))
  const { data: subscriptions } = useQuery(subscriptionsQuery(azure))
  const switched = useReadOnly()
  const unchangeable = useDemo()?.opened?.readOnly ?? false
  const [, , subscriptionId = ''] = scope.split('/')
  const state = subscriptions?.find(
    (one) => one.subscriptionId.toLowerCase() === subscriptionId.toLowerCase(),
  )?.state
  return useMemo(
    () => ({
      scope,
      permissions: known(granted, notGranted),
      locks: known(put, notPut),
      ...(state !== undefined && { state }),
      ...(unchangeable ? { readOnly: 'snapshot' as const } : switched && { readOnly: 'switch' as const }),
    }),
    [scope, granted, notGranted, put, notPut, state, unchangeable, switched],
  )
}

/** What was read before stays true until something newer is known. */
function known<T>(value: T | undefined, error: Error | null): Known<T> {
  if (value !== undefined && error === null) return { is: 'known', value }
  if (error !== null) return { is: 'failed', error: errorIn(error) }
  return { is: 'reading' }
}

function errorIn(thrown: Error): HubError {
  if (thrown instanceof HubFailure) return thrown.error
  return { kind: 'server', code: 'Fault', message: thrown.message, details: [] }
}
