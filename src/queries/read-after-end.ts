import type { QueryClient } from '@tanstack/react-query'
import type { Azure } from '../azure/azure.ts'
import { familyFromWire } from '../azure/from-wire/resource.ts'
import { topOf } from '../model/edits/held-by.ts'
import type { Operation } from '../model/operations/operation.ts'
import { keyOf } from '../model/paths.ts'
import { forgetResource, keepResource } from './inventory-cache.ts'
import { keys } from './keys.ts'

/** What another tab has seen end is read here too: this tab knows the resource as it was meanwhile. */
export async function readAfterEnd(azure: Azure, client: QueryClient, operation: Operation): Promise<void> {
  if (operation.by !== 'deployment') return readAgain(azure, client, operation.id)
  return readTops(azure, client, [...operation.resources.map(({ id }) => id), ...operation.uses])
}

/** Reads resources, and those at the top of which others are parts, into the estate. */
export async function readTops(azure: Azure, client: QueryClient, ids: readonly string[]): Promise<void> {
  const tops = new Map(ids.map((id) => [topOf(id), id.slice(0, topOf(id).length)]))
  // Of each that is a virtual network: it may have got one, also by somebody else.
  for (const id of tops.values()) {
    void client.invalidateQueries({ queryKey: keys.gatewaySubnet(id) })
    // What a gateway told of its routes and peers, it told before it was joined to more.
    void client.invalidateQueries({ queryKey: keys.questions(id) })
  }
  const meant = new Set(ids.map(keyOf))
  await Promise.all([...tops.values()].map((id) => readAgain(azure, client, id, meant)))
}

/** @param meant keys of parts that are resources of their own, such as a connection of a hub's gateway: they come with the answer */
async function readAgain(
  azure: Azure,
  client: QueryClient,
  id: string,
  meant: ReadonlySet<string> = new Set(),
): Promise<void> {
  const read = await azure.resource(id)
  if (read.ok) {
    client.setQueryData(keys.resource(id), read.value)
    keepResource(client, read.value)
    const { body, readAt, source } = read.value
    const [, ...parts] = familyFromWire(body, { source, at: readAt })
    for (const part of parts) if (meant.has(part.key)) keepResource(client, part)
  } else if (read.error.kind === 'notFound') {
    forgetResource(client, { key: keyOf(id), subscriptionId: id.split('/')[2] ?? '' })
  } else {
    void client.invalidateQueries({ queryKey: keys.resource(id) })
  }
}
