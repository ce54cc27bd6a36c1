import { describe, expect, it } from 'vitest'
import { GROUP, NETWORK, testEmulator, type TestEmulator } from './emulator.ts'
import { location, ref } from './rules/bodies.ts'

// A hub from nothing: what waits for what, and what writes do to each other.

const HUB = `${NETWORK}/virtualHubs/vhub`
const GATEWAY = `${NETWORK}/vpnGateways/s2s`
const SPOKE = `${HUB}/hubVirtualNetworkConnections/spoke`
const BRANCH = `${GATEWAY}/vpnConnections/branch`
const FIREWALL = `${NETWORK}/azureFirewalls/fw`
const toSpoke = (name: string, more: object = {}) => ({
  properties: { remoteVirtualNetwork: ref(`virtualNetworks/${name}`), ...more },
})
const toBranch = {
  properties: {
    remoteVpnSite: ref('vpnSites/branch'),
    vpnLinkConnections: ['isp', 'lte'].map((name) => ({
      name,
      properties: { vpnSiteLink: ref(`vpnSites/branch/vpnSiteLinks/${name}`) },
    })),
  },
}
const BEFORE: [path: string, properties: object][] = [
  ['virtualNetworks/one', { addressSpace: { addressPrefixes: ['10.20.0.0/16'] } }],
  ['virtualNetworks/two', { addressSpace: { addressPrefixes: ['10.30.0.0/16'] } }],
  ['virtualWans/wan', { type: 'Standard' }],
  [
    'vpnSites/branch',
    {
      virtualWan: ref('virtualWans/wan'),
      addressSpace: { addressPrefixes: ['10.60.0.0/24'] },
      vpnSiteLinks: [
        { name: 'isp', properties: { ipAddress: '203.0.113.9' } },
        { name: 'lte', properties: { ipAddress: '203.0.113.10' } },
      ],
    },
  ],
]

async function withHub(routerIsUp: boolean): Promise<TestEmulator> {
  const emulator = testEmulator()
  await emulator.ask('PUT', GROUP, { location })
  for (const [path, properties] of BEFORE) {
    await emulator.ask('PUT', `${NETWORK}/${path}`, { location, properties })
    emulator.pass(60)
  }
  const properties = { addressPrefix: '10.1.0.0/23', virtualWan: ref('virtualWans/wan') }
  await emulator.ask('PUT', HUB, { location, properties })
  emulator.pass(routerIsUp ? 900 : 400)
  return emulator
}

/** PUT, and wait for the end. */
async function put(emulator: TestEmulator, path: string, body: object, seconds = 2000) {
  const answer = await emulator.ask('PUT', path, body)
  expect([path, answer.status, answer.body.error]).toEqual([path, 201, undefined])
  emulator.pass(seconds)
}

async function routes(emulator: TestEmulator, body: object = {}): Promise<[string, string][]> {
  const { headers } = await emulator.ask('POST', `${HUB}/effectiveRoutes`, body)
  emulator.pass(20)
  const { body: list } = await emulator.ask('GET', headers.get('Location') ?? '')
  return list.value.map((one: { addressPrefixes: string[]; nextHopType: string }) => [
    one.addressPrefixes[0],
    one.nextHopType,
  ])
}

const table = (name: string) => ({
  virtualWanResourceType: 'RouteTable',
  resourceId: `${HUB}/hubRouteTables/${name}`,
})

