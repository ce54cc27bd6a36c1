import { beforeAll, describe, expect, it, vi } from 'vitest'
import { createAzure, type Azure } from '../../src/azure/azure.ts'
import { demoCredential } from '../../src/azure/demo-credential.ts'
import type { Resource } from '../../src/model/resources/resource.ts'
import type { SubscriptionInventory } from '../../src/model/inventory.ts'
import { createEmulator, type Emulator } from '../../src/emulator/app.ts'
import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import type { Estate } from '../../src/emulator/estates/estate.ts'
import { estateFromFile } from '../../src/emulator/estates/from-file.ts'
import type { Fault } from '../../src/emulator/wire/control.ts'

// A megabyte of SDK: loaded here, so that no test's time is spent on it.
beforeAll(async () => void (await import('../../src/azure/network-sdk.ts')), 60_000)

// Whole estates, read twice, on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

const NOW = Date.UTC(2026, 10, 25, 9)
const IDS = contoso.subscriptions.map(({ subscriptionId }) => subscriptionId)

interface Reading {
  azure: Azure
  emulator: Emulator
  asked: string[]
}

const azureOnContoso = (faults: Fault[] = []) => azureOn(contoso, faults)

/** Both sources over one estate that stands still. */
function azureOn(estate: Estate, faults: Fault[] = []): Reading {
  const emulator = createEmulator({
    clock: () => NOW,
    newGuid: () => '00000000-0000-4000-8000-000000000000',
    estates: [estate],
    speed: 'instant',
  })
  const ready = emulator.control({ do: 'faults', faults })
  const asked: string[] = []
  let now = NOW
  const azure = createAzure({
    send: async ({ url, method, headers, body }) => {
      await ready
      asked.push(`${method} ${new URL(url).pathname}`)
      const answer = await emulator.fetch(new Request(url, { method, headers, body }))
      return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() }
    },
    credential: demoCredential,
    clock: () => now,
    sleep: async (milliseconds) => void (now += milliseconds),
    newId: () => 'x',
    pollIntervalMs: () => 10,
  })
  return { azure, emulator, asked }
}

/** What a reading says of the estate: without where and when it was read, and the etag, which Resource Graph does not have. */
function said({ source: _source, readAt: _readAt, etag: _etag, body: _body, ...rest }: Resource) {
  return rest
}

const byKey = (inventories: SubscriptionInventory[]) =>
  new Map(inventories.flatMap(({ resources }) => resources.map((one) => [one.key, one] as const)))

/** A list's body as Resource Graph has it: no etag at the top. */
function bodyOf({ body: { etag: _etag, ...body } }: Resource) {
  return body
}

