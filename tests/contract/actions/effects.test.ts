import { describe, expect, it } from 'vitest'
import { psk } from '../../../src/emulator/estates/contoso/places.ts'
import type { TestEmulator } from '../emulator.ts'
import { act, idOf, openContoso, properties, statuses, tunnels } from './contoso.ts'

const [UP, DOWN, COMING] = ['Connected', 'NotConnected', 'Connecting']

async function ikeSas(emulator: TestEmulator, name: string) {
  return JSON.parse((await act(emulator, name, 'getikesas', undefined, 10)).result.body).IkeSAs
}

async function setKey(emulator: TestEmulator, name: string, value: string): Promise<void> {
  expect((await emulator.ask('PUT', `${idOf(name)}/sharedkey`, { value })).status).toBe(200)
  emulator.pass(60)
}

describe('a reset of a gateway', () => {
  it('interrupts the tunnels of the instance with that address until it ends; they begin anew', async () => {
    const emulator = openContoso()
    const [, before] = await tunnels(emulator, 'cn-weu-to-rotterdam')
    await act(emulator, 'vgw-weu-prod', 'reset?gatewayVip=198.51.100.23', undefined, 60)
    expect(await statuses(emulator, 'cn-weu-to-rotterdam')).toEqual([UP, DOWN])
    expect((await properties(emulator, 'cn-weu-to-rotterdam')).connectionStatus).toBe(UP)
    emulator.pass(900)
    const [first, second] = await tunnels(emulator, 'cn-weu-to-rotterdam')
    expect([first?.connectionStatus, second?.connectionStatus]).toEqual([UP, UP])
    expect(second?.lastConnectionEstablishedUtcTime).toBe('2026-11-25T09:08:00Z')
    expect(first?.lastConnectionEstablishedUtcTime).toBe('2026-11-04T05:12:36Z')
    expect(second?.ingressBytesTransferred).toBeGreaterThan(0)
    expect(second?.ingressBytesTransferred).toBeLessThan(before?.ingressBytesTransferred ?? 0)
  })

  it('without an address is one of the active instance, for every connection of the gateway', async () => {
    const emulator = openContoso()
    await act(emulator, 'vgw-weu-depots', 'reset', undefined, 60)
    for (const name of ['cn-weu-to-poznan', 'cn-weu-to-lodz']) {
      expect(await statuses(emulator, name)).toEqual([DOWN])
      expect((await properties(emulator, name)).connectionStatus).toBe(DOWN)
    }
    emulator.pass(900)
    for (const name of ['cn-weu-to-poznan', 'cn-weu-to-lodz'])
      expect(await statuses(emulator, name)).toEqual([UP])
  })

  it('takes the far end of another network’s tunnel away as well', async () => {
    const emulator = openContoso()
    await act(emulator, 'vgw-sea-prod', 'reset', undefined, 60)
    expect(await statuses(emulator, 'cn-eus-to-sea')).toEqual([DOWN, DOWN])
    emulator.pass(900)
    expect(await statuses(emulator, 'cn-eus-to-sea')).toEqual([UP, UP])
    await act(emulator, 'vgw-eus-prod', 'reset?gatewayVip=198.51.100.61', undefined, 60)
    expect(await statuses(emulator, 'cn-sea-to-eus')).toEqual([UP])
    expect(await statuses(emulator, 'cn-eus-to-sea')).toEqual([UP, DOWN])
  })

  it('does not bring back what is down for a reason, and lets a gateway that failed succeed', async () => {
    const emulator = openContoso()
    await act(emulator, 'vgw-eus-prod', 'reset')
    expect(await statuses(emulator, 'cn-eus-to-branch-denver')).toEqual([DOWN, DOWN])
    await act(emulator, 'vgw-neu-dr', 'reset')
    expect((await properties(emulator, 'vgw-neu-dr')).provisioningState).toBe('Succeeded')
  })
})

it('a reset of a connection is one of its own tunnels', async () => {
  const emulator = openContoso()
  await act(emulator, 'cn-weu-to-rotterdam', 'resetconnection', undefined, 5)
  expect(await statuses(emulator, 'cn-weu-to-rotterdam')).toEqual([COMING, COMING])
  expect((await properties(emulator, 'cn-weu-to-rotterdam')).connectionStatus).toBe(COMING)
  expect(await statuses(emulator, 'cn-weu-to-gdansk')).toEqual([UP, DOWN])
  emulator.pass(60)
  const after = await tunnels(emulator, 'cn-weu-to-rotterdam')
  expect(after.map(({ connectionStatus }) => connectionStatus)).toEqual([UP, UP])
  expect(new Set(after.map((one) => one.lastConnectionEstablishedUtcTime))).toEqual(
    new Set(['2026-11-25T09:00:30Z']),
  )
})

