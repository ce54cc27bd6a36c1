import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import { errorIn, type HubError } from '../model/errors.ts'
import type { Resource } from '../model/resources/resource.ts'
import { resourceQuery } from './resource-query.ts'
import { useAzure } from './use-azure.ts'
import { useWaitInterval } from './use-coming-up.ts'
import { useDemo } from './use-demo.ts'
import { watchInterval } from './watch-interval.ts'

export interface WatchedResource {
  id: string
  /** As it was last read here. */
  resource?: Resource
  /** Nobody finds it any more. */
  gone: boolean
  /** Of the last reading, where that failed otherwise. */
  error?: HubError
  /** A reading is on its way. */
  asking: boolean
  again(): Promise<void>
}

/**
 * Resources that a provider or a port's owner is to change, outside of this app: each is read anew, less and less often, until it is as
 * awaited. The estate learns what was read.
 * @param isAwaited whether somebody waits for it; a resource that was not read yet is read in any case
 */
export function useOthersAtWork(
  ids: readonly string[],
  isAwaited: (resource: Resource) => boolean,
): { watched: WatchedResource[]; since: number } {
  const azure = useAzure()
  const inDemo = useWaitInterval()
  const demo = useDemo() === undefined ? undefined : inDemo
  const [since] = useState(Date.now)
  const isOver = ({ data, error }: { data?: Resource | undefined; error: Error | null }) =>
    isGone(error) || (data !== undefined && !isAwaited(data))
  const read = useQueries({
    queries: ids.map((id) => ({
      ...resourceQuery(azure, id),
      refetchInterval: ({ state }: { state: Parameters<typeof isOver>[0] }) =>
        isOver(state) ? (false as const) : watchInterval(Date.now() - since, document.hidden, demo),
      refetchIntervalInBackground: true,
      // Whoever comes back wants to know at once.
      refetchOnWindowFocus: ({ state }: { state: Parameters<typeof isOver>[0] }) => !isOver(state),
    })),
  })
  const watched = ids.map((id, index) => {
    const query = read[index]
    const gone = isGone(query?.error ?? null)
    return {
      id,
      gone,
      ...(query?.data && !gone && { resource: query.data }),
      ...(query?.error && !gone && { error: errorIn(query.error) }),
      asking: query?.isFetching ?? false,
      again: async () => void (await query?.refetch()),
    }
  })
  return { watched, since }
}

function isGone(error: Error | null): boolean {
  return error !== null && errorIn(error).kind === 'notFound'
}
