import { useQuery, useQueryClient } from '@tanstack/react-query'
import { keys } from './keys.ts'
import { resourceQuery } from './resource-query.ts'
import { useAzure } from './use-azure.ts'
import { useDemo } from './use-demo.ts'

/** Somebody outside of Azure acts on it, which takes hours and more; in the demo seconds. */
const [EVERY, EVERY_IN_DEMO] = [60_000, 2_000]

/**
 * Reads a resource again and again while somebody looks, because what it waits for happens outside of this app.
 * @returns reads it at once
 */
export function useWatched(id: string, watching: boolean): () => Promise<void> {
  const azure = useAzure()
  const client = useQueryClient()
  const demo = useDemo() !== undefined
  useQuery({
    ...resourceQuery(azure, id),
    enabled: watching,
    refetchInterval: watching && (demo ? EVERY_IN_DEMO : EVERY),
    refetchIntervalInBackground: false,
  })
  return () => client.refetchQueries({ queryKey: keys.resource(id) })
}