describe('a shared key', () => {
  it('that the device does not have disconnects, and the right one connects again', async () => {
    const emulator = openContoso()
    await setKey(emulator, 'cn-weu-to-lodz', 'another')
    expect(await statuses(emulator, 'cn-weu-to-lodz')).toEqual([DOWN])
    expect(await ikeSas(emulator, 'cn-weu-to-lodz')).toEqual([])
    await act(emulator, 'cn-weu-to-lodz', 'resetconnection')
    expect(await statuses(emulator, 'cn-weu-to-lodz')).toEqual([DOWN])
    await setKey(emulator, 'cn-weu-to-lodz', psk('lodz'))
    const [tunnel] = await tunnels(emulator, 'cn-weu-to-lodz')
    expect(tunnel?.connectionStatus).toBe(UP)
    expect(tunnel?.lastConnectionEstablishedUtcTime).toMatch(/^2026-11-25T/)
  })

  it('set again as it was interrupts nothing', async () => {
    const emulator = openContoso()
    await setKey(emulator, 'cn-weu-to-lodz', psk('lodz'))
    const [tunnel] = await tunnels(emulator, 'cn-weu-to-lodz')
    expect(tunnel?.lastConnectionEstablishedUtcTime).toBe('2026-11-11T23:05:47Z')
  })

  it('between two networks has to be the same on both connections', async () => {
    const emulator = openContoso()
    await setKey(emulator, 'cn-eus-to-sea', 'fresh')
    expect(await statuses(emulator, 'cn-eus-to-sea')).toEqual([DOWN, DOWN])
    expect(await statuses(emulator, 'cn-sea-to-eus')).toEqual([DOWN])
    await setKey(emulator, 'cn-sea-to-eus', 'fresh')
    expect(await statuses(emulator, 'cn-eus-to-sea')).toEqual([UP, UP])
    expect(await statuses(emulator, 'cn-sea-to-eus')).toEqual([UP])
  })

  it('that is reset is a new one of that length, which the device does not have', async () => {
    const emulator = openContoso()
    await act(emulator, 'cn-weu-to-lodz', 'sharedkey/reset', { keyLength: 24 })
    const { body } = await emulator.ask('GET', `${idOf('cn-weu-to-lodz')}/sharedkey`)
    expect(body.value).toMatch(/^[A-Za-z0-9]{24}$/)
    expect(await statuses(emulator, 'cn-weu-to-lodz')).toEqual([DOWN])
  })

  it('sent in a PUT of the connection does the same', async () => {
    const emulator = openContoso()
    const { body } = await emulator.ask('GET', idOf('cn-weu-to-lodz'))
    await emulator.ask('PUT', idOf('cn-weu-to-lodz'), {
      ...body,
      properties: { ...body.properties, sharedKey: 'another' },
    })
    emulator.pass(120)
    expect(await statuses(emulator, 'cn-weu-to-lodz')).toEqual([DOWN])
  })
})

describe('a tunnel that was lost before', () => {
  it('of Gdańsk: its device has the old key; instance 0 lives on its old association until that ends', async () => {
    const emulator = openContoso()
    const [association, ...others] = await ikeSas(emulator, 'cn-weu-to-gdansk')
    expect(others).toEqual([])
    expect(association).toMatchObject({
      localEndpoint: '198.51.100.22',
      remoteEndpoint: '203.0.113.18',
      lifeTimeSeconds: 28_800,
      // It ends in 171 minutes.
      elapsedTimeInseconds: 28_800 - 171 * 60,
    })
    emulator.pass(172 * 60)
    expect(await statuses(emulator, 'cn-weu-to-gdansk')).toEqual([DOWN, DOWN])
    await setKey(emulator, 'cn-weu-to-gdansk', psk('gdansk'))
    expect(await statuses(emulator, 'cn-weu-to-gdansk')).toEqual([UP, UP])
    expect(await ikeSas(emulator, 'cn-weu-to-gdansk')).toHaveLength(2)
  })

  it('of Gdańsk: beginning anew ends the old association too', async () => {
    const emulator = openContoso()
    await act(emulator, 'cn-weu-to-gdansk', 'resetconnection')
    expect(await statuses(emulator, 'cn-weu-to-gdansk')).toEqual([DOWN, DOWN])
  })

  it('of Denver: nobody answers, whatever is done in Azure', async () => {
    const emulator = openContoso()
    await act(emulator, 'cn-eus-to-branch-denver', 'resetconnection')
    await setKey(emulator, 'cn-eus-to-branch-denver', 'another')
    expect(await statuses(emulator, 'cn-eus-to-branch-denver')).toEqual([DOWN, DOWN])
    expect(await ikeSas(emulator, 'cn-eus-to-branch-denver')).toEqual([])
  })
})

