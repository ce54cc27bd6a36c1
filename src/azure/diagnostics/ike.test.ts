import { expect, test } from 'vitest'
import { err, ok, type Result } from '../../lib/result.ts'
import type { Json } from '../../lib/json.ts'
import type { HubError } from '../../model/errors.ts'
import { associationsOf, readIke } from './ike.ts'
import { readSharedKey } from './shared-key.ts'

const QUICK = {
  encryption: 'GcmAes256',
  integrity: 'GcmAes256',
  pfsGroupId: 'PfsNone',
  lifeTimeSeconds: 27000,
  localTrafficSelectors: ['0.0.0.0/0'],
  remoteTrafficSelectors: ['0.0.0.0/0'],
  inboundSPI: 12,
}
const MAIN = {
  localEndpoint: '198.51.100.22',
  remoteEndpoint: '203.0.113.18',
  encryption: 'AES256',
  integrity: 'SHA1',
  dhGroup: 'DHGroup2',
  lifeTimeSeconds: 28800,
  elapsedTimeInseconds: 25103,
  isSaInitiator: true,
  initiatorCookie: 1,
  quickModeSa: [QUICK],
}
const READ = [
  {
    localEndpoint: '198.51.100.22',
    remoteEndpoint: '203.0.113.18',
    encryption: 'AES256',
    integrity: 'SHA1',
    dhGroup: 'DHGroup2',
    lifetimeSeconds: 28800,
    elapsedSeconds: 25103,
    initiator: true,
    childAssociations: [
      {
        encryption: 'GcmAes256',
        integrity: 'GcmAes256',
        pfsGroup: 'PfsNone',
        lifetimeSeconds: 27000,
        localSelectors: ['0.0.0.0/0'],
        remoteSelectors: ['0.0.0.0/0'],
        raw: QUICK,
      },
    ],
    raw: MAIN,
  },
]

test.each<[what: string, answer: Json | undefined]>([
  ['an object', { IkeSAs: [MAIN] }],
  ['JSON in a string', JSON.stringify({ IkeSAs: [MAIN] })],
  ['JSON in a string in a string', JSON.stringify(JSON.stringify({ ikeSas: [MAIN] }))],
  ['a list', [MAIN]],
])('%s', (_, answer) => {
  expect(associationsOf(answer)).toEqual(READ)
})

test.each<[what: string, answer: Json | undefined]>([
  ['nothing', undefined],
  ['null', null],
  ['no association', { IkeSAs: [] }],
  ['null in place of a list', { IkeSAs: null }],
])('%s is no association', (_, answer) => {
  expect(associationsOf(answer)).toEqual([])
})

test.each<[what: string, answer: Json]>([
  ['text', 'Sorry'],
  ['another object', { status: 'Fine' }],
  ['a number', 7],
])('%s is no such answer', (_, answer) => {
  expect(associationsOf(answer)).toBeUndefined()
})

test('members of other names stay in what is shown verbatim', () => {
  const [one] = associationsOf({ IkeSAs: [{ Encryption: 'AES256', Peer: 'x', QuickModeSa: null }] }) ?? []
  expect(one).toEqual({
    encryption: 'AES256',
    childAssociations: [],
    raw: { Encryption: 'AES256', Peer: 'x', QuickModeSa: null },
  })
})

const asking = (answer: Result<Json | undefined, HubError>) => ({
  ask: {
    action: () => Promise.resolve(answer),
    get: () => Promise.resolve(answer),
    pages: () => Promise.reject(new Error()),
  },
})

test('a refusal is handed on, an answer of another shape is an error', async () => {
  const refused = err<HubError>({ kind: 'forbidden', code: 'AuthorizationFailed', message: '', details: [] })
  expect(await readIke(asking(refused), '/x')).toBe(refused)
  expect(await readIke(asking(ok('Sorry')), '/x')).toMatchObject({ ok: false })
  expect(await readIke(asking(ok({ IkeSAs: [] })), '/x')).toEqual(ok([]))
})

test('a key is handed over; no key is an error that holds nothing of the answer', async () => {
  expect(await readSharedKey(asking(ok({ value: 'abc' })), '/x')).toEqual(ok('abc'))
  for (const answer of [{}, { value: '' }, 'abc', null])
    expect(await readSharedKey(asking(ok(answer)), '/x')).toMatchObject({ ok: false })
})
