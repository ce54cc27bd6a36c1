import { describe, expect, it } from 'vitest'
import { act, idOf, openContoso } from './contoso.ts'
import type { TestEmulator } from '../emulator.ts'

async function value(emulator: TestEmulator, gateway: string, action: string) {
  return (await act(emulator, gateway, action, undefined, 10)).result.body.value
}

const WEU = 'vgw-weu-prod'
const [ONE, OTHER] = ['10.20.0.4', '10.20.0.5']

describe('BGP peers', () => {
  it('follow the tunnels of their instance', async () => {
    const emulator = openContoso()
    const peers = await value(emulator, WEU, 'getBgpPeerStatus')
    const told = peers.map((one: { localAddress: string; neighbor: string; state: string; asn: number }) => [
      one.localAddress,
      one.neighbor,
      one.asn,
      one.state,
    ])
    expect(told).toEqual([
      [ONE, '10.64.0.254', 64620, 'Connected'],
      [OTHER, '10.64.0.254', 64620, 'Connecting'],
      [ONE, '10.66.0.1', 64621, 'Connected'],
      [OTHER, '10.66.0.1', 64621, 'Connected'],
      [ONE, OTHER, 65515, 'Connected'],
      [OTHER, ONE, 65515, 'Connected'],
    ])
    // As recorded of one that is not connected.
    expect(peers[1]).toEqual({
      localAddress: OTHER,
      neighbor: '10.64.0.254',
      asn: 64620,
      state: 'Connecting',
      routesReceived: 0,
      messagesSent: 0,
      messagesReceived: 0,
    })
    expect(peers[0]).toMatchObject({ routesReceived: 2, connectedDuration: '21.03:47:27.0000000' })
    await act(emulator, WEU, 'reset?gatewayVip=198.51.100.22', undefined, 60)
    const during = await value(emulator, WEU, 'getBgpPeerStatus?peer=10.66.0.1')
    expect(during.map((one: { state: string }) => one.state)).toEqual(['Connecting', 'Connected'])
    emulator.pass(900)
    const [after] = await value(emulator, WEU, 'getBgpPeerStatus?peer=10.66.0.1')
    expect(after).toMatchObject({ state: 'Connected', connectedDuration: expect.stringMatching(/^00:\d\d:/) })
  })

  it('of other gateways: one site answers and one does not, and there are none without BGP', async () => {
    const emulator = openContoso()
    const peers = await value(emulator, 'vgw-eus-prod', 'getBgpPeerStatus')
    const state = (neighbor: string) =>
      peers
        .filter((one: { neighbor: string }) => one.neighbor === neighbor)
        .map((one: { state: string }) => one.state)
    expect(state('10.72.16.254')).toEqual(['Connected', 'Connected'])
    expect(state('10.72.0.254')).toEqual(['Connecting', 'Connecting'])
    expect(await value(emulator, 'vgw-weu-depots', 'getBgpPeerStatus')).toEqual([])
  })
})

describe('learned routes', () => {
  it('are the network’s own, the peers’ addresses, and what connected peers announce', async () => {
    const routes = await value(openContoso(), WEU, 'getLearnedRoutes')
    expect(routes).toContainEqual({
      localAddress: ONE,
      network: '10.20.0.0/16',
      sourcePeer: ONE,
      origin: 'Network',
      asPath: '',
      weight: 32768,
    })
    expect(routes).toContainEqual({
      localAddress: ONE,
      network: '10.64.64.0/22',
      nextHop: '10.64.0.254',
      sourcePeer: '10.64.0.254',
      origin: 'EBgp',
      asPath: '64620-64700',
      weight: 32768,
    })
    const of = (localAddress: string, network: string) =>
      routes
        .filter((one: { localAddress: string; network: string }) => {
          return one.localAddress === localAddress && one.network === network
        })
        .map((one: { origin: string }) => one.origin)
    // Spokes that use the gateway are its network too.
    expect(of(ONE, '10.21.0.0/20')).toEqual(['Network'])
    expect(of(ONE, '10.66.0.1/32')).toEqual(['Network'])
    expect(of(ONE, '10.66.0.0/16')).toEqual(['EBgp', 'IBgp'])
    // Gdańsk has no tunnel to this instance.
    expect(of(OTHER, '10.64.0.0/20')).toEqual(['IBgp'])
  })

  it('go with the tunnel', async () => {
    const emulator = openContoso()
    await act(emulator, 'cn-weu-to-gdansk', 'resetconnection')
    const routes = await value(emulator, WEU, 'getLearnedRoutes')
    expect(routes.filter((one: { network: string }) => one.network === '10.64.0.0/20')).toEqual([])
  })

  it('of a site without BGP are its prefixes', async () => {
    const routes = await value(openContoso(), 'vgw-weu-depots', 'getLearnedRoutes')
    expect(routes.map((one: { network: string }) => one.network)).toEqual(
      expect.arrayContaining(['10.22.0.0/22', '10.48.0.0/16', '10.65.0.0/22']),
    )
  })
})

