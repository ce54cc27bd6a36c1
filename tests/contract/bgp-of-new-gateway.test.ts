import { expect, test } from 'vitest'
import { GATEWAY, NETWORK, testEmulator, withNetwork, type TestEmulator } from './emulator.ts'

const VGW = `${NETWORK}/virtualNetworkGateways/gw`
const CONNECTION = `${NETWORK}/connections/cn`

/** An active-active gateway with one connection that speaks BGP and is up, all of them new. */
async function openNew(): Promise<TestEmulator> {
  const emulator = await withNetwork(testEmulator())
  const address = {
    location: 'westeurope',
    sku: { name: 'Standard', tier: 'Regional' },
    zones: ['1', '2', '3'],
    properties: { publicIPAllocationMethod: 'Static' },
  }
  await emulator.ask('PUT', `${NETWORK}/publicIPAddresses/gw-ip2`, address)
  await emulator.ask('PUT', `${NETWORK}/localNetworkGateways/site`, {
    location: 'westeurope',
    properties: {
      gatewayIpAddress: '203.0.113.7',
      localNetworkAddressSpace: { addressPrefixes: [] },
      bgpSettings: { asn: 64_620, bgpPeeringAddress: '10.64.0.254' },
    },
  })
  emulator.pass(60)
  const [first] = GATEWAY.properties.ipConfigurations
  const second = {
    name: 'second',
    properties: { ...first?.properties, publicIPAddress: { id: `${NETWORK}/publicIPAddresses/gw-ip2` } },
  }
  const gateway = await emulator.ask('PUT', VGW, {
    ...GATEWAY,
    properties: {
      ...GATEWAY.properties,
      activeActive: true,
      enableBgp: true,
      bgpSettings: { asn: 65_515 },
      ipConfigurations: [first, second],
    },
  })
  expect(gateway.status).toBe(201)
  emulator.pass(1100)
  const connection = await emulator.ask('PUT', CONNECTION, {
    location: 'westeurope',
    properties: {
      connectionType: 'IPsec',
      sharedKey: 'a-key-of-a-test',
      enableBgp: true,
      virtualNetworkGateway1: { id: VGW },
      localNetworkGateway2: { id: `${NETWORK}/localNetworkGateways/site` },
    },
  })
  expect(connection.status).toBe(201)
  emulator.pass(600)
  return emulator
}

interface Peer {
  neighbor: string
  state: string
  connectedDuration: string
}

async function peers(emulator: TestEmulator): Promise<Peer[]> {
  const started = await emulator.ask('POST', `${VGW}/getBgpPeerStatus`)
  emulator.pass(30)
  return (await emulator.ask('GET', started.headers.get('Location') ?? '')).body.value
}

test('no session of a gateway is older than the gateway', async () => {
  const all = await peers(await openNew())
  expect(all.map(({ state }) => state)).toEqual(['Connected', 'Connected', 'Connected', 'Connected'])
  for (const { connectedDuration } of all) expect(connectedDuration).toMatch(/^00:/)
})

test('the session to a device goes with its tunnel and comes with it', async () => {
  const emulator = await openNew()
  const toDevice = async () =>
    (await peers(emulator)).filter(({ neighbor }) => neighbor === '10.64.0.254').map(({ state }) => state)
  await emulator.control({ do: 'farSide', connection: CONNECTION, device: { key: 'another' } })
  emulator.pass(60)
  expect(await toDevice()).not.toContain('Connected')
  await emulator.control({ do: 'farSide', connection: CONNECTION, device: 'up' })
  emulator.pass(60)
  expect(await toDevice()).toEqual(['Connected', 'Connected'])
})
