import { useQuery } from '@tanstack/react-query'
import type { Tenant, Unreadable } from '../model/inventory.ts'
import { tenantOfScope } from '../model/directory.ts'
import { reachQuery } from './subscriptions-query.ts'
import { useAzure } from './use-azure.ts'
import { type LeavingState, useLeaving } from './use-leaving.ts'
import { useSession } from './use-session.ts'

const NO_TENANTS: readonly Tenant[] = []
const NONE_UNREAD: readonly Unreadable[] = []

export interface Directories {
  /** Empty where there is only one, as in the demo. */
  tenants: readonly Tenant[]
  /** Those whose subscriptions could not be read. */
  unreadable: readonly Unreadable[]
}

/** The directories of the account. The arrays are the same until they are read anew. */
export function useDirectories(): Directories {
  const { data } = useQuery(reachQuery(useAzure()))
  return { tenants: data?.tenants ?? NO_TENANTS, unreadable: data?.unreadable ?? NONE_UNREAD }
}

export interface DirectorySignIn {
  state: LeavingState
  signIn(): void
}

/** A sign-in to a directory that could not be read without one; `undefined` where that would not help. */
export function useDirectorySignIn({ scope, error }: Unreadable): DirectorySignIn | undefined {
  const session = useSession()
  const { state, leave } = useLeaving()
  const tenantId = tenantOfScope(scope)
  if (!session || tenantId === undefined || error.kind !== 'auth') return undefined
  return { state, signIn: () => leave((to) => to.signIn({ need: { why: 'tenant', tenantId } })) }
}
