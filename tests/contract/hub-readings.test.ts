import { expect, test } from 'vitest'
import { readEffectiveRoutes, readPeerRoutes } from '../../src/azure/diagnostics/hub-routes.ts'
import { idOf, onContoso, read } from './on-contoso.ts'

const HUB = idOf('vhub-sea-01')
const SERVER = idOf('rs-swc-01')

test('a hub, its connections and its tables are read with their routing', async () => {
  const on = onContoso()
  expect(await read(on, HUB)).toMatchObject({
    kind: 'virtualHub',
    minCapacity: 2,
    networkVirtualApplianceIds: [expect.stringMatching(/nva-sdwan-sea-01$/)],
    bgpConnectionIds: [`${HUB}/bgpConnections/bgp-nva-partners`],
  })
  const list = await on.azure.list(`${HUB}/hubVirtualNetworkConnections`)
  if (!list.ok) throw new Error(list.error.code)
  expect(list.value.find(({ name }) => name === 'hvc-shared')).toMatchObject({
    kind: 'hubVirtualNetworkConnection',
    associatedRouteTableId: `${HUB}/hubRouteTables/rt-shared`,
    propagatedLabels: ['shared', 'default'],
    staticRoutes: [],
    propagateStaticRoutes: true,
    vnetLocalRouteOverrideCriteria: 'Contains',
    connectivityStatus: 'Connected',
  })
})

test('the effective routes of a table and of a connection, a row for each prefix', async () => {
  const { azure } = onContoso()
  const table = await readEffectiveRoutes(azure, HUB, {
    resourceId: `${HUB}/hubRouteTables/defaultRouteTable`,
    virtualWanResourceType: 'RouteTable',
  })
  if (!table.ok) throw new Error(table.error.code)
  expect(table.value.length).toBeGreaterThan(2)
  expect(table.value).toContainEqual(
    expect.objectContaining({
      prefix: expect.stringMatching(/^\d+\.\d+\.\d+\.\d+\/\d+$/),
      nextHops: [expect.any(String)],
    }),
  )
  const connection = await readEffectiveRoutes(azure, HUB, {
    resourceId: `${HUB}/hubVirtualNetworkConnections/hvc-apps`,
    virtualWanResourceType: 'HubVirtualNetworkConnection',
  })
  expect(connection.ok).toBe(true)
})

test('a BGP peer and its routes, by instance', async () => {
  const on = onContoso()
  const peerId = `${SERVER}/bgpConnections/nva-swc-01`
  expect(await read(on, peerId)).toMatchObject({
    kind: 'hubBgpConnection',
    peerAsn: 65050,
    peerIp: '10.80.4.4',
    connectionState: 'Connected',
  })
  const learned = await readPeerRoutes(on.azure, peerId, 'learnedRoutes')
  if (!learned.ok) throw new Error(learned.error.code)
  expect(learned.value.map(({ instance }) => instance)).toEqual([
    'RouteServiceRole_IN_0',
    'RouteServiceRole_IN_1',
  ])
  expect(learned.value[0]?.routes[0]).toMatchObject({ sourcePeer: '10.80.4.4', origin: 'EBgp' })
  const told = await readPeerRoutes(on.azure, peerId, 'advertisedRoutes')
  expect(told).toMatchObject({ ok: true, value: [{ instance: 'RouteServiceRole_IN_0' }, {}] })
})
