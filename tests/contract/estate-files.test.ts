import { describe, expect, it, vi } from 'vitest'
import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import { createMemoryStore } from '../../src/emulator/store/memory-store.ts'
import {
  GATEWAY,
  GROUP,
  NETWORK,
  SUBSCRIPTION,
  testEmulator,
  withNetwork,
  type TestEmulator,
} from './emulator.ts'

// Every answer of a whole estate, four times over.
vi.setConfig({ testTimeout: 60_000 })

async function download(emulator: TestEmulator): Promise<string> {
  const answer = await emulator.file({ do: 'download' })
  if (answer.is !== 'file') throw new Error(answer.is)
  return answer.text
}

async function open(emulator: TestEmulator, file: unknown, readOnly = false) {
  const text = typeof file === 'string' ? file : JSON.stringify(file)
  return emulator.file({ do: 'open', name: 'x.json', text, readOnly })
}

/** Every answer an app can get by reading: subscriptions, groups, lists of each type, each resource and its children. */
async function everything(emulator: TestEmulator): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {}
  const ask = async (path: string) => {
    if (path in answers) return { body: { value: [] } }
    const answer = await emulator.ask('GET', path)
    answers[path] = { status: answer.status, body: answer.body }
    return answer
  }
  await emulator.control({ do: 'settings', pageSize: 100_000 })
  const { body } = await ask('/subscriptions')
  for (const { subscriptionId } of body.value) {
    const scope = `/subscriptions/${subscriptionId}`
    await ask(`${scope}/resourcegroups`)
    await ask(`${scope}/providers/Microsoft.Authorization/permissions`)
    await ask(`${scope}/providers/Microsoft.Authorization/locks`)
    for (const { id, type } of (await ask(`${scope}/resources`)).body.value) {
      await ask(`${scope}/providers/${type}`)
      await ask(id.slice(0, id.lastIndexOf('/')))
      await ask(id)
    }
  }
  for (const { id } of JSON.parse(await download(emulator)).resources) await ask(id)
  return answers
}

describe('an estate as a file', () => {
  it('opens again to the same answers, as it is loaded', async () => {
    const one = testEmulator({ estates: [contoso], speed: 'fast' })
    const other = testEmulator()
    expect(await open(other, await download(one))).toMatchObject({
      is: 'opened',
      state: {
        estate: 'x.json',
        opened: { report: { unknownTypes: [], madeUpGroups: [], madeUpSubscriptions: [] } },
      },
    })
    expect(await everything(other)).toEqual(await everything(one))
    // What is under way ends at the same time.
    for (const emulator of [one, other]) emulator.pass(26 * 60)
    expect(await everything(other)).toEqual(await everything(one))
  })

  it('opens again to the same answers in the midst of changes', async () => {
    const one = await withNetwork(testEmulator())
    await one.ask('PUT', `${NETWORK}/virtualNetworkGateways/gw`, GATEWAY)
    await one.ask('PUT', `${NETWORK}/virtualNetworks/extra`, {
      location: 'westeurope',
      properties: { addressSpace: { addressPrefixes: ['10.9.0.0/16'] } },
    })
    one.pass(5)
    const other = testEmulator()
    other.pass(5 + 60)
    one.pass(60)
    await open(other, await download(one))
    const { body } = await other.ask('GET', `${NETWORK}/virtualNetworkGateways/gw`)
    expect(body.properties.provisioningState).toBe('Updating')
    // What an etag becomes when a write ends is made up anew.
    const ends = (answers: Record<string, unknown>): unknown =>
      JSON.parse(JSON.stringify(answers, (name, value: unknown) => (name === 'etag' ? '' : value)))
    expect(ends(await everything(other))).toEqual(ends(await everything(one)))
    for (const emulator of [one, other]) emulator.pass(3600)
    expect(ends(await everything(other))).toEqual(ends(await everything(one)))
  })

  it('keeps the edge zone of what is in one, also in a file of a file', async () => {
    const one = await withNetwork(testEmulator())
    const edge = {
      location: 'westus',
      extendedLocation: { name: 'microsoftlosangeles1', type: 'EdgeZone' },
      properties: { addressSpace: { addressPrefixes: ['10.9.0.0/16'] } },
    }
    const id = `${NETWORK}/virtualNetworks/edge`
    await one.ask('PUT', id, edge)
    one.pass(60)
    const other = testEmulator()
    await open(other, await download(one))
    const third = testEmulator()
    await open(third, await download(other))
    for (const emulator of [one, other, third]) {
      const { body } = await emulator.ask('GET', id)
      expect(body.extendedLocation).toEqual(edge.extendedLocation)
      const listed = await emulator.ask('GET', `${GROUP}/resources`)
      expect(listed.body.value.find((item: { id: string }) => item.id === id)).toMatchObject({
        extendedLocation: edge.extendedLocation,
      })
    }
    expect(await download(third)).toBe(await download(one))
    // A PUT that says nothing of it leaves it where it is.
    const { extendedLocation: _, ...rest } = edge
    await other.ask('PUT', id, rest)
    expect((await other.ask('GET', id)).body.extendedLocation).toEqual(edge.extendedLocation)
  })

  it('is the same text for the same state, and of the same estate again', async () => {
    const one = testEmulator({ estates: [contoso] })
    const text = await download(one)
    expect(await download(testEmulator({ estates: [contoso] }))).toBe(text)
    const other = testEmulator()
    await open(other, text)
    expect(await download(other)).toBe(text)
  })

  it('leaves out what is being deleted', async () => {
    const one = await withNetwork(testEmulator())
    const address = `${NETWORK}/publicIPAddresses/gw-ip`
    expect(await download(one)).toContain(`"id": "${address}"`)
    expect((await one.ask('DELETE', address)).status).toBe(202)
    // Still there: it is on its way.
    expect((await one.ask('GET', address)).body.properties.provisioningState).toBe('Deleting')
    expect(await download(one)).not.toContain(`"id": "${address}"`)
  })
})

