import { useQueries, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { errorIn } from '../model/errors.ts'
import { decideRight, type Known, type RightFacts } from '../model/rights/decide.ts'
import { scopesAbove, type ScopeGrants } from '../model/rights/granted-at.ts'
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

/** The first thing in the way of several, each at a scope of its own; `allowed` when nothing is. */
export function useRights(needs: readonly Need[]): Right {
  const rights = useRightsOf(needs)
  const inTheWay = rights.find(({ is }) => is !== 'allowed' && is !== 'unknown' && is !== 'reading')
  return (
    inTheWay ??
    rights.find(({ is }) => is === 'reading') ??
    rights.find(({ is }) => is === 'unknown') ?? { is: 'allowed' }
  )
}

/** Something to be done, `Microsoft.Network/connections/write`, and the ARM id of where. */
interface Need {
  action: string
  scope: string
}

/** Each of several, in their order; the same array while neither they nor what was read of them changes. */
export function useRightsOf(needs: readonly Need[]): Right[] {
  const azure = useAzure()
  const scopes = useMemo(() => [...new Set(needs.map(({ scope }) => scope))], [needs])
  const granted = useQueries({
    queries: scopes.map((scope) => permissionsQuery(azure, scope)),
    combine: allKnown,
  })
  const put = useQueries({ queries: scopes.map((scope) => locksQuery(azure, scope)), combine: allKnown })
  const circumstances = useCircumstances()
  return useMemo(
    () =>
      needs.map((need) => {
        const at = scopes.indexOf(need.scope)
        return decideRight({
          ...need,
          ...circumstances(need.scope),
          permissions: granted[at] ?? { is: 'reading' },
          locks: put[at] ?? { is: 'reading' },
        })
      }),
    [needs, scopes, granted, put, circumstances],
  )
}

function allKnown<T>(results: readonly { data: T | undefined; error: Error | null }[]): Known<T>[] {
  return results.map(({ data, error }) => known(data, error))
}

/** What the roles of each scope around a resource give, the widest first: tells where an action comes from. */
export function useGrants(id: string): ScopeGrants[] {
  const azure = useAzure()
  const scopes = scopesAbove(id)
  const read = useQueries({ queries: scopes.map((scope) => permissionsQuery(azure, scope)) })
  return scopes.map((scope, index) => {
    const permissions = read[index]?.data
    return { scope, ...(permissions && { permissions }) }
  })
}

/** What decides over every action at a scope. */
export function useRightFacts(scope: string): Omit<RightFacts, 'action'> {
  const azure = useAzure()
  const { data: granted, error: notGranted } = useQuery(permissionsQuery(azure, scope))
  const { data: put, error: notPut } = useQuery(locksQuery(azure, scope))
  const circumstances = useCircumstances()
  return useMemo(
    () => ({
      scope,
      permissions: known(granted, notGranted),
      locks: known(put, notPut),
      ...circumstances(scope),
    }),
    [scope, granted, notGranted, put, notPut, circumstances],
  )
}

/** What decides beside roles and locks. */
function useCircumstances(): (scope: string) => Pick<RightFacts, 'state' | 'readOnly'> {
  const { data: subscriptions } = useQuery(subscriptionsQuery(useAzure()))
  const switched = useReadOnly()
  const unchangeable = useDemo()?.opened?.readOnly ?? false
  return useCallback(
    (scope) => {
      const [, , subscriptionId = ''] = scope.split('/')
      const state = subscriptions?.find(
        (one) => one.subscriptionId.toLowerCase() === subscriptionId.toLowerCase(),
      )?.state
      return {
        ...(state !== undefined && { state }),
        ...(unchangeable ? { readOnly: 'snapshot' as const } : switched && { readOnly: 'switch' as const }),
      }
    },
    [subscriptions, switched, unchangeable],
  )
}

/** What was read before stays true until something newer is known, also where reading it again failed. */
function known<T>(value: T | undefined, error: Error | null): Known<T> {
  if (value !== undefined) return { is: 'known', value }
  return error === null ? { is: 'reading' } : { is: 'failed', error: errorIn(error) }
}
