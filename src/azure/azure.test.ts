import { beforeAll, describe, expect, test } from 'vitest'
import type { Json } from '../lib/json.ts'
import { azureOn, json, networkId, scripted, SUBSCRIPTION } from './scripted.ts'

// A megabyte of SDK: loaded here, so that no test's time is spent on it.
beforeAll(async () => void (await import('./network-sdk.ts')), 60_000)

const tunnel = networkId('connections', 'tunnel')
const value = (...items: Json[]) => json({ value: items })
const refused = json({ error: { code: 'AuthorizationFailed', message: 'no' } }, 403)

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
      value: [
        { subscriptionId: 's', displayName: 'S', state: 'Enabled', tenantId: 't' },
        { subscriptionId: 'u', displayName: 'u', state: undefined, tenantId: undefined },
      ],
    })
  })
})