describe('changes and another estate', () => {
  const changed = async (emulator: TestEmulator) => (await emulator.control({ do: 'describe' })).changed

  it('are known, and kept where that is asked; a bad file is refused before', async () => {
    const emulator = testEmulator({ estates: [contoso] })
    const ask = (text: string) =>
      emulator.file({ do: 'open', name: 'y.json', text, readOnly: false, unlessChanged: true })
    const text = await download(emulator)
    await emulator.control({ do: 'settings', speed: 'instant' })
    expect(await changed(emulator)).toBe(false)
    expect(await ask(text)).toMatchObject({ is: 'opened', state: { estate: 'y.json', changed: false } })

    const [first] = JSON.parse(text).resources.filter(({ type }: { type: string }) => /publicIP/.test(type))
    await emulator.ask('PATCH', first.id, { tags: { now: 'changed' } })
    expect(await changed(emulator)).toBe(true)
    expect(await ask('[]')).toMatchObject({ is: 'refused' })
    expect(await ask(text)).toEqual({ is: 'changed' })
    expect((await emulator.ask('GET', first.id)).body.tags).toEqual({ now: 'changed' })
    await emulator.control({ do: 'reset' })
    expect(await changed(emulator)).toBe(false)
  })

  it('are known to another emulator on the same store', async () => {
    const store = createMemoryStore()
    const one = await withNetwork(testEmulator({ store }))
    expect(await changed(one)).toBe(true)
    expect(await changed(testEmulator({ store }))).toBe(true)
  })

  it('are not what a query of Resource Graph leaves behind', async () => {
    const emulator = testEmulator({ estates: [contoso] })
    await emulator.ask('POST', '/providers/Microsoft.ResourceGraph/resources', {
      query: 'resources | project id',
    })
    expect(await changed(emulator)).toBe(false)
  })
})

