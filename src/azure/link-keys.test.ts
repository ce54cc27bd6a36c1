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
      if (key === 'forbidden' || key === 'server')
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

test('who may not read a key sends without; where Azure fails nothing is sent', async () => {
  const body = connection(link('one', { sharedKey: null }), link('two'))
  const without = await withLinkKeys(asked({ one: 'forbidden', two: 'k2' }).raw, CONNECTION, body, {})
  expect(without.ok && keysOf(without.value)).toEqual(['"sharedKey":"k2"'])
  expect(without.ok && JSON.stringify(without.value)).not.toContain('null')
  expect(await withLinkKeys(asked({ one: 'server' }).raw, CONNECTION, body, {})).toMatchObject({
    ok: false,
    error: { kind: 'server' },
  })
})

test('a gateway goes back with its connections and without their empty keys; other types are left alone', async () => {
  const gateway = {
    properties: { vpnGatewayScaleUnit: 2, connections: [connection(link('one', { sharedKey: '' }))] },
  }
  const { raw, paths } = asked({})
  const sent = await withLinkKeys(raw, networkId('vpnGateways', 'gw'), gateway, {})
  expect(sent).toEqual(ok({ properties: { vpnGatewayScaleUnit: 2, connections: [connection(link('one'))] } }))
  expect(paths).toEqual([])
  const other = { properties: { sharedKey: '' } }
  expect(withTypedLinkKeys(networkId('connections', 'c'), other, { x: 'y' })).toBe(other)
})
