import { describe, expect, test } from 'vitest'
import { idOf, openContoso } from './contoso.ts'

const DUBLIN = idOf('er-dub-eunet-1')
const DIRECT = idOf('er-direct-ams-1')
const WAITING = idOf('er-ams-equinix-1')
const PRIVATE = 'peerings/AzurePrivatePeering'

const table = async (circuit: string, name: string, emulator = openContoso()) => {
  const started = await emulator.ask('POST', `${circuit}/${PRIVATE}/${name}`)
  emulator.pass(30)
  const ended = await emulator.ask('GET', started.headers.get('Location') ?? '')
  return { started, ended, rows: ended.body?.value }
}

/** As recorded in 2018 but for the values. */
describe('tables of a peering', () => {
  test('begin with 202 null and Location alone, and end with value', async () => {
    const { started, ended } = await table(DUBLIN, 'arpTables/Primary')
    expect(started.status).toBe(202)
    expect(started.body).toBeNull()
    expect(started.headers.get('Azure-AsyncOperation')).toBeNull()
    expect(ended.status).toBe(200)
    expect(ended.body.value).toEqual([
      {
        age: expect.any(Number),
        interface: 'On-Prem',
        ipAddress: '172.16.0.17',
        macAddress: expect.stringMatching(/^[0-9a-f]{4}(\.[0-9a-f]{4}){2}$/),
      },
      { age: 0, interface: 'Microsoft', ipAddress: '172.16.0.18', macAddress: expect.any(String) },
    ])
  })

  test('tell a session that does not come up from a link that is not there', async () => {
    const session = await table(DUBLIN, 'routeTablesSummary/secondary')
    expect(session.rows).toEqual([
      { neighbor: '172.16.0.21', v: 4, as: 64710, upDown: 'never', statePfxRcd: 'Active' },
    ])
    expect((await table(DUBLIN, 'arpTables/secondary')).rows).toHaveLength(2)
    // The second link of the port is switched off.
    const link = await table(DIRECT, 'arpTables/secondary')
    expect(link.rows).toMatchObject([{ interface: 'Microsoft' }])
    expect((await table(DIRECT, 'routeTablesSummary/primary')).rows).toMatchObject([{ statePfxRcd: '1' }])
  })

  test('hold the customer’s routes and those of connected networks', async () => {
    const { rows } = await table(DUBLIN, 'routeTables/primary')
    const paths = new Set(rows.map(({ path }: { path: string }) => path))
    expect(paths).toEqual(new Set(['64710', '65515']))
    expect(
      (await table(DUBLIN, 'routeTables/secondary')).rows.every(
        (row: { path: string }) => row.path === '65515',
      ),
    ).toBe(true)
  })

  test('refuse a peering that is not there and a device of another name', async () => {
    const emulator = openContoso()
    expect((await emulator.ask('POST', `${WAITING}/${PRIVATE}/arpTables/primary`)).status).toBe(404)
    expect((await emulator.ask('POST', `${DUBLIN}/${PRIVATE}/arpTables/third`)).status).toBe(400)
  })
})

test('counters grow with the time, not on a path that is down', async () => {
  const emulator = openContoso()
  const before = await emulator.ask('GET', `${DUBLIN}/stats`)
  expect(Object.keys(before.body)).toEqual([
    'primaryBytesIn',
    'primaryBytesOut',
    'secondaryBytesIn',
    'secondaryBytesOut',
  ])
  expect(before.body.secondaryBytesIn).toBe(0)
  expect(before.body.primaryBytesIn).toBeGreaterThan(0)
  expect((await emulator.ask('GET', `${DUBLIN}/${PRIVATE}/stats`)).body).toEqual(before.body)
  emulator.pass(60)
  const after = await emulator.ask('GET', `${DUBLIN}/stats`)
  expect(after.body.primaryBytesOut).toBeGreaterThan(before.body.primaryBytesOut)
})

test('an ExpressRoute gateway speaks to both edge routers of each circuit and learns what they bring', async () => {
  const emulator = openContoso()
  const gateway = idOf('ERGW_MES_NEU')
  const later = async (action: string) => {
    const started = await emulator.ask('POST', `${gateway}/${action}`)
    emulator.pass(30)
    return (await emulator.ask('GET', started.headers.get('Location') ?? '')).body.value
  }
  const peers = await later('getBgpPeerStatus')
  expect(new Set(peers.map(({ neighbor }: { neighbor: string }) => neighbor)).size).toBe(2)
  expect(peers.map(({ routesReceived }: { routesReceived: number }) => routesReceived)).toEqual([1, 0, 1, 0])
  const learned = await later('getLearnedRoutes')
  expect(learned.filter(({ origin }: { origin: string }) => origin === 'EBgp')).toMatchObject([
    { network: '10.134.0.0/16', asPath: '12076-64710' },
    { network: '10.134.0.0/16', asPath: '12076-64710' },
  ])
  const told = await later(`getAdvertisedRoutes?peer=${peers[0].neighbor}`)
  expect(told.length).toBeGreaterThan(0)
})
