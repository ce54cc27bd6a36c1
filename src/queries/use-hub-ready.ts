import { useQuery } from '@tanstack/react-query'
import { resourceQuery } from './resource-query.ts'
import { useAzure } from './use-azure.ts'
import { useWaitInterval } from './use-coming-up.ts'

/** Reads a hub anew as long as it is waited for, so that the estate knows when it takes changes. @param id absent: nobody waits */
export function useHubReady(id: string | undefined): void {
  const azure = useAzure()
  const every = useWaitInterval()
  useQuery({ ...resourceQuery(azure, id ?? ''), enabled: id !== undefined, refetchInterval: every })
}
