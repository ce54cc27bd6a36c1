import { expect, test } from 'vitest'
import type { JsonObject } from '../lib/json.ts'
import { err, ok } from '../lib/result.ts'
import { networkId } from './scripted.ts'
import { withLinkKeys, withTypedLinkKeys } from './link-keys.ts'
import type { Raw } from './raw.ts'

const CONNECTION = `${networkId('vpnGateways', 'gw')}/vpnConnections/branch`
const linkId = (name: string) => `${CONNECTION}/vpnLinkConnections/${name}`

const link = (name: string, properties: JsonObject = {}, id = linkId(name)): JsonObject => ({
  ...(id !== '' && { id }),
  name,
  properties,
})
const connection = (...vpnLinkConnections: JsonObject[]): JsonObject => ({
  properties: { vpnLinkConnections },
})

/** Answers each question for a key by its link. */
function asked(keys: Readonly<Record<string, string>>) {
  const paths: string[] = []
  const raw: Pick<Raw, 'request'> = {
    request({ path }) {
      paths.push(path)
      const name = /vpnLinkConnections\/([^/]+)\//.exec(path)?.[1] ?? ''
      const key = keys[name]
      if (key === 'forbidden' || key === 'notFound' || key === 'server')
        return Promise.resolve(err({ kind: key, code: key, message: '', details: [] }))
      return Promise.resolve(ok({ status: 200, headers: {}, body: { properties: { sharedKey: key ?? '' } } }))
    },
  }
  return { raw: raw as Raw, paths }
}

const keysOf = (body: JsonObject) => JSON.stringify(body).match(/"sharedKey":"[^"]*"/g) ?? []

test('each link goes back with the key it has, a new one with what was typed, and none with an empty one', async () => {
  const { raw, paths } = asked({ one: 'key-of-one' })
  const body = connection(link('one', { sharedKey: '' }), link('two', {}, ''), link('three', {}, ''))
  const sent = await withLinkKeys(raw, CONNECTION, body, { typed: { two: 'typed-for-two' } })
  expect(sent.ok && keysOf(sent.value)).toEqual(['"sharedKey":"key-of-one"', '"sharedKey":"typed-for-two"'])
  expect(paths).toEqual([`${linkId('one')}/sharedKeys/default/listSharedKey`])
})

test.each([
  ['forbidden', 'Ask for the right'],
  ['notFound', 'Set the shared key'],
  ['', 'Set the shared key'],
])('a key that is not told (%s) keeps the whole from being sent', async (key, next) => {
  const body = connection(link('one', { sharedKey: null }), link('two'))
  const refused = await withLinkKeys(asked({ one: 'k1', two: key }).raw, CONNECTION, body, {})
  expect(refused).toMatchObject({
    ok: false,
    error: { code: 'LinkKeyNotTold', message: expect.stringContaining('the link two of branch') as string },
  })
  expect(JSON.stringify(refused)).toContain(next)
  expect(JSON.stringify(refused)).not.toContain('k1')
})

test('where Azure fails nothing is sent; a link with a certificate has no key', async () => {
  const body = connection(link('one', { authenticationType: 'Certificate' }), link('two'))
  expect(await withLinkKeys(asked({ two: 'server' }).raw, CONNECTION, body, {})).toMatchObject({
    ok: false,
    error: { kind: 'server' },
  })
  const { raw, paths } = asked({ two: 'k2' })
  expect((await withLinkKeys(raw, CONNECTION, body, {})).ok).toBe(true)
  expect(paths).toHaveLength(1)
})

test('a gateway goes back with its connections and their keys; other types are left alone', async () => {
  const gateway = (properties: JsonObject) => ({
    properties: { vpnGatewayScaleUnit: 2, connections: [connection(link('one', properties))] },
  })
  const id = networkId('vpnGateways', 'gw')
  const sent = await withLinkKeys(asked({ one: 'k1' }).raw, id, gateway({ sharedKey: '' }), {})
  expect(sent).toEqual(ok(gateway({ sharedKey: 'k1' })))
  expect(await withLinkKeys(asked({ one: 'forbidden' }).raw, id, gateway({}), {})).toMatchObject({
    ok: false,
    error: { code: 'LinkKeyNotTold' },
  })
  const other = { properties: { sharedKey: '' } }
  expect(withTypedLinkKeys(networkId('connections', 'c'), other, { x: 'y' })).toBe(other)
})
