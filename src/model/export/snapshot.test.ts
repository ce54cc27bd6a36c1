import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { circuit, connection, hub, idOf, READ_AT, SUBSCRIPTION } from '../../../tests/support/resources.ts'
import type { JsonObject } from '../../lib/json.ts'
import type { HubError } from '../errors.ts'
import type { SubscriptionInventory, Unreadable } from '../inventory.ts'
import type { Resource } from '../resources/resource.ts'
import { snapshotFileName, snapshotReads, snapshotText, unreadIn } from './snapshot.ts'
import { withoutSensitive } from './without-sensitive.ts'

const TAKEN = Date.UTC(2026, 10, 25, 9, 30, 12)
const scope = `/subscriptions/${SUBSCRIPTION}`
const error: HubError = {
  kind: 'forbidden',
  code: 'AuthorizationFailed',
  message: 'You may not.',
  status: 403,
  details: [],
}

function inventory(resources: Resource[], unreadable: Unreadable[] = []): SubscriptionInventory {
  return { subscriptionId: SUBSCRIPTION, resources, unreadable, phase: 'done', readAt: READ_AT }
}

function written(inventories: SubscriptionInventory[]) {
  return JSON.parse(
    snapshotText({
      subscriptions: [{ subscriptionId: SUBSCRIPTION, displayName: 'Contoso' }],
      inventories,
      beside: [],
      unreadBeside: [],
      takenAt: TAKEN,
    }),
  )
}

function withBody<R extends Resource>(resource: R, properties: JsonObject, more: JsonObject = {}): R {
  return { ...resource, body: { id: resource.id, type: resource.type, properties, ...more } }
}

test('it says when and of what it was taken', () => {
  expect(written([inventory([])]).snapshot).toMatchObject({
    takenAt: '2026-11-25T09:30:12.000Z',
    scope: 'Contoso',
  })
  expect(snapshotFileName(TAKEN)).toBe('hub-snapshot-2026-11-25T0930Z.json')
})

test('it names the resource groups of what is in it, each once', () => {
  const resources = [
    connection('a'),
    connection('b', { resourceGroup: 'RG-NET-WEU' }),
    circuit('c', { resourceGroup: 'rg-er' }),
  ]
  expect(written([inventory(resources)]).resourceGroups).toEqual([
    { id: `${scope}/resourceGroups/rg-er`, name: 'rg-er' },
    { id: `${scope}/resourceGroups/rg-net-weu`, name: 'rg-net-weu' },
  ])
})

test('the same state gives the same text, in whatever order it was read', () => {
  const resources = [connection('b'), connection('a'), circuit('c')].map((one) => withBody(one, {}))
  expect(written([inventory(resources)])).toEqual(written([inventory([...resources].reverse())]))
})

describe('no secret is in it', () => {
  const MARK = 'planted-4f1c'

  test('neither the service key nor what looks like a secret, wherever it stands', () => {
    const body = withBody(
      circuit('er'),
      {
        serviceKey: MARK,
        peerings: [
          {
            name: 'p',
            properties: { sharedKey: MARK, peerASN: 65000, nested: [{ 'admin-password': MARK }] },
          },
        ],
        clientSecret: 5,
        secretIsSet: true,
        address: `https://x.blob.core.windows.net/a?sv=1&sig=${MARK}`,
        endpoints: [`Endpoint=sb://x/;SharedAccessKey=${MARK}`, 'fine'],
        pem: `-----BEGIN RSA PRIVATE KEY-----${MARK}`,
      },
      { tags: { 'Shared Key': MARK, owner: 'net' } },
    )
    const file = written([inventory([body])])
    expect(JSON.stringify(file)).not.toContain(MARK)
    expect(file.resources[0]).toMatchObject({
      tags: { owner: 'net' },
      properties: { secretIsSet: true, endpoints: ['fine'], peerings: [{ properties: { peerASN: 65000 } }] },
    })
    expect(file.snapshot.cut).toContain('properties.serviceKey')
    expect(file.snapshot.cut).toContain('properties.peerings[].properties.sharedKey')
  })

  test('at any depth', () => {
    const names = fc.constantFrom(
      'serviceKey',
      'sharedKey',
      'radiusServerSecret',
      'authorizationKey',
      'PASSWORD',
      'sasUrl',
    )
    fc.assert(
      fc.property(
        names,
        fc.array(fc.constantFrom<'object' | 'array'>('object', 'array'), { maxLength: 6 }),
        (name, way) => {
          const inner: JsonObject = { [name]: MARK }
          const body = way.reduce<JsonObject>(
            (held, step) => (step === 'object' ? { inner: held } : { items: [held] }),
            inner,
          )
          expect(JSON.stringify(withoutSensitive(body, new Set()))).not.toContain(MARK)
        },
      ),
    )
  })
})

describe('what could not be read is asked for again in the same way', () => {
  test('a filter that failed stands for each type it did not find', () => {
    const action = 'Microsoft.Resources/subscriptions/resources/read'
    const { unreadable } = written([
      inventory([withBody(connection('a'), {})], [{ scope, what: 'local network gateways', action, error }]),
    ]).snapshot
    expect(unreadable.map((one: Unreadable) => one.action)).toEqual([
      'Microsoft.Network/virtualNetworkGateways/read',
      'Microsoft.Network/localNetworkGateways/read',
    ])
  })

  test('statuses told as one stand for each connection without', () => {
    const read = connection('read')
    const not = { ...connection('not'), source: 'list' as const }
    const many = { scope, what: 'status of 4 connections', action: 'Microsoft.Network/*/read', error }
    const { unreadable } = written([inventory([read, not], [many])]).snapshot
    expect(unreadable.map((one: Unreadable) => one.scope)).toEqual([idOf('connections', 'not')])
  })

  test('everything stays everything', () => {
    const all = { scope, what: 'everything', action: 'Microsoft.Network/*/read', error }
    expect(written([inventory([], [all])]).snapshot.unreadable).toMatchObject([{ scope, action: all.action }])
  })
})

test('children of hubs are read beside the inventories', () => {
  expect(snapshotReads([inventory([hub('weu')])]).map((read) => read.what)).toEqual([
    'virtual network connections',
    'route tables',
    'routing intent',
    'BGP peers',
  ])
})

describe('statuses that are still open', () => {
  const read = connection('read')
  const open = (name: string) => ({ ...connection(name), source: 'graph' as const })

  test('are read for it, after what is few', () => {
    const reads = snapshotReads([inventory([open('a'), hub('weu'), read])])
    expect(reads.at(-1)).toEqual({
      is: 'resource',
      id: idOf('connections', 'a'),
      what: 'connection status',
      action: 'Microsoft.Network/connections/read',
    })
    expect(reads).toHaveLength(5)
  })

  test('are not named as unread once they were, and each refusal is named once', () => {
    const many = { scope, what: 'status of 2 connections', action: 'Microsoft.Network/*/read', error }
    const [first, second] = [open('first'), open('second')]
    const again = { ...first, source: 'get' as const, readAt: READ_AT + 1 }
    const refused = { scope: second.id, what: 'connection status', action: `${second.type}/read`, error }
    const unread = unreadIn({
      subscriptions: [],
      inventories: [inventory([first, second], [many])],
      beside: [again],
      unreadBeside: [refused],
      takenAt: TAKEN,
    })
    expect(unread).toEqual([refused])
  })
})
