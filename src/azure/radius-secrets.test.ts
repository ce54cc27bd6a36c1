import { expect, test } from 'vitest'
import { err, ok } from '../lib/result.ts'
import type { Json } from '../lib/json.ts'
import type { HubError } from '../model/errors.ts'
import { withRadiusSecrets } from './radius-secrets.ts'
import type { Raw } from './raw.ts'

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
    { radiusServerAddress: '10.0.0.6' },
  ])
  expect(await withRadiusSecrets(raw, '/gw', before)).toEqual(
    ok(
      gateway([
        { radiusServerAddress: '10.0.0.4', radiusServerSecret: 's4', radiusServerScore: 30 },
        { radiusServerAddress: '10.0.0.5', radiusServerScore: 1, radiusServerSecret: 's5' },
        { radiusServerAddress: '10.0.0.6' },
      ]),
    ),
  )
  expect(asked).toEqual(['POST /gw/listRadiusSecrets'])
})

test.each([[[]], [null], [[{ radiusServerAddress: '10.0.0.4', radiusServerSecret: 's' }]]])(
  'nothing is asked for %j',
  async (servers) => {
    const { raw, asked } = answering({})
    expect(await withRadiusSecrets(raw, '/gw', gateway(servers))).toEqual(ok(gateway(servers)))
    expect(asked).toEqual([])
  },
)

test('where they may not be read the refusal is told', async () => {
  const { raw } = answering(undefined)
  expect(await withRadiusSecrets(raw, '/gw', gateway([{ radiusServerAddress: '1.1.1.1' }]))).toEqual(
    err(forbidden),
  )
})
