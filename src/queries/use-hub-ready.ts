import { useQueries } from '@tanstack/react-query'
import { resourceQuery } from './resource-query.ts'
import { useAzure } from './use-azure.ts'
import { useWaitInterval } from './use-coming-up.ts'

/** Reads a hub and its gateways anew as long as they are waited for, so that the estate knows when they take changes. @param ids none: nobody waits */
export function useHubReady(ids: readonly string[]): void {
  const azure = useAzure()
  const every = useWaitInterval()
  useQueries({ queries: ids.map((id) => ({ ...resourceQuery(azure, id), refetchInterval: every })) })
}
