import { expect, it } from 'vitest'
import { GROUP, NETWORK, testEmulator, type TestEmulator } from './emulator.ts'
import { location, ref } from './rules/bodies.ts'

// Any sequence of writes, also ones that come too soon or make no sense: what is there stays sound after each.

const HUB = `${NETWORK}/virtualHubs/vhub`
const TABLES = ['defaultRouteTable', 'noneRouteTable', 'red', 'blue']
const SPOKES = ['one', 'two', 'three']
const tableId = (name: string) => `${HUB}/hubRouteTables/${name}`
const spokeId = (name: string) => `${HUB}/hubVirtualNetworkConnections/${name}`

/** The same numbers for the same seed (mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

async function withParts(): Promise<TestEmulator> {
  const emulator = testEmulator()
  await emulator.ask('PUT', GROUP, { location })
  const parts: [string, object][] = [
    ...SPOKES.map((name, n): [string, object] => [
      `virtualNetworks/${name}`,
      { addressSpace: { addressPrefixes: [prefixOf(n)] } },
    ]),
    ['virtualWans/wan', { type: 'Standard' }],
    ['virtualHubs/vhub', { addressPrefix: '10.1.0.0/23', virtualWan: ref('virtualWans/wan') }],
    [
      'azureFirewalls/fw',
      { sku: { name: 'AZFW_Hub', tier: 'Standard' }, virtualHub: ref('virtualHubs/vhub') },
    ],
  ]
  for (const [path, properties] of parts) {
    await emulator.ask('PUT', `${NETWORK}/${path}`, { location, properties })
    emulator.pass(900)
  }
  return emulator
}

const prefixOf = (n: number) => `10.${20 + n}.0.0/16`

type Request = [method: 'PUT' | 'DELETE', path: string, body?: object]

function requestFrom(pick: (below: number) => number): Request {
  const one = <T>(list: readonly T[]): T => list[pick(list.length)] as T
  const spoke = one(SPOKES)
  const [associated, propagated] = [one(TABLES), one(TABLES)]
  const routingConfiguration =
    pick(3) === 0
      ? undefined
      : {
          associatedRouteTable: { id: tableId(associated) },
          propagatedRouteTables: {
            labels: [one(['default', 'red', 'shared', 'none'])],
            ids: [{ id: tableId(propagated) }],
          },
        }
  const policies = [['PrivateTraffic'], ['Internet']].slice(0, 1 + pick(2))
  const requests: Request[] = [
    [
      'PUT',
      spokeId(spoke),
      { properties: { remoteVirtualNetwork: ref(`virtualNetworks/${spoke}`), routingConfiguration } },
    ],
    ['PUT', spokeId(one(SPOKES)), { properties: { remoteVirtualNetwork: ref(`virtualNetworks/${spoke}`) } }],
    ['DELETE', spokeId(spoke)],
    ['PUT', tableId(one(['red', 'blue'])), { properties: { labels: [one(['red', 'shared'])] } }],
    ['DELETE', tableId(one(TABLES))],
    [
      'PUT',
      `${HUB}/routingIntent/intent`,
      {
        properties: {
          routingPolicies: policies.map((destinations, n) => ({
            name: `policy-${n}`,
            destinations,
            nextHop: ref('azureFirewalls/fw').id,
          })),
        },
      },
    ],
    ['DELETE', `${HUB}/routingIntent/intent`],
    ['DELETE', `${NETWORK}/azureFirewalls/${pick(8) === 0 ? 'fw' : 'none'}`],
    [
      'PUT',
      `${HUB}/bgpConnections/nva`,
      {
        properties: {
          peerAsn: 65050,
          peerIp: '10.20.0.4',
          hubVirtualNetworkConnection: { id: spokeId(spoke) },
        },
      },
    ],
    ['DELETE', `${HUB}/bgpConnections/nva`],
    ['PUT', `${HUB}/routeMaps/map`, { properties: {} }],
    [
      'PUT',
      HUB,
      {
        location,
        properties: {
          addressPrefix: '10.1.0.0/23',
          virtualWan: ref('virtualWans/wan'),
          hubRoutingPreference: one(['ASPath', 'VpnGateway']),
        },
      },
    ],
  ]
  return one(requests)
}

interface Shown {
  id: string
  properties: {
    provisioningState: string
    labels: string[]
    routes: { destinations: string[] }[]
    remoteVirtualNetwork: { id: string }
    routingConfiguration: {
      associatedRouteTable: { id: string }
      propagatedRouteTables: { labels: string[]; ids: { id: string }[] }
    }
  }
}

async function look(emulator: TestEmulator, child: string): Promise<Shown[]> {
  const { status, body } = await emulator.ask('GET', `${HUB}/${child}`)
  expect(status).toBe(200)
  return body.value
}

/** The prefixes that each table holds now: an answer tells how it was when it was asked for. */
async function held(emulator: TestEmulator, tables: Shown[]): Promise<string[][]> {
  const started = await Promise.all(
    tables.map(({ id }) =>
      emulator.ask('POST', `${HUB}/effectiveRoutes`, {
        virtualWanResourceType: 'RouteTable',
        resourceId: id,
      }),
    ),
  )
  emulator.pass(11)
  const ended = await Promise.all(
    started.map(({ headers }) => emulator.ask('GET', headers.get('Location') ?? '')),
  )
  return ended.map(({ body }) =>
    body.value.flatMap((one: { addressPrefixes: string[] }) => one.addressPrefixes),
  )
}

