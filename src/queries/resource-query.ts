import { queryOptions } from '@tanstack/react-query'
import type { Azure } from '../azure/azure.ts'
import { HubFailure } from '../model/errors.ts'
import { keepResource } from './inventory-cache.ts'
import { keys } from './keys.ts'

const FRESH = 15_000

/** GET of one resource, which knows what lists leave out; the inventory learns it too. */
export function resourceQuery(azure: Azure, id: string) {
  return queryOptions({
    queryKey: keys.resource(id),
    queryFn: async ({ signal, client }) => {
      const read = await azure.resource(id, signal)
      if (!read.ok) throw new HubFailure(read.error)
      keepResource(client, read.value)
      return read.value
    },
    staleTime: FRESH,
    retry: false,
    // Offline is an answer to show, not a reason to wait.
    networkMode: 'always',
    structuralSharing: false,
  })
}

/** A child list by its path, `<hub id>/hubVirtualNetworkConnections`. */
export function collectionQuery(azure: Azure, collectionId: string) {
  return queryOptions({
    queryKey: keys.collection(collectionId),
    queryFn: async ({ signal }) => {
      const read = await azure.list(collectionId, signal)
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
