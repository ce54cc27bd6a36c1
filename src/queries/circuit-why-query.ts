import { queryOptions } from '@tanstack/react-query'
import type { Azure } from '../azure/azure.ts'
import { readPeeringPaths, readPeeringRoutes } from '../azure/diagnostics/circuit-paths.ts'
import { readFailoverTests } from '../azure/diagnostics/resiliency.ts'
import type { Result } from '../lib/result.ts'
import { HubFailure, type HubError } from '../model/errors.ts'
import { keys } from './keys.ts'

const FRESH = 60_000

/** Under the keys of the pages that ask the same. */
function questionOf<T>(
  queryKey: readonly string[],
  put: (signal: AbortSignal) => Promise<Result<T, HubError>>,
) {
  return queryOptions({
    queryKey,
    queryFn: async ({ signal }) => {
      const read = await put(signal)
      if (!read.ok) throw new HubFailure(read.error)
      return read.value
    },
    staleTime: FRESH,
    retry: false,
    // Offline is an answer to show, not a reason to wait.
    networkMode: 'always',
    structuralSharing: false,
  })
}

/** ARP tables, summaries and counters of both paths of a peering. */
export function pathsQuery(azure: Azure, peeringId: string) {
  return questionOf(keys.question(peeringId, 'paths'), (signal) => readPeeringPaths(azure, peeringId, signal))
}

export function pathRoutesQuery(azure: Azure, peeringId: string) {
  return questionOf(keys.question(peeringId, 'routes'), (signal) =>
    readPeeringRoutes(azure, peeringId, signal),
  )
}

export function testsQuery(azure: Azure, gatewayId: string) {
  return questionOf(keys.question(gatewayId, 'failoverTests'), (signal) =>
    readFailoverTests(azure, gatewayId, signal),
  )
}
