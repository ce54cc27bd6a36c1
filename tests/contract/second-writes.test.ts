import { describe, expect, it } from 'vitest'
import { GATEWAY, NETWORK, testEmulator, withNetwork, type TestEmulator } from './emulator.ts'

const location = 'westeurope'
const S2S = `${NETWORK}/vpnGateways/s2s`
const HUB_GATEWAY = { location, properties: { virtualHub: { id: `${NETWORK}/virtualHubs/vhub` } } }
const BRANCH = {
  name: 'branch',
  properties: { remoteVpnSite: { id: `${NETWORK}/vpnSites/site` } },
}

async function withHub(): Promise<TestEmulator> {
  const emulator = await withNetwork(testEmulator())
  await write(emulator, 'virtualWans/wan', { location, properties: {} })
  await write(emulator, 'virtualHubs/vhub', {
    location,
    properties: { addressPrefix: '10.100.0.0/24', virtualWan: { id: `${NETWORK}/virtualWans/wan` } },
  })
  await write(emulator, 'vpnSites/site', {
    location,
    properties: { virtualWan: { id: `${NETWORK}/virtualWans/wan` }, ipAddress: '203.0.113.9' },
  })
  return emulator
}

/** Writes and waits until everything that follows is over. */
async function write(emulator: TestEmulator, short: string, body: unknown): Promise<void> {
  const answer = await emulator.ask('PUT', `${NETWORK}/${short}`, body)
  expect([short, answer.body.error]).toEqual([short, undefined])
  emulator.pass(7200)
}

async function properties(emulator: TestEmulator, path: string) {
  return (await emulator.ask('GET', path)).body.properties
}

describe('a second write', () => {
  it('does not stop a connection from coming up', async () => {
    const emulator = await withNetwork(testEmulator())
    await write(emulator, 'virtualNetworkGateways/gw', GATEWAY)
    await write(emulator, 'localNetworkGateways/branch', { location, properties: {} })
    const path = `${NETWORK}/connections/c`
    const body = {
      location,
      properties: {
        connectionType: 'IPsec',
        virtualNetworkGateway1: { id: `${NETWORK}/virtualNetworkGateways/gw` },
        localNetworkGateway2: { id: `${NETWORK}/localNetworkGateways/branch` },
      },
    }
    await emulator.ask('PUT', path, body)
    emulator.pass(30)
    expect((await properties(emulator, path)).connectionStatus).toBe('Unknown')
    expect((await emulator.ask('PUT', path, body)).status).toBe(200)
    emulator.pass(600)
    expect((await properties(emulator, path)).connectionStatus).toBe('Connected')
  })

  it('does not stop a hub connection from coming up, and its own settings stay', async () => {
    const emulator = await withHub()
    await write(emulator, 'vpnGateways/s2s', HUB_GATEWAY)
    const path = `${S2S}/vpnConnections/branch`
    const link = (connectionBandwidth: number) => ({
      properties: {
        ...BRANCH.properties,
        vpnLinkConnections: [{ name: 'isp', properties: { connectionBandwidth } }],
      },
    })
    await emulator.ask('PUT', path, link(10))
    emulator.pass(100)
    const early = await properties(emulator, path)
    expect(early.vpnLinkConnections[0].properties.connectionStatus).toBe('Unknown')
    await emulator.ask('PUT', path, link(50))
    emulator.pass(600)
    const now = await properties(emulator, path)
    expect(now.vpnLinkConnections[0].properties).toMatchObject({
      connectionStatus: 'Connected',
      connectionBandwidth: 50,
    })
  })

  it('makes the instances a failed create of a hub gateway left out', async () => {
    const emulator = await withHub()
    await emulator.control({
      do: 'faults',
      faults: [{ kind: 'failOperation', path: S2S, code: 'InternalServerError', message: 'no' }],
    })
    await write(emulator, 'vpnGateways/s2s', HUB_GATEWAY)
    expect((await properties(emulator, S2S)).provisioningState).toBe('Failed')
    await emulator.control({ do: 'faults', faults: [] })
    await write(emulator, 'vpnGateways/s2s', HUB_GATEWAY)
    const now = await properties(emulator, S2S)
    expect(now.provisioningState).toBe('Succeeded')
    expect(now.ipConfigurations).toHaveLength(2)
  })

  it('of a hub gateway takes its BGP settings and keeps the peers', async () => {
    const emulator = await withHub()
    await write(emulator, 'vpnGateways/s2s', HUB_GATEWAY)
    const { bgpSettings } = await properties(emulator, S2S)
    const peers = [{ ipconfigurationId: 'Instance0', customBgpIpAddresses: ['169.254.21.5'] }]
    await write(emulator, 'vpnGateways/s2s', {
      ...HUB_GATEWAY,
      properties: { ...HUB_GATEWAY.properties, bgpSettings: { peerWeight: 7, bgpPeeringAddresses: peers } },
    })
    const [first, second] = bgpSettings.bgpPeeringAddresses
    expect((await properties(emulator, S2S)).bgpSettings).toEqual({
      ...bgpSettings,
      peerWeight: 7,
      bgpPeeringAddresses: [{ ...first, customBgpIpAddresses: ['169.254.21.5'] }, second],
    })
  })
})

describe('a child written inside its parent', () => {
  it('comes up like one written by itself', async () => {
    const emulator = await withHub()
    await write(emulator, 'vpnGateways/s2s', {
      ...HUB_GATEWAY,
      properties: { ...HUB_GATEWAY.properties, connections: [BRANCH] },
    })
    expect((await properties(emulator, `${S2S}/vpnConnections/branch`)).connectionStatus).toBe('Connected')
  })
})

describe('a PUT that leaves out a child', () => {
  const path = `${NETWORK}/virtualNetworks/hub`
  const network = (subnets?: unknown[]) => ({
    location,
    properties: { addressSpace: { addressPrefixes: ['10.0.0.0/16'] }, subnets },
  })

  it('is refused while the child is in use, and changes nothing', async () => {
    const emulator = await withNetwork(testEmulator())
    await write(emulator, 'virtualNetworkGateways/gw', GATEWAY)
    const refused = await emulator.ask('PUT', path, network([]))
    expect([refused.status, refused.body.error.code]).toEqual([400, 'InUseSubnetCannotBeDeleted'])
    const now = await properties(emulator, path)
    expect([now.provisioningState, now.subnets.length]).toEqual(['Succeeded', 1])
    const gatewaySubnet = { name: 'gatewaysubnet', properties: { addressPrefix: '10.0.255.0/27' } }
    expect((await emulator.ask('PUT', path, network([gatewaySubnet]))).status).toBe(200)
    emulator.pass(60)
    expect((await emulator.ask('PUT', path, network())).status).toBe(200)
  })

  it('deletes it when nothing uses it', async () => {
    const emulator = await withNetwork(testEmulator())
    expect((await emulator.ask('PUT', path, network([]))).status).toBe(200)
    emulator.pass(60)
    expect((await properties(emulator, path)).subnets).toEqual([])
  })
})