const isBusy = ({ properties }: Shown) => /^(Updating|Deleting)$/.test(properties.provisioningState)

async function expectSound(emulator: TestEmulator, told: string): Promise<void> {
  const [connections, tables, intents, peers] = await Promise.all(
    ['hubVirtualNetworkConnections', 'hubRouteTables', 'routingIntent', 'bgpConnections'].map((child) =>
      look(emulator, child),
    ),
  )
  if (!connections || !tables || !intents || !peers) throw new Error('not read')
  const maps = await look(emulator, 'routeMaps')
  const busy = [...connections, ...tables, ...intents, ...peers, ...maps].filter(isBusy).map(({ id }) => id)
  expect(busy.length, `${told}: ${busy.join(', ')}`).toBeLessThanOrEqual(1)
  const known = new Set(tables.map(({ id }) => id.toLowerCase()))
  for (const { id, properties } of connections) {
    const { associatedRouteTable, propagatedRouteTables } = properties.routingConfiguration
    for (const table of [associatedRouteTable, ...propagatedRouteTables.ids])
      expect(known.has(table.id.toLowerCase()), `${told}: ${id} names ${table.id}`).toBe(true)
  }
  // What one table holds comes from a connection that propagates to it, or from its own routes.
  const prefixes = await held(emulator, tables)
  for (const [index, one] of tables.entries()) {
    const own = one.properties.routes.flatMap(({ destinations }) => destinations)
    const names = connections.filter(({ properties }) => {
      const to = properties.routingConfiguration.propagatedRouteTables
      return (
        to.ids.some(({ id }) => id.toLowerCase() === one.id.toLowerCase()) ||
        to.labels.some((label) => label !== 'none' && one.properties.labels.includes(label))
      )
    })
    const allowed = new Set([
      ...own,
      ...names.map(({ properties }) =>
        prefixOf(SPOKES.indexOf(properties.remoteVirtualNetwork.id.split('/').at(-1) ?? '')),
      ),
    ])
    const strange = (prefixes[index] ?? []).filter(
      (prefix) => !allowed.has(prefix) && !prefix.startsWith('192.168.'),
    )
    expect(strange, `${told}: ${one.id}`).toEqual([])
  }
}

it('a hub stays sound whatever is asked of it', async () => {
  const statuses = new Map<number, number>()
  for (const seed of [1, 2, 3]) {
    const emulator = await withParts()
    const pick = randomFrom(seed)
    for (let step = 0; step < 40; step += 1) {
      const [method, path, body] = requestFrom(pick)
      const answer = await emulator.ask(method, path, body)
      const what = `${method} ${path.split('/').slice(-2).join('/')}`
      const told = `${seed}.${step}: ${what} ${answer.status} ${answer.body?.error?.code ?? ''}`
      expect(answer.status, told).toBeLessThan(500)
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      await expectSound(emulator, told)
      // The first route map of a hub takes most of an hour.
      emulator.pass([0, 5, 60, 400, 3200][pick(5)] ?? 0)
    }
  }
  // It was put to the test: much was accepted, something was busy, something was wrong.
  for (const status of [200, 201, 202, 400, 429])
    expect(statuses.get(status) ?? 0, String(status)).toBeGreaterThan(3)
}, 60_000)
