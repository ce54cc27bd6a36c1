import { describe, expect, it } from 'vitest'
import { psk } from '../../src/emulator/estates/contoso/places.ts'
import type { Device } from '../../src/emulator/wire/control.ts'
import { act, idOf, openContoso, properties, statuses, tunnels } from './actions/contoso.ts'
import { GATEWAY, NETWORK, testEmulator, withNetwork, type TestEmulator } from './emulator.ts'

const LODZ = 'cn-weu-to-lodz'
const [UP, DOWN] = ['Connected', 'NotConnected']

const set = (emulator: TestEmulator, name: string, device: Device) =>
  emulator.control({ do: 'farSide', connection: idOf(name), device })

async function ikeSas(emulator: TestEmulator, name: string): Promise<{ quickModeSa: unknown[] }[]> {
  return JSON.parse((await act(emulator, name, 'getikesas', undefined, 10)).result.body).IkeSAs
}

async function putConnection(emulator: TestEmulator, change: object): Promise<void> {
  const { body } = await emulator.ask('GET', idOf(LODZ))
  const changed = { ...body, properties: { ...body.properties, ...change } }
  expect((await emulator.ask('PUT', idOf(LODZ), changed)).status).toBe(200)
  emulator.pass(120)
}

/** Alex, whom the emulator takes the caller for, may do everything here. */
async function faultOf(emulator: TestEmulator): Promise<string> {
  const watcher = `${idOf(LODZ).split('/').slice(0, 3).join('/')}/resourceGroups/NetworkWatcherRG/providers/Microsoft.Network/networkWatchers/NetworkWatcher_westeurope`
  const started = await emulator.ask('POST', `${watcher}/troubleshoot`, {
    targetResourceId: idOf(LODZ),
    properties: { storageId: '/x', storagePath: 'https://x.blob.core.windows.net/logs' },
  })
  emulator.pass(600)
  return (await emulator.ask('GET', started.headers.get('Location') ?? '')).body.results[0].id
}