describe('an opened estate file', () => {
  const vnet = {
    id: `${NETWORK}/virtualNetworks/hub`,
    location: 'westeurope',
    extendedLocation: { name: 'edge' },
    properties: {
      addressSpace: { addressPrefixes: ['10.0.0.0/16'] },
      provisioningState: 'Failed',
      future: 1,
    },
  }

  it('is kept for other tabs and after a reload, and begins again on reset', async () => {
    const store = createMemoryStore()
    const one = testEmulator({ store })
    await open(one, [vnet])
    const other = testEmulator({ store })
    expect((await other.ask('GET', vnet.id)).body).toMatchObject(vnet)
    await other.ask('PUT', `${NETWORK}/virtualNetworks/new`, vnet)
    expect((await one.ask('GET', `${NETWORK}/virtualNetworks/new`)).status).toBe(200)
    await one.control({ do: 'reset' })
    expect((await other.ask('GET', `${NETWORK}/virtualNetworks/new`)).status).toBe(404)
    expect((await other.ask('GET', vnet.id)).status).toBe(200)
    const state = await one.control({ do: 'reset', estate: 'empty' })
    expect(state).toMatchObject({ estate: 'empty' })
    expect(state.opened).toBeUndefined()
  })

  it('leaves the open estate alone when it is refused', async () => {
    const emulator = testEmulator({ estates: [contoso] })
    const before = await emulator.ask('GET', '/subscriptions')
    expect(await open(emulator, [vnet, { id: 7 }])).toEqual({
      is: 'refused',
      problems: [{ where: '[1].id', what: 'The id is not text' }],
    })
    expect((await emulator.ask('GET', '/subscriptions')).body).toEqual(before.body)
  })

  it('answers types nobody knows as they stand, one by one and in lists', async () => {
    const emulator = testEmulator()
    const link = {
      id: `${NETWORK}/quantumLinks/q`,
      type: 'Microsoft.Network/quantumLinks',
      properties: { qubits: 3 },
    }
    const namesake = {
      id: `${NETWORK.replace('Microsoft.Network', 'Microsoft.ClassicNetwork')}/virtualNetworks/old`,
      type: 'Microsoft.ClassicNetwork/virtualNetworks',
      properties: { inUse: true },
    }
    await open(emulator, { value: [vnet, link, namesake] })
    expect((await emulator.ask('GET', link.id.toUpperCase())).body).toEqual(link)
    expect((await emulator.ask('GET', `${NETWORK}/quantumLinks`)).body).toEqual({ value: [link] })
    const inSubscription = `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Network/quantumLinks`
    expect((await emulator.ask('GET', inSubscription)).body).toEqual({ value: [link] })
    expect((await emulator.ask('GET', namesake.id)).body).toEqual(namesake)
    const networks = await emulator.ask(
      'GET',
      `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Network/virtualNetworks`,
    )
    expect(networks.body.value.map(({ id }: { id: string }) => id)).toEqual([vnet.id])
    const all = await emulator.ask('GET', `/subscriptions/${SUBSCRIPTION}/resources`)
    expect(all.body.value.map(({ type }: { type: string }) => type)).toEqual([
      'Microsoft.Network/virtualNetworks',
      'Microsoft.Network/quantumLinks',
      'Microsoft.ClassicNetwork/virtualNetworks',
    ])
  })

  it('makes up no properties for a generic item', async () => {
    const emulator = testEmulator()
    const generic = {
      id: `${NETWORK}/virtualHubs/weu`,
      name: 'weu',
      type: 'Microsoft.Network/virtualHubs',
      location: 'westeurope',
    }
    await open(emulator, { value: [generic] })
    expect((await emulator.ask('GET', generic.id)).body).toEqual(generic)
  })

  it.each([true, false])(
    'does not pass off a connection from a list as one that was read (read-only: %s)',
    async (readOnly) => {
      const emulator = testEmulator()
      const listed = { id: `${NETWORK}/connections/listed`, properties: { connectionType: 'IPsec' } }
      const generic = { id: `${NETWORK}/connections/generic`, type: 'Microsoft.Network/connections' }
      const read = {
        id: `${NETWORK}/connections/read`,
        properties: { connectionType: 'IPsec', connectionStatus: 'Connected' },
      }
      const link = { name: 'one', properties: { connectionStatus: 'Connected' } }
      const site = (name: string, properties: object) => ({
        id: `${NETWORK}/vpnGateways/g/vpnConnections/${name}`,
        properties,
      })
      const sites = [site('without', {}), site('with', { vpnLinkConnections: [link] })]
      const hubGateway = { id: `${NETWORK}/vpnGateways/g`, properties: {} }
      const alone = { id: `${NETWORK}/vpnGateways/gone/vpnConnections/alone`, properties: {} }
      await open(emulator, [listed, generic, read, hubGateway, ...sites, alone], readOnly)
      const status = async (id: string) => {
        const { status, body } = await emulator.ask('GET', id)
        return status === 200 ? 200 : [status, body.error.code]
      }
      expect(await status(listed.id)).toEqual([409, 'NotInFile'])
      expect(await status(generic.id)).toEqual([409, 'NotInFile'])
      expect(await status(read.id)).toBe(200)
      expect(await status(alone.id)).toBe(200)
      expect(await Promise.all(sites.map(({ id }) => status(id)))).toEqual([[409, 'NotInFile'], 200])
      expect((await emulator.ask('GET', `${NETWORK}/connections`)).body.value).toHaveLength(3)
    },
  )

  it('serves a child whose parent is not in the file', async () => {
    const emulator = testEmulator()
    const child = {
      id: `${NETWORK}/virtualHubs/weu/hubVirtualNetworkConnections/c`,
      properties: { provisioningState: 'Succeeded' },
    }
    await open(emulator, [child])
    expect((await emulator.ask('GET', child.id)).body).toMatchObject(child)
    expect((await emulator.ask('GET', child.id.slice(0, -2))).body.value).toHaveLength(1)
  })
})

