import { queryOptions } from '@tanstack/react-query'
import type { Azure } from '../azure/azure.ts'
import { readIke } from '../azure/diagnostics/ike.ts'
import { HubFailure } from '../model/errors.ts'
import { keys } from './keys.ts'

const FRESH = 60_000

/** The IKE security associations of a connection, asked live. */
export function ikeQuery(azure: Azure, id: string) {
  return queryOptions({
    queryKey: keys.ike(id),
    queryFn: async ({ signal }) => {
      const read = await readIke(azure, id, signal)
      if (!read.ok) throw new HubFailure(read.error)
      return { associations: read.value, at: Date.now() }
    },
    staleTime: FRESH,
    retry: false,
    // Offline is an answer to show, not a reason to wait.
    networkMode: 'always',
  })
}