describe('a hub', () => {
  it('reads Succeeded while its router comes up, and takes nothing that needs it until then', async () => {
    const emulator = await withHub(false)
    const { properties } = (await emulator.ask('GET', HUB)).body
    expect([properties.provisioningState, properties.routingState]).toEqual(['Succeeded', 'Provisioning'])
    for (const [path, body] of [
      [SPOKE, toSpoke('one')],
      [`${HUB}/hubRouteTables/rt`, { properties: {} }],
      [`${HUB}/routeMaps/map`, { properties: {} }],
    ] as const) {
      const { status, body: answer } = await emulator.ask('PUT', path, body)
      expect([status, answer.error.code]).toEqual([429, 'AnotherOperationInProgress'])
    }
    expect(await routes(emulator)).toEqual([])
    // Gateways do not need it.
    const gateway = { location, properties: { virtualHub: { id: HUB } } }
    expect((await emulator.ask('PUT', GATEWAY, gateway)).status).toBe(201)
    emulator.pass(500)
    expect((await emulator.ask('GET', HUB)).body.properties.routingState).toBe('Provisioned')
    expect((await emulator.ask('PUT', SPOKE, toSpoke('one'))).status).toBe(201)
  })

  it('does one thing at a time', async () => {
    const emulator = await withHub(true)
    await emulator.ask('PUT', SPOKE, toSpoke('one'))
    const second = await emulator.ask('PUT', `${HUB}/hubRouteTables/rt`, { properties: {} })
    expect([second.status, second.body.error.code]).toEqual([429, 'AnotherOperationInProgress'])
    const itself = await emulator.ask('PUT', HUB, {
      location,
      properties: { addressPrefix: '10.1.0.0/23', virtualWan: ref('virtualWans/wan') },
    })
    expect(itself.status).toBe(429)
    emulator.pass(60)
    expect((await emulator.ask('PUT', `${HUB}/hubRouteTables/rt`, { properties: {} })).status).toBe(201)
  })

  it('routes by association, label and id, and by its intent once it has one', async () => {
    const emulator = await withHub(true)
    await put(emulator, `${HUB}/hubRouteTables/rt`, { properties: { labels: ['shared'] } })
    await put(emulator, SPOKE, toSpoke('one'))
    await put(
      emulator,
      `${HUB}/hubVirtualNetworkConnections/second`,
      toSpoke('two', {
        routingConfiguration: {
          associatedRouteTable: { id: `${HUB}/hubRouteTables/rt` },
          propagatedRouteTables: { labels: ['shared'], ids: [] },
        },
      }),
    )
    await put(emulator, GATEWAY, { location, properties: { virtualHub: { id: HUB } } })
    await put(emulator, BRANCH, toBranch)
    const spoke: [string, string] = ['10.20.0.0/16', 'Virtual Network Connection']
    const branch: [string, string] = ['10.60.0.0/24', 'VPN_S2S_Gateway']
    expect(await routes(emulator)).toEqual([spoke, branch])
    expect(await routes(emulator, table('rt'))).toEqual([['10.30.0.0/16', spoke[1]]])
    expect(
      await routes(emulator, { virtualWanResourceType: 'HubVirtualNetworkConnection', resourceId: SPOKE }),
    ).toEqual([spoke, branch])
    // A link that is down brings nothing.
    await emulator.control({ do: 'farSide', connection: BRANCH, device: 'silent' })
    expect(await routes(emulator)).toEqual([spoke])
    await emulator.control({ do: 'farSide', connection: BRANCH, device: 'up' })

    const hub = { properties: { sku: { name: 'AZFW_Hub', tier: 'Standard' }, virtualHub: { id: HUB } } }
    await put(emulator, FIREWALL, { location, ...hub })
    const intent = {
      properties: {
        routingPolicies: [{ name: 'private', destinations: ['PrivateTraffic'], nextHop: FIREWALL }],
      },
    }
    const refused = await emulator.ask('PUT', `${HUB}/routingIntent/hubRoutingIntent`, intent)
    expect([refused.status, refused.body.error.code]).toEqual([400, 'InvalidRoutingIntent'])
    await emulator.ask('DELETE', `${HUB}/hubVirtualNetworkConnections/second`)
    emulator.pass(200)
    await emulator.ask('DELETE', `${HUB}/hubRouteTables/rt`)
    emulator.pass(200)
    await put(emulator, `${HUB}/routingIntent/hubRoutingIntent`, intent)
    expect((await routes(emulator)).map(([, to]) => to)).toEqual(Array(3).fill('Azure Firewall'))
    expect(await routes(emulator, { virtualWanResourceType: 'AzureFirewall', resourceId: FIREWALL })).toEqual(
      [spoke, branch],
    )
    const { propagatedRouteTables } = (await emulator.ask('GET', SPOKE)).body.properties.routingConfiguration
    expect(propagatedRouteTables).toEqual({
      labels: ['none'],
      ids: [{ id: `${HUB}/hubRouteTables/noneRouteTable` }],
    })
    await emulator.ask('DELETE', `${HUB}/routingIntent/hubRoutingIntent`)
    emulator.pass(300)
    expect(await routes(emulator)).toEqual([])
  })
})

describe('a link of a connection', () => {
  const statuses = async (emulator: TestEmulator) =>
    (await emulator.ask('GET', BRANCH)).body.properties.vpnLinkConnections.map(
      (link: { properties: { connectionStatus?: string } }) => link.properties.connectionStatus,
    )

  it('is Unknown, Connecting and then what its device makes of it, each by itself', async () => {
    const emulator = await withHub(true)
    await put(emulator, GATEWAY, { location, properties: { virtualHub: { id: HUB } } })
    await emulator.ask('PUT', BRANCH, toBranch)
    expect(await statuses(emulator)).toEqual([undefined, undefined])
    emulator.pass(100)
    expect(await statuses(emulator)).toEqual(['Unknown', 'Unknown'])
    emulator.pass(120)
    expect(await statuses(emulator)).toEqual(['Connecting', 'Connecting'])
    const link = `${BRANCH}/vpnLinkConnections/lte`
    await emulator.control({ do: 'farSide', connection: link, device: { key: 'another' } })
    emulator.pass(60)
    expect(await statuses(emulator)).toEqual(['Connected', 'NotConnected'])
    const [up, down] = (await emulator.ask('GET', BRANCH)).body.properties.vpnLinkConnections
    expect(up.properties.ingressBytesTransferred).toBeGreaterThan(0)
    expect(down.properties.ingressBytesTransferred).toBe(0)
    // What was read can be written back: the keys and the state stay.
    const { body } = await emulator.ask('GET', BRANCH)
    expect((await emulator.ask('PUT', BRANCH, body)).status).toBe(200)
    emulator.pass(200)
    expect(await statuses(emulator)).toEqual(['Connected', 'NotConnected'])
    await emulator.control({ do: 'farSide', connection: link, device: 'up' })
    expect(await statuses(emulator)).toEqual(['Connected', 'Connected'])
  })
})