describe('advertised routes', () => {
  it('are the network and what other peers announce, never what the peer itself said', async () => {
    const routes = await value(openContoso(), WEU, 'getAdvertisedRoutes?peer=10.64.0.254')
    expect(routes).toContainEqual({
      localAddress: ONE,
      network: '10.20.0.0/16',
      nextHop: ONE,
      origin: 'Igp',
      asPath: '65515',
      weight: 0,
    })
    expect(routes).toContainEqual(
      expect.objectContaining({
        localAddress: ONE,
        network: '10.69.0.0/20',
        asPath: '65515-64621-64710-64711',
      }),
    )
    expect(routes.filter((one: { network: string }) => one.network === '10.64.0.0/20')).toEqual([])
  })

  it('of a gateway without BGP are its network, as recorded', async () => {
    expect(await value(openContoso(), 'vgw-weu-depots', 'getAdvertisedRoutes?peer=10.1.0.254')).toEqual([
      {
        localAddress: '',
        network: '10.22.0.0/22',
        nextHop: 'Virtual Network',
        origin: 'Igp',
        asPath: '65515',
        weight: 0,
      },
    ])
  })
})

it('effective routes lead to the network and through the tunnels that are up', async () => {
  const routes = await value(openContoso(), WEU, 'getEffectiveRoutes')
  expect(routes).toContainEqual({
    localAddress: ONE,
    addressPrefixes: expect.arrayContaining(['10.20.0.0/16']),
    nextHopType: 'VirtualNetwork',
  })
  const through = routes.filter((one: { nextHopType: string }) => one.nextHopType === 'Tunnel')
  expect(
    through.map((one: { localAddress: string; nextHopIpAddress: string }) => [
      one.localAddress,
      one.nextHopIpAddress,
    ]),
  ).toEqual([
    [ONE, '203.0.113.18'],
    [ONE, '203.0.113.74'],
    [OTHER, '203.0.113.74'],
  ])
})

it('an association has the members Azure’s own tools read, and cookies of 64 bits', async () => {
  const emulator = openContoso()
  const { result } = await act(emulator, 'cn-weu-to-rotterdam', 'getikesas', undefined, 10)
  const [association] = JSON.parse(result.body).IkeSAs
  expect(association).toMatchObject({
    localEndpoint: '198.51.100.22',
    remoteEndpoint: '203.0.113.74',
    encryption: 'AES256',
    integrity: 'SHA384',
    dhGroup: 'ECP384',
    isSaInitiator: expect.any(Boolean),
    quickModeSa: [
      {
        encryption: 'GCMAES256',
        integrity: 'GCMAES256',
        pfsGroupId: 'ECP384',
        lifeTimeSeconds: 27_000,
        lifetimeKilobytes: 102_400_000,
        localTrafficSelectors: ['0.0.0.0/0'],
        inboundSPI: expect.any(Number),
      },
    ],
  })
  expect(result.body).toMatch(/"initiatorCookie":\d{10,20},/)
  expect(idOf('cn-weu-to-rotterdam')).toContain('/connections/')
})

describe('two networks joined with BGP on their connections alone', () => {
  it('are peers, as recorded with enableBgp false on both gateways', async () => {
    const emulator = openContoso()
    for (const name of ['cn-eus-to-sea', 'cn-sea-to-eus']) {
      const { body } = await emulator.ask('GET', idOf(name))
      const changed = { ...body, properties: { ...body.properties, enableBgp: true } }
      expect((await emulator.ask('PUT', idOf(name), changed)).status).toBe(200)
    }
    emulator.pass(120)
    const [peer] = await value(emulator, 'vgw-sea-prod', 'getBgpPeerStatus')
    expect(peer).toMatchObject({
      localAddress: '10.60.15.30',
      neighbor: '10.40.0.4',
      asn: 65040,
      state: 'Connected',
    })
    const routes = await value(emulator, 'vgw-sea-prod', 'getLearnedRoutes')
    expect(routes).toContainEqual(expect.objectContaining({ network: '10.40.0.4/32', origin: 'Network' }))
    expect(routes).toContainEqual(
      expect.objectContaining({
        network: '10.40.0.0/16',
        origin: 'EBgp',
        nextHop: '10.40.0.4',
        asPath: '65040',
      }),
    )
  })
})
