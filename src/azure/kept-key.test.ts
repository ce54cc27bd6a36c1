import { expect, test } from 'vitest'
import type { Json, JsonObject } from '../lib/json.ts'
import { err, ok } from '../lib/result.ts'
import type { ErrorKind, HubError } from '../model/errors.ts'
import { withKeptKey } from './kept-key.ts'
import type { Raw } from './raw.ts'

const ID = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/connections/cn'

const failure = (kind: ErrorKind): HubError => ({ kind, code: 'X', message: '', details: [] })

function answering(answer: { body: Json } | { kind: ErrorKind }): { raw: Raw; asked: string[] } {
  const asked: string[] = []
  return {
    asked,
    raw: {
      request: ({ method, path }) => {
        asked.push(`${method} ${path}`)
        return Promise.resolve(
          'kind' in answer ? err(failure(answer.kind)) : ok({ status: 200, headers: {}, body: answer.body }),
        )
      },
      pages: () => Promise.resolve(err(failure('server'))),
    },
  }
}

const connection = (more: JsonObject = {}): JsonObject => ({
  properties: { connectionType: 'IPsec', later: 1, ...more },
})

test('the key is read and put in', async () => {
  const { raw, asked } = answering({ body: { value: 'k' } })
  expect(await withKeptKey(raw, ID, connection())).toEqual(ok(connection({ sharedKey: 'k' })))
  expect(asked).toEqual([`GET ${ID}/sharedkey`])
})

test.each<[string, string, JsonObject]>([
  ['the body has it', ID, connection({ sharedKey: 'own' })],
  ['it signs in with certificates', ID, connection({ authenticationType: 'Certificate' })],
  ['it is ExpressRoute', ID, connection({ connectionType: 'ExpressRoute' })],
  ['it is no connection', ID.replace('connections', 'localNetworkGateways'), connection()],
  ['there is none yet', ID, {}],
])('nothing is asked for where %s', async (_, id, body) => {
  const { raw, asked } = answering({ body: { value: 'k' } })
  expect(await withKeptKey(raw, id, body)).toEqual(ok(body))
  expect(asked).toEqual([])
})

test.each([{ kind: 'forbidden' }, { kind: 'notFound' }, { body: { value: '' } }, { body: null }] as const)(
  'it goes without where there is none to be had: %j',
  async (answer) => {
    expect(await withKeptKey(answering(answer).raw, ID, connection())).toEqual(ok(connection()))
  },
)

test('another failure is told', async () => {
  expect(await withKeptKey(answering({ kind: 'network' }).raw, ID, connection())).toEqual(
    err(failure('network')),
  )
})
