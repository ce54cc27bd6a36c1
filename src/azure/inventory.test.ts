import { beforeAll, describe, expect, test } from 'vitest'
import type { Json } from '../lib/json.ts'
import type { SubscriptionInventory } from '../model/inventory.ts'
import { azureOn, json, networkId, scripted, SUBSCRIPTION } from './scripted.ts'
import { noAnswer } from './transport.ts'

// A megabyte of SDK: loaded here, so that no test's time is spent on it.
beforeAll(async () => void (await import('./network-sdk.ts')), 60_000)

const gateway = networkId('virtualNetworkGateways', 'gw')
const tunnel = networkId('connections', 'tunnel')
const hubGateway = networkId('vpnGateways', 'hubgw')
const branch = `${hubGateway}/vpnConnections/branch`
const wan = (name: string) => ({ id: networkId('virtualWans', name), properties: {} })

type Table = Parameters<typeof scripted>[0]
const value = (...items: Json[]) => json({ value: items })
const refused = json({ error: { code: 'AuthorizationFailed', message: 'no' } }, 403)

/** A small estate: one gateway with a connection, one hub gateway with another, two pages of WANs. */
const ESTATE: Table = [
  ["resourceType eq 'Microsoft.Network/virtualNetworkGateways'", value({ id: gateway })],
  [
    "resourceType eq 'Microsoft.Network/connections'",
    value({ id: tunnel }, { id: tunnel.replace('tunnel', 'other') }),
  ],
  [/GET .*\/virtualNetworkGateways\?/, value({ id: gateway, properties: { gatewayType: 'Vpn' } })],
  [/GET .*\/connections\?/, value({ id: tunnel, properties: { connectionType: 'IPsec' } })],
  [
    /GET .*\/connections\/tunnel\?/,
    json({ id: tunnel, properties: { connectionStatus: 'Connected', sharedKey: 'MARKER' } }),
  ],
  [
    /GET .*\/vpnGateways\?/,
    value({ id: hubGateway, properties: { connections: [{ id: branch, name: 'branch', properties: {} }] } }),
  ],
  [
    /GET .*\/vpnConnections\/branch\?/,
    json({ id: branch, properties: { connectionStatus: 'NotConnected' } }),
  ],
  ['skipToken=2', json({ value: [wan('two'), null, 'x'] })],
  [
    /GET .*\/virtualWans\?/,
    json({
      value: [wan('one')],
      nextLink: `https://management.azure.com/subscriptions/${SUBSCRIPTION}/wans?$skipToken=2`,
    }),
  ],
]

async function read(table: Table, previous?: SubscriptionInventory) {
  const script = scripted(table)
  const snapshots: SubscriptionInventory[] = []
  const onProgress = (snapshot: () => SubscriptionInventory) => void snapshots.push(snapshot())
  const inventory = await azureOn(script.send).inventory(SUBSCRIPTION, { onProgress, previous })
  return { inventory, snapshots, asked: script.asked }
}
const names = ({ resources }: SubscriptionInventory) => resources.map(({ name }) => name).sort()

test('lists, pages, groups, children and statuses', async () => {
  const { inventory, asked, snapshots } = await read(ESTATE)
  expect(names(inventory)).toEqual(['branch', 'gw', 'hubgw', 'one', 'tunnel', 'two'])
  expect(inventory).toMatchObject({ phase: 'done', unreadable: [], readAt: 1_000 })
  const status = (name: string) => inventory.resources.find((one) => one.name === name)
  expect(status('tunnel')).toMatchObject({ connectionStatus: 'Connected', source: 'get' })
  expect(status('branch')).toMatchObject({ connectionStatus: 'NotConnected', source: 'get' })
  expect(JSON.stringify(inventory)).not.toContain('MARKER')
  // 12 lists, a second page, 3 filters, 2 group lists, 2 statuses.
  expect(asked).toHaveLength(20)
  expect(
    asked.every(({ headers }) => (headers.authorization ?? headers.Authorization) === 'Bearer demo'),
  ).toBe(true)
  expect(snapshots[0]?.phase).toBe('lists')
  expect(snapshots.at(-1)?.phase).toBe('statuses')
})

test('rows are there as soon as their list is, before the others answer', async () => {
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  const { send } = scripted([
    [
      /GET .*\/virtualNetworks\?/,
      async () => {
        await held
        return value()
      },
    ],
    ...ESTATE,
  ])
  const seen: SubscriptionInventory[] = []
  const done = azureOn(send).inventory(SUBSCRIPTION, {
    onProgress: (snapshot) => {
      seen.push(snapshot())
      if (names(snapshot()).includes('tunnel')) release()
    },
  })
  await done
  const early = seen.find((one) => names(one).includes('tunnel'))
  expect(early?.phase).toBe('lists')
})

