import { useQueries } from '@tanstack/react-query'
import { errorIn, type HubError } from '../model/errors.ts'
import type { Resource } from '../model/resources/resource.ts'
import type { Connection } from '../model/resources/vpn.ts'
import { comingUpOf } from '../model/vpn/coming-up.ts'
import { resourceQuery } from './resource-query.ts'
import { useAzure } from './use-azure.ts'
import { useDemo } from './use-demo.ts'

export interface WatchedConnection {
  id: string
  /** As it was last read. */
  connection?: Connection
  /** It was removed since: it is watched no more. */
  gone: boolean
  /** Of the last reading, where that failed otherwise. */
  error?: HubError
  asking: boolean
  again(): void
}

const EVERY = { azure: 10_000, realistic: 5_000, fast: 2_000, instant: 1_000 } as const

/** How often something that is awaited is asked anew: on Azure with care for its limits, in the demo as fast as that goes. */
export function useWaitInterval(): number {
  return EVERY[useDemo()?.speed ?? 'azure']
}

/** Connections that are to come up: each is read anew while it is not, as long as somebody looks. */
export function useComingUp(ids: readonly string[]): WatchedConnection[] {
  const azure = useAzure()
  const every = useWaitInterval()
  const read = useQueries({
    queries: ids.map((id) => ({
      ...resourceQuery(azure, id),
      refetchInterval: ({ state }: { state: { data?: Resource | undefined; error: Error | null } }) =>
        isGone(state.error) || (state.data !== undefined && isDone(state.data)) ? (false as const) : every,
    })),
  })
  return ids.map((id, index) => {
    const query = read[index]
    const gone = isGone(query?.error ?? null)
    const data = gone ? undefined : query?.data
    return {
      id,
      gone,
      ...(data?.kind === 'connection' && { connection: data }),
      ...(query?.error && !gone && { error: errorIn(query.error) }),
      asking: query?.isFetching ?? false,
      again: () => void query?.refetch(),
    }
  })
}

/** Of a hub's connection to a circuit Azure tells no status that could change. */
function isDone(data: Resource): boolean {
  return data.kind !== 'connection' || comingUpOf(data) === 'up'
}

function isGone(error: Error | null): boolean {
  return error !== null && errorIn(error).kind === 'notFound'
}

/** Reads resources that somebody else made, so that the estate knows them. */
export function useReadOnce(ids: readonly string[]): void {
  const azure = useAzure()
  useQueries({ queries: ids.map((id) => resourceQuery(azure, id)) })
}