describe('a read-only estate', () => {
  const hub = {
    id: `${NETWORK}/virtualHubs/weu`,
    location: 'westeurope',
    properties: { provisioningState: 'Succeeded', vpnGateway: { id: `${NETWORK}/vpnGateways/gone` } },
  }
  const error = { code: 'AuthorizationFailed', message: 'You may not.', status: 403 }

  it('refuses every write and action as a lock does', async () => {
    const emulator = testEmulator()
    expect(await open(emulator, [hub], true)).toMatchObject({ state: { opened: { readOnly: true } } })
    for (const [method, path] of [
      ['PUT', `${NETWORK}/virtualWans/new`],
      ['DELETE', hub.id],
      ['PATCH', hub.id],
      ['POST', `${hub.id}/effectiveVirtualHubRoutes`],
      ['PUT', NETWORK.split('/providers')[0] ?? ''],
    ] as const) {
      const answer = await emulator.ask(method, path, {})
      expect([answer.status, answer.body.error.code]).toEqual([409, 'ScopeLocked'])
    }
    expect((await emulator.ask('GET', hub.id)).body).toEqual(hub)
  })

  it('refuses what was refused when it was read, and what nobody read', async () => {
    const emulator = testEmulator()
    await open(emulator, {
      snapshot: {
        takenAt: '2026-11-25T09:30:00Z',
        scope: 'Contoso',
        unreadable: [
          { scope: `/subscriptions/${SUBSCRIPTION}`, action: 'Microsoft.Network/vpnSites/read', error },
          { scope: `/subscriptions/${SUBSCRIPTION}`, action: 'Microsoft.Network/connections/read', error },
          {
            scope: hub.id,
            action: 'Microsoft.Network/virtualHubs/hubRouteTables/read',
            error: { ...error, code: 'NotRead', status: 500 },
          },
        ],
      },
      resources: [hub],
    })
    const status = async (path: string) => (await emulator.ask('GET', path)).status
    const scope = `/subscriptions/${SUBSCRIPTION}`
    const filter = (type: string) => `${scope}/resources?$filter=resourceType eq 'Microsoft.Network/${type}'`
    expect(await status(`${scope}/providers/Microsoft.Network/vpnSites`)).toBe(403)
    expect(await status(`${scope}/providers/Microsoft.Network/virtualHubs`)).toBe(200)
    expect(await status(filter('connections'))).toBe(403)
    expect(await status(filter('localNetworkGateways'))).toBe(200)
    expect(await status(`${hub.id}/hubRouteTables`)).toBe(409)
    expect(await status(`${hub.id}/hubVirtualNetworkConnections`)).toBe(200)
    expect(await status(hub.id)).toBe(200)
  })

  it('that is no snapshot does not say that a parent has no children', async () => {
    const emulator = testEmulator()
    await open(emulator, [hub], true)
    expect((await emulator.ask('GET', `${hub.id}/hubRouteTables`)).body.error.code).toBe('NotInFile')
    expect((await emulator.ask('GET', `${NETWORK}/virtualHubs`)).body.value).toHaveLength(1)
  })

  it('downloads as the file it is', async () => {
    const emulator = testEmulator()
    await open(emulator, [hub], true)
    expect(await download(emulator)).toBe(JSON.stringify([hub]))
  })
})