describe('what cannot be read', () => {
  test('one refused list is told, and the rest is there', async () => {
    const { inventory } = await read([[/GET .*\/virtualWans\?/, refused], ...ESTATE])
    expect(names(inventory)).toEqual(['branch', 'gw', 'hubgw', 'tunnel'])
    expect(inventory.unreadable).toMatchObject([
      {
        scope: `/subscriptions/${SUBSCRIPTION}`,
        what: 'virtual WANs',
        action: 'Microsoft.Network/virtualWans/read',
        error: { kind: 'forbidden', code: 'AuthorizationFailed' },
      },
    ])
  })

  test('a group list that is refused names its group', async () => {
    const { inventory } = await read([[/GET .*\/virtualNetworkGateways\?/, refused], ...ESTATE])
    expect(inventory.unreadable).toMatchObject([
      { scope: `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg`, what: 'virtual network gateways' },
    ])
  })

  test('refused everywhere is one thing to say', async () => {
    const { inventory } = await read([['GET', refused]])
    expect(inventory.unreadable).toMatchObject([{ what: 'everything', error: { kind: 'forbidden' } }])
    expect(inventory.phase).toBe('done')
  })

  test('no answer everywhere as well', async () => {
    const inventory = await azureOn(() => Promise.reject(noAnswer())).inventory(SUBSCRIPTION)
    expect(inventory.unreadable).toMatchObject([{ what: 'everything', error: { kind: 'network' } }])
  })

  test('what the app itself stumbles over is no silence of Azure', async () => {
    const inventory = await azureOn(() => Promise.reject(new TypeError('x is not a function'))).inventory(
      SUBSCRIPTION,
    )
    expect(inventory.unreadable).toMatchObject([
      { what: 'everything', error: { kind: 'fault', code: 'Fault', message: 'x is not a function' } },
    ])
  })

  test('a status that is refused leaves the row as the list told it', async () => {
    const { inventory } = await read([[/GET .*\/connections\/tunnel\?/, refused], ...ESTATE])
    expect(inventory.resources.find(({ name }) => name === 'tunnel')).toMatchObject({ source: 'list' })
    expect(inventory.unreadable).toMatchObject([{ scope: tunnel, what: 'connection status' }])
  })

  test('many statuses are told as one', async () => {
    const many = Array.from({ length: 9 }, (_, index) => ({
      id: networkId('connections', `c${index}`),
      properties: {},
    }))
    const { inventory } = await read([
      [/GET .*\/connections\?/, value(...many)],
      [/GET .*\/connections\/c\d/, refused],
      ...ESTATE,
    ])
    expect(inventory.unreadable).toMatchObject([{ what: 'status of 9 connections' }])
  })

  test('a connection that is gone meanwhile is gone', async () => {
    const gone = json({ error: { code: 'ResourceNotFound', message: 'x' } }, 404)
    const { inventory } = await read([[/GET .*\/connections\/tunnel\?/, gone], ...ESTATE])
    expect(names(inventory)).not.toContain('tunnel')
    expect(inventory.unreadable).toEqual([])
  })

  test.each<[string, ReturnType<typeof json>, string | undefined]>([
    ['null', json(null), 'UnreadableAnswer'],
    ['an array', json([]), 'UnreadableAnswer'],
    ['no value', json({}), 'UnreadableAnswer'],
    ['a value of the wrong type', json({ value: 'x' }), 'UnreadableAnswer'],
    [
      'a web page',
      { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>' },
      'UnreadableAnswer',
    ],
    [
      'a web page that says JSON',
      { status: 200, headers: { 'content-type': 'application/json' }, body: '<html>' },
      'UnreadableAnswer',
    ],
    [
      'members of the wrong type, which the deserialiser would throw on',
      json({
        value: [{ id: networkId('virtualWans', 'odd'), properties: { virtualHubs: 'x', type: {} }, tags: 5 }],
      }),
      undefined,
    ],
  ])('a list that is %s', async (_, answer, code) => {
    const { inventory } = await read([[/GET .*\/virtualWans\?/, answer], ...ESTATE])
    expect(inventory.unreadable.map(({ error }) => error.code)).toEqual(code === undefined ? [] : [code])
    expect(names(inventory)).toContain('tunnel')
  })
})

test('what was known before stands in until it is read, with its own age', async () => {
  const { inventory: before } = await read(ESTATE)
  const previous = { ...before, resources: before.resources.map((one) => ({ ...one, readAt: 1 })), readAt: 1 }
  const { inventory, snapshots } = await read(
    ESTATE.filter(([part]) => part !== 'skipToken=2'),
    previous,
  )
  expect(names(snapshots[0] ?? before)).toEqual(names(before))
  for (const snapshot of snapshots) {
    expect(snapshot.resources.find(({ name }) => name === 'tunnel')).toMatchObject({
      connectionStatus: 'Connected',
    })
  }
  expect(names(inventory)).not.toContain('two')
  expect(inventory.resources.every(({ readAt }) => readAt === 1_000)).toBe(true)
})

test('a list that fails when read again takes nothing away', async () => {
  const { inventory: first } = await read(ESTATE)
  const failing = json({ error: { code: 'Unavailable', message: 'no' } }, 400)
  const { inventory } = await read(
    [[/GET .*\/virtualWans\?/, failing], [/GET .*\/vpnGateways\?/, failing], ...ESTATE],
    first,
  )
  expect(names(inventory)).toEqual(names(first))
  expect(inventory.unreadable.map(({ what }) => what).sort()).toEqual(['hub VPN gateways', 'virtual WANs'])
})

test('an abort rejects, and leaves nothing unhandled', async () => {
  const abort = new AbortController()
  const { send } = scripted(ESTATE)
  const reading = azureOn(send).inventory(SUBSCRIPTION, {
    signal: abort.signal,
    onProgress: () => abort.abort(),
  })
  await expect(reading).rejects.toThrow('abort')
})
