import { useQueries } from '@tanstack/react-query'
import { linkStatesOf } from '../model/branch/link-states.ts'
import { errorIn, type HubError } from '../model/errors.ts'
import type { Resource } from '../model/resources/resource.ts'
import type { VpnConnection } from '../model/resources/virtual-wan.ts'
import { resourceQuery } from './resource-query.ts'
import { useAzure } from './use-azure.ts'
import { useWaitInterval } from './use-coming-up.ts'

export interface WatchedBranch {
  id: string
  /** As it was last read. */
  connection?: VpnConnection
  /** Of the last reading. */
  error?: HubError
}

/** Five a second in all: hundreds of branches stay within what Azure lets one account read (ARM contract 13). */
const EACH_MS = 200

/** Connections of branches that are to come up: each is read anew while one of its links is not up, as long as somebody looks. */
export function useBranchLinks(ids: readonly string[]): WatchedBranch[] {
  const azure = useAzure()
  const every = Math.max(useWaitInterval(), ids.length * EACH_MS)
  const read = useQueries({
    queries: ids.map((id) => ({
      ...resourceQuery(azure, id),
      refetchInterval: ({ state }: { state: { data?: Resource | undefined; error: Error | null } }) =>
        isDone(state) ? (false as const) : every,
    })),
  })
  return ids.map((id, index) => {
    const query = read[index]
    return {
      id,
      ...(query?.data?.kind === 'vpnConnection' && { connection: query.data }),
      ...(query?.error && { error: errorIn(query.error) }),
    }
  })
}

function isDone({ data, error }: { data?: Resource | undefined; error: Error | null }): boolean {
  if (error !== null && errorIn(error).kind === 'notFound') return true
  return data?.kind === 'vpnConnection' && linkStatesOf(data).every(({ state }) => state === 'up')
}
