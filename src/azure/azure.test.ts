import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Json } from '../lib/json.ts'
import { azureOn, json, networkId, scripted, SUBSCRIPTION } from './scripted.ts'
import type { Send } from './transport.ts'

// A megabyte of SDK: loaded here, so that no test's time is spent on it.
beforeAll(async () => void (await import('./network-sdk.ts')), 60_000)

const tunnel = networkId('connections', 'tunnel')
const value = (...items: Json[]) => json({ value: items })
const refused = json({ error: { code: 'AuthorizationFailed', message: 'no' } }, 403)

describe('rights that never come', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test.each(['permissions', 'locks'] as const)('%s are given up after some seconds', async (what) => {
    let isEnded = false
    const never: Send = (_, signal) =>
      new Promise((_resolve, reject) =>
        signal?.addEventListener('abort', () => {
          isEnded = true
          reject(new Error('ended'))
        }),
      )
    const read = azureOn(never)[what](tunnel)
    await vi.advanceTimersByTimeAsync(29_000)
    expect(isEnded).toBe(false)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(await read).toMatchObject({ ok: false, error: { kind: 'network', code: 'NoAnswer' } })
    expect(isEnded).toBe(true)
  })
})

describe('one resource, and lists of children', () => {
  test('the hub gateways of ExpressRoute come in pages the SDK does not follow', async () => {
    const id = (name: string) => networkId('expressRouteGateways', name)
    const { send } = scripted([
      ['skipToken=er', value({ id: id('b') })],
      [
        /GET .*\/expressRouteGateways\?/,
        json({
          value: [{ id: id('a') }],
          nextLink: 'https://management.azure.com/subscriptions/s/er?$skipToken=er',
        }),
      ],
    ])
    const { resources } = await azureOn(send).inventory(SUBSCRIPTION)
    expect(resources.map(({ name }) => name)).toEqual(['a', 'b'])
  })

  test.each([
    ['a known type, through the SDK', tunnel, 'connection'],
    [
      'a type nobody knows, without it',
      '/subscriptions/s/resourceGroups/r/providers/Microsoft.Web/sites/a b',
      'other',
    ],
  ])('%s', async (_, id, kind) => {
    const { send, asked } = scripted([['GET', json({ id, properties: { sharedKey: 'MARKER' } })]])
    const read = await azureOn(send).resource(id)
    expect(read).toMatchObject({ ok: true, value: { id, kind, source: 'get' } })
    expect(JSON.stringify(read)).not.toContain('MARKER')
    expect(asked).toHaveLength(1)
  })

  test.each([
    ['refused', refused, { kind: 'forbidden' }],
    ['gone', json({ error: { code: 'ResourceNotFound', message: 'x' } }, 404), { kind: 'notFound' }],
    ['null', json(null), { code: 'UnreadableAnswer' }],
  ])('%s', async (_, answer, error) => {
    const { send } = scripted([['GET', answer]])
    expect(await azureOn(send).resource(tunnel)).toMatchObject({
      ok: false,
      error: { ...error, target: tunnel },
    })
  })

  test('what is nothing but a secret is not read as a resource', async () => {
    const { send, asked } = scripted([['GET', json({ value: 'MARKER' })]])
    expect(await azureOn(send).resource(`${tunnel}/sharedkey`)).toMatchObject({ ok: false })
    expect(asked).toEqual([])
  })

  test('children, every page', async () => {
    const hub = networkId('virtualHubs', 'hub')
    const table = (name: string) => ({ id: `${hub}/hubRouteTables/${name}`, name })
    const { send } = scripted([
      ['skip=2', value(table('b'))],
      [
        'hubRouteTables',
        json({ value: [table('a')], nextLink: 'https://management.azure.com/subscriptions/s/x?skip=2' }),
      ],
    ])
    const read = await azureOn(send).list(`${hub}/hubRouteTables`)
    expect(read.ok && read.value.map(({ name, kind }) => [name, kind])).toEqual([
      ['a', 'hubRouteTable'],
      ['b', 'hubRouteTable'],
    ])
  })

  test.each<[string, Json]>([
    ['no list', { error: 'x' }],
    ['null', null],
    ['a bare list', []],
    ['null for a value', { value: null }],
  ])('a page that is %s is an error, not the end', async (_, body) => {
    const hub = networkId('virtualHubs', 'hub')
    const next = 'https://management.azure.com/subscriptions/s/x?skip=2'
    const first = json({ value: [{ id: `${hub}/hubRouteTables/a` }], nextLink: next })
    const { send } = scripted([
      ['skip=2', json(body)],
      ['hubRouteTables', first],
    ])
    expect(await azureOn(send).list(`${hub}/hubRouteTables`)).toMatchObject({
      ok: false,
      error: { code: 'UnreadableAnswer', kind: 'server' },
    })
  })

  test.each(['virtualHubs', 'expressRouteGateways'])(
    'pages of %s that go in a circle are an error',
    async (type) => {
      const link = (to: string) => `https://management.azure.com/subscriptions/s/circle?skip=${to}`
      const { send, asked } = scripted([
        ['skip=a', json({ value: [], nextLink: link('b') })],
        ['skip=b', json({ value: [], nextLink: link('a') })],
        [new RegExp(`/${type}\\?`), json({ value: [{ id: networkId(type, 'one') }], nextLink: link('a') })],
      ])
      const read = await azureOn(send).inventory(SUBSCRIPTION)
      expect(read.unreadable).toMatchObject([{ error: { code: 'PagesRepeat', kind: 'server' } }])
      expect(read.resources.map(({ name }) => name)).toEqual(['one'])
      expect(asked.filter(({ url }) => url.includes('circle'))).toHaveLength(2)
      const list = await azureOn(send).list(`/subscriptions/s/${type}`)
      expect(list).toMatchObject({ ok: false, error: { code: 'PagesRepeat' } })
    },
  )

  test('subscriptions', async () => {
    const { send } = scripted([
      [
        '/subscriptions',
        value(
          { subscriptionId: 's', displayName: 'S', state: 'Enabled', tenantId: 't' },
          { id: '/subscriptions/u' },
          {},
        ),
      ],
    ])
    expect(await azureOn(send).subscriptions()).toEqual({
      ok: true,
      value: {
        subscriptions: [
          { subscriptionId: 's', displayName: 'S', state: 'Enabled', tenantId: 't' },
          { subscriptionId: 'u', displayName: 'u', state: undefined, tenantId: undefined },
        ],
        tenants: [],
        unreadable: [],
      },
    })
  })
})
