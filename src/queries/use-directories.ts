import { useQuery } from '@tanstack/react-query'
import type { Tenant, Unreadable } from '../model/inventory.ts'
import { mayBeSignedInTo, tenantOfScope } from '../model/directory.ts'
import { reachQuery } from './subscriptions-query.ts'
import { useAzure } from './use-azure.ts'
import { type LeavingState, useLeaving } from './use-leaving.ts'
import { useSession } from './use-session.ts'

const NONE: Directories = { tenants: [], unreadable: [] }

export interface Directories {
  /** Empty where there is only one, as in the demo. */
  tenants: readonly Tenant[]
  /** Those whose subscriptions could not be read. */
  unreadable: readonly Unreadable[]
  /** How many the app registration is not for. */
  notServed?: number
}

/** The directories of the account. The same object until they are read anew. */
export function useDirectories(): Directories {
  const { data } = useQuery(reachQuery(useAzure()))
  return data ?? NONE
}

interface DirectorySignIn {
  state: LeavingState
  signIn(): void
}

/** A sign-in to a directory that could not be read without one; `undefined` where that would not help. */
export function useDirectorySignIn(unread: Unreadable): DirectorySignIn | undefined {
  const session = useSession()
  const { state, leave } = useLeaving()
  const tenantId = tenantOfScope(unread.scope)
  if (!session || tenantId === undefined || !mayBeSignedInTo(unread)) return undefined
  return { state, signIn: () => leave((to) => to.signIn({ need: { why: 'tenant', tenantId } })) }
}
