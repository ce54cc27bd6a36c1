import { QueryClient } from '@tanstack/react-query'
import { beforeAll, expect, test } from 'vitest'
import { azureOn, json, networkId, scripted, SUBSCRIPTION } from '../azure/scripted.ts'
import type { SubscriptionInventory } from '../model/inventory.ts'
import { inventoryQuery } from './inventory-query.ts'
import { keys } from './keys.ts'
import { readTops } from './read-after-end.ts'

// A megabyte of SDK: loaded here, so that no test's time is spent on it.
beforeAll(async () => void (await import('../azure/network-sdk.ts')), 60_000)

test('what a run made inside a resource comes with the resource; its other parts are left to the lists', async () => {
  const gateway = networkId('expressRouteGateways', 'ergw')
  const part = (name: string) => ({ id: `${gateway}/expressRouteConnections/${name}`, properties: {} })
  const { send } = scripted([
    [
      /GET .*\/expressRouteGateways\/ergw\?/,
      json({ id: gateway, properties: { expressRouteConnections: [part('made'), part('other')] } }),
    ],
    ['GET', json({ value: [] })],
  ])
  const [client, azure] = [new QueryClient(), azureOn(send)]
  await client.fetchQuery(inventoryQuery(azure, SUBSCRIPTION, (work) => work()))
  await readTops(azure, client, [part('MADE').id])
  const known = client.getQueryData<SubscriptionInventory>(keys.inventory(SUBSCRIPTION.toUpperCase()))
  expect(known?.resources.map(({ name }) => name)).toEqual(['ergw', 'made'])
})
