import { NetworkManagementClient } from '@azure/arm-network'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { emulatorHandlers } from '../../src/emulator/mount-msw.ts'
import { empty } from '../../src/emulator/estates/empty.ts'
import { createEmulator, type Emulator } from '../../src/emulator/app.ts'
import { BEFORE_GATEWAY, GATEWAY, NETWORK, SUBSCRIPTION } from './emulator.ts'

const server = setupServer()
const FAST = { updateIntervalInMs: 20 }

function newEmulator(): Emulator {
  return createEmulator({
    clock: () => Date.now(),
    newGuid: () => crypto.randomUUID(),
    estates: [empty],
    speed: 'instant',
    pageSize: 2,
  })
}

describe('the pinned Azure client', () => {
  let client: NetworkManagementClient
  let emulator: Emulator

  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
  afterAll(() => server.close())
  beforeEach(async () => {
    emulator = newEmulator()
    server.resetHandlers(...emulatorHandlers(emulator))
    const credential = {
      getToken: async () => ({ token: 'x', expiresOnTimestamp: Date.now() + 3_600_000 }),
    }
    client = new NetworkManagementClient(credential, SUBSCRIPTION, { retryOptions: { maxRetries: 0 } })
    const url = `https://management.azure.com/subscriptions/${SUBSCRIPTION}/resourcegroups/net?api-version=2022-09-01`
    await fetch(url, {
      method: 'PUT',
      headers: { Authorization: 'Bearer x', 'Content-Type': 'application/json' },
      body: JSON.stringify({ location: 'westeurope' }),
    })
  })

  it('creates, reads, updates and deletes', async () => {
    const made = await client.virtualWans.beginCreateOrUpdateAndWait(
      'net',
      'wan',
      { location: 'westeurope', typePropertiesType: 'Standard' },
      FAST,
    )
    expect(made).toMatchObject({
      name: 'wan',
      provisioningState: 'Succeeded',
      allowBranchToBranchTraffic: true,
    })
    const tagged = await client.virtualWans.updateTags('net', 'wan', { tags: { env: 'test' } })
    expect(tagged.tags).toEqual({ env: 'test' })
    await client.virtualWans.beginDeleteAndWait('net', 'wan', FAST)
    await expect(client.virtualWans.get('net', 'wan')).rejects.toMatchObject({
      statusCode: 404,
      code: 'ResourceNotFound',
    })
  })

  it('follows pages to the end', async () => {
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      await client.localNetworkGateways.beginCreateOrUpdateAndWait(
        'net',
        name,
        { location: 'westeurope' },
        FAST,
      )
    }
    const names: (string | undefined)[] = []
    for await (const one of client.localNetworkGateways.list('net')) names.push(one.name)
    expect(names).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  it('waits for a running operation and takes the result', async () => {
    await emulator.control({ do: 'settings', speed: 'fast' })
    const started = Date.now()
    const site = await client.vpnSites.beginCreateOrUpdateAndWait(
      'net',
      's',
      { location: 'westeurope' },
      FAST,
    )
    expect(site.provisioningState).toBe('Succeeded')
    expect(Date.now() - started).toBeGreaterThanOrEqual(200)
  })

  it('reports a failed operation and finds the resource Failed', async () => {
    const path = '/virtualWans/bad'
    await emulator.control({
      do: 'faults',
      faults: [{ kind: 'failOperation', path, code: 'InternalServerError', message: 'An error occurred.' }],
    })
    await expect(
      client.virtualWans.beginCreateOrUpdateAndWait('net', 'bad', { location: 'westeurope' }, FAST),
    ).rejects.toThrow('InternalServerError')
    expect((await client.virtualWans.get('net', 'bad')).provisioningState).toBe('Failed')
  })

  it('is told when the resource is busy', async () => {
    await emulator.control({ do: 'settings', speed: 'realistic' })
    await client.virtualWans.beginCreateOrUpdate('net', 'wan', { location: 'westeurope' })
    await expect(
      client.virtualWans.beginCreateOrUpdate('net', 'wan', { location: 'westeurope' }),
    ).rejects.toMatchObject({
      statusCode: 429,
      code: 'RetryableError',
    })
  })

  it('reads a gateway in its own flattened shape', async () => {
    const headers = { Authorization: 'Bearer x', 'Content-Type': 'application/json' }
    for (const [path, body] of [...BEFORE_GATEWAY, ['virtualNetworkGateways/gw', GATEWAY]] as const) {
      const url = `https://management.azure.com${NETWORK}/${path}?api-version=2025-05-01`
      await fetch(url, { method: 'PUT', headers, body: JSON.stringify(body) })
    }
    const read = await client.virtualNetworkGateways.get('net', 'gw')
    expect(read).toMatchObject({ gatewayType: 'Vpn', active: false, sku: { capacity: 2 } })
  })
})