describe('a device', () => {
  it.each<[Device, phaseOne: number, fault: string]>([
    ['silent', 0, 'PeerReachability'],
    [{ key: 'another' }, 0, 'Authentication'],
    [{ mismatch: 'ike' }, 0, 'IkePolicyMismatch'],
    [{ mismatch: 'ipsec' }, 1, 'IkePolicyMismatch'],
    [{ mismatch: 'selectors' }, 1, 'ConnectionIsMarkedDisconnected'],
  ])('that is %j takes the tunnel down, and up brings it back', async (device, phaseOne, fault) => {
    const emulator = openContoso()
    const { changed } = await set(emulator, LODZ, device)
    expect(changed).toBe(true)
    emulator.pass(60)
    expect(await statuses(emulator, LODZ)).toEqual([DOWN])
    expect((await properties(emulator, LODZ)).connectionStatus).toBe(DOWN)
    expect((await ikeSas(emulator, LODZ)).map(({ quickModeSa }) => quickModeSa.length)).toEqual(
      Array.from({ length: phaseOne }, () => 0),
    )
    expect(await faultOf(emulator)).toBe(fault)
    await act(emulator, LODZ, 'resetconnection')
    expect(await statuses(emulator, LODZ)).toEqual([DOWN])

    await set(emulator, LODZ, 'up')
    const back = new Date(emulator.now()).toISOString().replace('.000Z', 'Z')
    emulator.pass(60)
    expect(await tunnels(emulator, LODZ)).toMatchObject([
      { connectionStatus: UP, lastConnectionEstablishedUtcTime: back },
    ])
    const [association] = await ikeSas(emulator, LODZ)
    expect(association?.quickModeSa).toHaveLength(1)
  })

  it('that was silent since the estate began comes back too', async () => {
    const emulator = openContoso()
    await set(emulator, 'cn-eus-to-branch-denver', 'up')
    expect(await statuses(emulator, 'cn-eus-to-branch-denver')).toEqual([UP, UP])
  })

  it('with another key agrees once Azure has that key, and no longer when Azure takes one more', async () => {
    const emulator = openContoso()
    await set(emulator, LODZ, { key: 'typed-at-the-device' })
    await emulator.ask('PUT', `${idOf(LODZ)}/sharedkey`, { value: 'typed-at-the-device' })
    emulator.pass(60)
    expect(await statuses(emulator, LODZ)).toEqual([UP])
    await emulator.ask('PUT', `${idOf(LODZ)}/sharedkey`, { value: psk('lodz') })
    emulator.pass(60)
    expect(await statuses(emulator, LODZ)).toEqual([DOWN])
  })

  it('keeps what it was given while a key of Azure is on its way', async () => {
    const emulator = openContoso()
    await emulator.ask('PUT', `${idOf(LODZ)}/sharedkey`, { value: 'fresh' })
    await set(emulator, LODZ, { key: 'fresh' })
    emulator.pass(60)
    expect(await statuses(emulator, LODZ)).toEqual([UP])
  })

  it('that wants policy-based selectors agrees once the connection uses them', async () => {
    const emulator = openContoso()
    await set(emulator, LODZ, { mismatch: 'selectors' })
    await putConnection(emulator, {
      usePolicyBasedTrafficSelectors: true,
      ipsecPolicies: (await properties(emulator, 'cn-weu-to-rotterdam')).ipsecPolicies,
    })
    expect(await statuses(emulator, LODZ)).toEqual([UP])
  })

  it('of a new connection that never answered has never been up', async () => {
    const emulator = await withNetwork(testEmulator())
    await emulator.ask('PUT', `${NETWORK}/virtualNetworkGateways/gw`, GATEWAY)
    await emulator.ask('PUT', `${NETWORK}/localNetworkGateways/site`, {
      location: 'westeurope',
      properties: {
        gatewayIpAddress: '203.0.113.9',
        localNetworkAddressSpace: { addressPrefixes: ['10.50.0.0/16'] },
      },
    })
    emulator.pass(4000)
    const connection = `${NETWORK}/connections/cn`
    await emulator.ask('PUT', connection, {
      location: 'westeurope',
      properties: {
        connectionType: 'IPsec',
        virtualNetworkGateway1: { id: `${NETWORK}/virtualNetworkGateways/gw` },
        localNetworkGateway2: { id: `${NETWORK}/localNetworkGateways/site` },
        sharedKey: 'typed',
      },
    })
    const order = (device: Device) => emulator.control({ do: 'farSide', connection, device })
    const tunnel = async () => {
      const { body } = await emulator.ask('GET', connection)
      return body.properties.tunnelConnectionStatus?.[0]
    }
    await order('silent')
    emulator.pass(300)
    expect(await tunnel()).toMatchObject({ connectionStatus: DOWN, ingressBytesTransferred: 0 })
    await order({ key: 'wrong' })
    emulator.pass(300)
    const down = await tunnel()
    expect(down).toMatchObject({ connectionStatus: DOWN, ingressBytesTransferred: 0 })
    expect(down.lastConnectionEstablishedUtcTime).toBeUndefined()
    await order('up')
    emulator.pass(300)
    expect(await tunnel()).toMatchObject({ connectionStatus: UP })
  })

  it.each([
    ['is not there', `${idOf(LODZ)}-x`],
    ['is no connection', idOf('vgw-weu-prod')],
    ['leads to another network', idOf('cn-eus-to-sea')],
  ])('is refused where the connection %s, and changes nothing', async (_, connection) => {
    const emulator = openContoso()
    await expect(emulator.control({ do: 'farSide', connection, device: 'up' })).rejects.toThrow(
      /There is no connection|only a site has a device/,
    )
    expect((await emulator.control({ do: 'describe' })).changed).toBe(false)
  })
})
