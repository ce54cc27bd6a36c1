import type { QueryClient } from '@tanstack/react-query'
import type { Azure } from '../azure/azure.ts'
import type { Operation } from '../model/operations/operation.ts'
import { keyOf } from '../model/paths.ts'
import { forgetResource, keepResource } from './inventory-cache.ts'
import { keys } from './keys.ts'

/** What another tab has seen end is read here too: this tab knows the resource as it was meanwhile. */
export async function readAfterEnd(azure: Azure, client: QueryClient, { id }: Operation): Promise<void> {
  const read = await azure.resource(id)
  if (read.ok) {
    client.setQueryData(keys.resource(id), read.value)
    keepResource(client, read.value)
  } else if (read.error.kind === 'notFound') {
    forgetResource(client, { key: keyOf(id), subscriptionId: id.split('/')[2] ?? '' })
  } else {
    void client.invalidateQueries({ queryKey: keys.resource(id) })
  }
}