describe('a change of settings', () => {
  it('to a policy the device does not take disconnects, back to its own connects', async () => {
    const emulator = openContoso()
    const { body } = await emulator.ask('GET', idOf('cn-weu-to-rotterdam'))
    const put = async (ipsecPolicies: object[]) => {
      const changed = { ...body, properties: { ...body.properties, ipsecPolicies } }
      expect((await emulator.ask('PUT', idOf('cn-weu-to-rotterdam'), changed)).status).toBe(200)
      emulator.pass(120)
      return statuses(emulator, 'cn-weu-to-rotterdam')
    }
    const [policy] = body.properties.ipsecPolicies
    expect(await put([{ ...policy, pfsGroup: 'ECP256' }])).toEqual([DOWN, DOWN])
    // Lifetimes need not be the same.
    expect(await put([{ ...policy, saLifeTimeSeconds: 3600 }])).toEqual([UP, UP])
    expect(await put([])).toEqual([DOWN, DOWN])
  })

  it('of the site restarts the tunnels to it for seconds', async () => {
    const emulator = openContoso()
    const { body } = await emulator.ask('GET', idOf('lng-lodz-depot'))
    await emulator.ask('PUT', idOf('lng-lodz-depot'), {
      ...body,
      properties: { ...body.properties, localNetworkAddressSpace: { addressPrefixes: ['10.65.0.0/21'] } },
    })
    emulator.pass(33)
    expect(await statuses(emulator, 'cn-weu-to-lodz')).toEqual([COMING])
    emulator.pass(33)
    const [tunnel] = await tunnels(emulator, 'cn-weu-to-lodz')
    expect(tunnel).toMatchObject({
      connectionStatus: UP,
      lastConnectionEstablishedUtcTime: '2026-11-25T09:00:41Z',
    })
  })

  it('sent back as it was read restarts nothing', async () => {
    const emulator = openContoso()
    for (const name of ['cn-weu-to-lodz', 'lng-lodz-depot', 'cn-weu-to-rotterdam']) {
      const { body } = await emulator.ask('GET', idOf(name))
      expect((await emulator.ask('PUT', idOf(name), body)).status).toBe(200)
      emulator.pass(120)
    }
    expect((await tunnels(emulator, 'cn-weu-to-lodz'))[0]).toMatchObject({
      lastConnectionEstablishedUtcTime: '2026-11-11T23:05:47Z',
    })
    expect((await tunnels(emulator, 'cn-weu-to-rotterdam'))[0]).toMatchObject({
      lastConnectionEstablishedUtcTime: '2026-11-04T05:12:36Z',
    })
  })
})

it('bytes grow with time while a tunnel is up, and not while it is down', async () => {
  const emulator = openContoso()
  const before = await tunnels(emulator, 'cn-weu-to-gdansk')
  const total = (await properties(emulator, 'cn-weu-to-gdansk')).ingressBytesTransferred
  expect(total).toBe(before.reduce((sum, one) => sum + one.ingressBytesTransferred, 0))
  emulator.pass(600)
  const after = await tunnels(emulator, 'cn-weu-to-gdansk')
  expect(after[0]?.ingressBytesTransferred).toBeGreaterThan(before[0]?.ingressBytesTransferred ?? 0)
  expect(after[1]?.ingressBytesTransferred).toBe(before[1]?.ingressBytesTransferred)
  expect(after[1]?.ingressBytesTransferred).toBe(912_004_771_133)
})

describe('clients', () => {
  const health = async (emulator: TestEmulator) =>
    (await act(emulator, 'vgw-swc-people', 'getVpnClientConnectionHealth', undefined, 5)).result.body.value

  it('are told one by one and counted in the gateway, and go when they are disconnected', async () => {
    const emulator = openContoso()
    const before = await health(emulator)
    expect(before.map((one: { vpnUserName: string }) => one.vpnUserName)).toEqual([
      'vpn-laptop-0412',
      'i.lindqvist@contoso.com',
      'e.sandberg@contoso.com',
    ])
    expect(before[2]).toMatchObject({
      vpnConnectionDuration: 17 * 60,
      vpnConnectionTime: '2026-11-25T08:43:00',
      privateIpAddress: '172.27.0.4',
    })
    await act(emulator, 'vgw-swc-people', 'disconnectVirtualNetworkGatewayVpnConnections', {
      vpnConnectionIds: [before[1].vpnConnectionId],
    })
    expect(await health(emulator)).toHaveLength(2)
    const { vpnClientConfiguration } = await properties(emulator, 'vgw-swc-people')
    expect(vpnClientConfiguration.vpnClientConnectionHealth).toMatchObject({
      vpnClientConnectionsCount: 2,
      allocatedIpAddresses: ['172.27.0.2', '172.27.0.4'],
    })
  })

  it('are away during a reset and begin anew after it', async () => {
    const emulator = openContoso()
    await act(emulator, 'vgw-swc-people', 'reset', undefined, 60)
    expect(await health(emulator)).toEqual([])
    emulator.pass(900)
    for (const { vpnConnectionTime } of await health(emulator))
      expect(vpnConnectionTime).toBe('2026-11-25T09:08:00')
  })
})