describe('the two sources of the inventory', () => {
  it('tell the same of contoso, but for statuses, source and time', async () => {
    const { azure, asked } = azureOnContoso()
    const live = byKey(await Promise.all(IDS.map((id) => azure.inventory(id))))
    const before = asked.length
    const { inventories } = await azure.inventories(IDS)
    const graph = byKey(inventories)
    expect(asked.slice(before)).toEqual(['POST /providers/Microsoft.ResourceGraph/resources'])
    expect(inventories.flatMap(({ unreadable }) => unreadable)).toEqual([])
    expect([...graph.keys()].sort()).toEqual([...live.keys()].sort())
    expect(graph.size).toBeGreaterThan(150)
    let withStatus = 0
    for (const [key, one] of graph) {
      expect(one.source).toBe('graph')
      const other = live.get(key)
      if (!other) throw new Error(key)
      if (other.source === 'list') {
        expect(said(one)).toEqual(said(other))
        expect(bodyOf(one)).toEqual(bodyOf(other))
        continue
      }
      // The live source has asked for its status already.
      withStatus++
      expect([one.id, one.type, one.resourceGroup, one.name]).toEqual([
        other.id,
        other.type,
        other.resourceGroup,
        other.name,
      ])
    }
    expect(withStatus).toBeGreaterThan(20)
  })

  it('tell the same of it when the statuses have been read', async () => {
    const { azure } = azureOnContoso()
    const live = byKey(await Promise.all(IDS.map((id) => azure.inventory(id))))
    const { inventories } = await azure.inventories(IDS)
    const graph = byKey(inventories)
    const open = [...graph.values()].filter(({ kind }) => kind === 'connection' || kind === 'vpnConnection')
    await azure.statuses(open, {
      inView: { keys: () => [], changed: () => new Promise(() => {}) },
      onRead: (readings) => {
        for (const { of, got } of readings) if (got.ok) graph.set(of.key, got.value)
      },
    })
    for (const [key, one] of graph) {
      const other = live.get(key)
      expect(other && said(one)).toEqual(other && said(other))
    }
  })

  it.each([
    ['that can be changed', {}],
    ['that is a snapshot', { snapshot: { takenAt: '2026-11-25T09:30:00Z', scope: 'Contoso' } }],
  ])('tell the same of generic items of a file %s: nobody has read their properties', async (_, around) => {
    const network = '/subscriptions/11111111-1111-4111-8111-111111111111/resourceGroups/net/providers'
    const named = (type: string, name: string) => ({
      id: `${network}/Microsoft.Network/${type}/${name}`,
      name,
      type: `Microsoft.Network/${type}`,
      location: 'westeurope',
    })
    const resources = [
      named('virtualHubs', 'weu'),
      named('virtualNetworkGateways', 'gw'),
      named('connections', 'c'),
      { ...named('localNetworkGateways', 'read'), properties: { provisioningState: 'Succeeded' } },
    ]
    const file = estateFromFile(JSON.stringify({ ...around, resources }), 'x.json')
    if (file.is === 'refused') throw new Error(JSON.stringify(file.problems))
    const { azure } = azureOn(file.estate)
    const ids = file.estate.subscriptions.map(({ subscriptionId }) => subscriptionId)
    const live = byKey(await Promise.all(ids.map((id) => azure.inventory(id))))
    const { inventories } = await azure.inventories(ids)
    const graph = byKey(inventories)
    expect(graph.size).toBe(4)
    for (const [key, one] of graph) {
      const other = live.get(key)
      expect(other && bodyOf(one)).toEqual(other && bodyOf(other))
      expect(other && said(one)).toEqual(other && said(other))
    }
  })

  it('tell the same of what stands in an edge zone', async () => {
    const network = contoso.resources.find(({ id }) => /\/virtualNetworks\/[^/]+$/.test(id))
    if (!network) throw new Error('Contoso has a virtual network')
    const edge = { ...network, extendedLocation: { name: 'microsoftlosangeles1', type: 'EdgeZone' } }
    const { azure } = azureOn({
      ...contoso,
      resources: contoso.resources.map((one) => (one === network ? edge : one)),
    })
    const live = byKey(await Promise.all(IDS.map((id) => azure.inventory(id))))
    const graph = byKey((await azure.inventories(IDS)).inventories)
    const key = network.id.toLowerCase()
    const [one, other] = [graph.get(key), live.get(key)]
    expect(one?.body).toHaveProperty('extendedLocation', edge.extendedLocation)
    expect(one && bodyOf(one)).toEqual(other && bodyOf(other))
  })

  it('do not take a subscription for empty that Resource Graph left out: ARM says why', async () => {
    const [lost = ''] = IDS
    const { azure } = azureOnContoso([{ kind: 'forbidden', scope: `/subscriptions/${lost}` }])
    const { inventories } = await azure.inventories(IDS)
    expect(inventories.map(({ subscriptionId }) => subscriptionId)).toEqual(IDS)
    expect(inventories[0]).toMatchObject({
      resources: [],
      unreadable: [{ what: 'everything', error: { kind: 'forbidden', code: 'AuthorizationFailed' } }],
    })
    expect(inventories.slice(1).flatMap(({ unreadable }) => unreadable)).toEqual([])
  })

  it.each([403, 429, 503])('fall back to the live one when Resource Graph answers %i', async (status) => {
    const { azure } = azureOnContoso([
      { kind: 'status', path: '/Microsoft.ResourceGraph/', status, code: 'Refused', message: 'No.' },
    ])
    const { inventories } = await azure.inventories(IDS)
    expect(inventories.map(({ subscriptionId }) => subscriptionId)).toEqual(IDS)
    const sources = new Set(inventories.flatMap(({ resources }) => resources.map(({ source }) => source)))
    expect(sources).toEqual(new Set(['list', 'get']))
    expect(inventories.flatMap(({ unreadable }) => unreadable)).toEqual([])
  })
})
