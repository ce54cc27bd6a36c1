import { NetworkManagementClient } from '@azure/arm-network'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createAzure } from '../../../src/azure/azure.ts'
import { demoCredential } from '../../../src/azure/demo-credential.ts'
import { contoso } from '../../../src/emulator/estates/contoso/contoso.ts'
import { connectivity } from '../../../src/emulator/estates/contoso/places.ts'
import { createEmulator } from '../../../src/emulator/app.ts'
import { emulatorHandlers } from '../../../src/emulator/mount-msw.ts'
import { idOf, openContoso } from './contoso.ts'

const server = setupServer()
const FAST = { updateIntervalInMs: 5 }
const WEU = ['rg-net-weu', 'vgw-weu-prod'] as const
const SWC = ['rg-net-swc', 'vgw-swc-people'] as const
const LODZ = ['rg-net-weu', 'cn-weu-to-lodz'] as const

/** Where it works: several actions of the pinned client fall over what Azure really answers (ARM contract 7.5). */
describe('the pinned Azure client', () => {
  let client: NetworkManagementClient

  beforeAll(() => {
    const emulator = createEmulator({
      clock: () => Date.now(),
      newGuid: () => crypto.randomUUID(),
      estates: [contoso],
      speed: 'instant',
    })
    server.listen({ onUnhandledRequest: 'error' })
    server.use(...emulatorHandlers(emulator))
    const credential = {
      getToken: async () => ({ token: 'x', expiresOnTimestamp: Date.now() + 3_600_000 }),
    }
    client = new NetworkManagementClient(credential, connectivity.subscriptionId, {
      retryOptions: { maxRetries: 0 },
    })
  })
  afterAll(() => server.close())

  it('reads peers and routes', async () => {
    const gateways = client.virtualNetworkGateways
    const peers = await gateways.beginGetBgpPeerStatusAndWait(...WEU, FAST)
    expect(peers.value?.filter(({ state }) => state === 'Connecting')).toMatchObject([
      { neighbor: '10.64.0.254' },
    ])
    const learned = await gateways.beginGetLearnedRoutesAndWait(...WEU, FAST)
    expect(learned.value?.some(({ origin, asPath }) => origin === 'EBgp' && asPath === '64621')).toBe(true)
    const advertised = await gateways.beginGetAdvertisedRoutesAndWait(...WEU, '10.66.0.1', FAST)
    expect(advertised.value?.every(({ origin }) => origin === 'Igp')).toBe(true)
  })

  it('reads clients, their profile and parameters, devices and secrets', async () => {
    const gateways = client.virtualNetworkGateways
    const health = await gateways.beginGetVpnclientConnectionHealthAndWait(...SWC, FAST)
    expect(health.value).toHaveLength(3)
    const ids = health.value?.slice(0, 1).flatMap(({ vpnConnectionId }) => vpnConnectionId ?? [])
    await gateways.beginDisconnectVirtualNetworkGatewayVpnConnectionsAndWait(
      ...SWC,
      { vpnConnectionIds: ids },
      FAST,
    )
    expect((await gateways.beginGetVpnclientConnectionHealthAndWait(...SWC, FAST)).value).toHaveLength(2)
    const profile = await gateways.beginGenerateVpnProfileAndWait(...SWC, {}, FAST)
    expect(profile.body).toMatch(/^https:\/\/vpnprofiles\.blob\.storage\.example\//)
    expect((await gateways.beginGetVpnclientIpsecParametersAndWait(...SWC, FAST)).dhGroup).toBe('DHGroup2')
    expect((await gateways.supportedVpnDevices(...WEU)).body).toContain('<rpvpndevicelist')
    expect((await gateways.listRadiusSecrets(...SWC)).value).toHaveLength(1)
  })

  it('reads associations and resets a connection', async () => {
    const { body } = await client.virtualNetworkGatewayConnections.beginGetIkeSasAndWait(...LODZ, FAST)
    expect(JSON.parse(body ?? '')).toMatchObject({ IkeSAs: [{ remoteEndpoint: '203.0.113.94' }] })
    await client.virtualNetworkGatewayConnections.beginResetConnectionAndWait(...LODZ, FAST)
    const { connectionStatus } = await client.virtualNetworkGatewayConnections.get(...LODZ)
    expect(connectionStatus).toBe('Connected')
  })
})

/** The app's own client of operations, in which waiting is what makes time pass. */
async function followed(name: string, action: string, body?: Parameters<typeof JSON.stringify>[0]) {
  const emulator = openContoso()
  let now = 0
  let id = 0
  const { operations } = createAzure({
    send: async ({ url, method, headers, body: sent }) => {
      const response = await emulator.fetch(new Request(url, { method, headers, body: sent }))
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      }
    },
    credential: demoCredential,
    clock: () => now,
    sleep: (milliseconds) => {
      now += milliseconds
      emulator.pass(milliseconds / 1000)
      return Promise.resolve()
    },
    newId: () => String(id++),
    pollIntervalMs: () => 10_000,
  })
  const started = await operations.start({ method: 'POST', id: idOf(name), action, body })
  if (!started.ok) throw new Error(JSON.stringify(started.error))
  const { value } = started
  return value.state === 'running' ? operations.follow(value.operation) : value
}

describe('the app’s own client', () => {
  it.each([
    ['vgw-weu-prod', 'reset', undefined, { state: 'succeeded' }],
    ['cn-weu-to-lodz', 'sharedkey/reset', { keyLength: 20 }, { state: 'succeeded' }],
    [
      'cn-weu-to-lodz',
      'getikesas',
      undefined,
      { state: 'succeeded', result: { IkeSAs: [{ localEndpoint: '198.51.100.30' }] } },
    ],
    [
      'cn-weu-to-lodz',
      'startPacketCapture',
      {},
      { state: 'succeeded', result: { Status: 'Successful', Data: '' } },
    ],
    [
      'cn-weu-to-lodz',
      'stopPacketCapture',
      { sasUrl: 'https://captures.example/x' },
      { state: 'failed', error: { code: 'NoPacketCaptureResponseDataFound' } },
    ],
    ['vgw-weu-prod', 'supportedvpndevices', undefined, { state: 'settled' }],
    [
      'vgw-weu-prod',
      'getLearnedRoutes',
      undefined,
      { state: 'succeeded', result: { value: expect.any(Array) } },
    ],
  ])('follows %s %s to its end', async (name, action, body, end) => {
    expect(await followed(name, action, body)).toMatchObject(end)
  })
})
