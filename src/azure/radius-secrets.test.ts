import { expect, test } from 'vitest'
import { err, ok } from '../lib/result.ts'
import type { Json, JsonObject } from '../lib/json.ts'
import { type HubError, isAzuresWord } from '../model/errors.ts'
import { withRadiusSecrets } from './radius-secrets.ts'
import type { Raw } from './raw.ts'

/** A gateway that is sent as it was read. */
const sentWith = (raw: Raw, before: JsonObject) => withRadiusSecrets(raw, '/gw', before, { before })

const forbidden: HubError = { kind: 'forbidden', code: 'AuthorizationFailed', message: '', details: [] }

function answering(body: Json | undefined): { raw: Raw; asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    raw: {
      request: ({ method, path }) => {
        asked.push(`${method} ${path}`)
        return Promise.resolve(body === undefined ? err(forbidden) : ok({ status: 200, headers: {}, body }))
      },
      pages: () => Promise.resolve(err(forbidden)),
    },
  }
}

const gateway = (radiusServers: Json) => ({
  properties: { later: 1, vpnClientConfiguration: { vpnClientProtocols: ['IkeV2'], radiusServers } },
})

test('each server gets its secret back, by its address', async () => {
  const { raw, asked } = answering({ value: [{ radiusServerAddress: '10.0.0.5', radiusServerSecret: 's5' }] })
  const before = gateway([
    { radiusServerAddress: '10.0.0.4', radiusServerSecret: 's4', radiusServerScore: 30 },
    { radiusServerAddress: '10.0.0.5', radiusServerScore: 1 },
  ])
  expect(await sentWith(raw, before)).toEqual(
    ok(
      gateway([
        { radiusServerAddress: '10.0.0.4', radiusServerSecret: 's4', radiusServerScore: 30 },
        { radiusServerAddress: '10.0.0.5', radiusServerScore: 1, radiusServerSecret: 's5' },
      ]),
    ),
  )
  expect(asked).toEqual(['POST /gw/listRadiusSecrets'])
})

test('so does a single server beside the list', async () => {
  const { raw, asked } = answering({ value: [{ radiusServerAddress: '10.0.0.7', radiusServerSecret: 's7' }] })
  const single = (secret?: JsonObject) => ({
    properties: { vpnClientConfiguration: { radiusServerAddress: '10.0.0.7', radiusServers: [], ...secret } },
  })
  const wanted = single({ radiusServerSecret: 's7' })
  expect(await sentWith(raw, single())).toEqual(ok(wanted))
  expect(await sentWith(raw, wanted)).toEqual(ok(wanted))
  expect(asked).toEqual(['POST /gw/listRadiusSecrets'])
})

test.each<Json>([
  { value: [{ radiusServerAddress: '10.0.0.5', radiusServerSecret: 's5' }] },
  { value: [{ radiusServerAddress: '10.0.0.6', radiusServerSecret: '' }] },
  null,
])('a gateway with a server whose secret is not told is not sent: %j', async (answer) => {
  const { raw } = answering(answer)
  const end = await sentWith(raw, gateway([{ radiusServerAddress: '10.0.0.6' }]))
  if (end.ok) throw new Error('would be sent')
  expect(end.error).toMatchObject({ kind: 'invalid', code: 'RadiusSecretNotTold', target: '/gw' })
  expect(end.error.message).toContain('10.0.0.6')
  expect(end.error.message).not.toContain('s5')
  expect(isAzuresWord(end.error)).toBe(false)
})

test.each([[[]], [null], [[{ radiusServerAddress: '10.0.0.4', radiusServerSecret: 's' }]]])(
  'nothing is asked for %j',
  async (servers) => {
    const { raw, asked } = answering({})
    expect(await sentWith(raw, gateway(servers))).toEqual(ok(gateway(servers)))
    expect(asked).toEqual([])
  },
)

test('where they may not be read the refusal is told', async () => {
  const { raw } = answering(undefined)
  expect(await sentWith(raw, gateway([{ radiusServerAddress: '1.1.1.1' }]))).toEqual(err(forbidden))
})

test('a secret that was typed stands for the one there is, and a new server has no other', async () => {
  const { raw, asked } = answering({ value: [{ radiusServerAddress: '10.0.0.5', radiusServerSecret: 's5' }] })
  const before = gateway([
    { radiusServerAddress: '10.0.0.4', radiusServerSecret: 's4' },
    { radiusServerAddress: '10.0.0.5' },
  ])
  const wanted = gateway([
    { radiusServerAddress: '10.0.0.4', radiusServerSecret: 's4' },
    { radiusServerAddress: '10.0.0.5' },
    { radiusServerAddress: '10.0.0.6' },
    { radiusServerAddress: '10.0.0.7' },
  ])
  const typed = { '10.0.0.4': 'new4', '10.0.0.6': 'new6' }
  expect(await withRadiusSecrets(raw, '/gw', wanted, { before, typed })).toEqual(
    ok(
      gateway([
        { radiusServerAddress: '10.0.0.4', radiusServerSecret: 'new4' },
        { radiusServerAddress: '10.0.0.5', radiusServerSecret: 's5' },
        { radiusServerAddress: '10.0.0.6', radiusServerSecret: 'new6' },
        // It came back from somewhere else, and nobody knows its secret.
        { radiusServerAddress: '10.0.0.7' },
      ]),
    ),
  )
  expect(asked).toEqual(['POST /gw/listRadiusSecrets'])
})

test('of a server that goes, or whose secret is typed, nothing is asked', async () => {
  const { raw, asked } = answering(undefined)
  const before = gateway([{ radiusServerAddress: '10.0.0.4' }, { radiusServerAddress: '10.0.0.5' }])
  const wanted = gateway([{ radiusServerAddress: '10.0.0.5' }])
  expect(await withRadiusSecrets(raw, '/gw', wanted, { before, typed: { '10.0.0.5': 'x' } })).toEqual(
    ok(gateway([{ radiusServerAddress: '10.0.0.5', radiusServerSecret: 'x' }])),
  )
  expect(asked).toEqual([])
})
