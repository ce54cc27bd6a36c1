import { describe, expect, test } from 'vitest'
import type { OperationRecord, WriteRequest } from './operation.ts'
import {
  ID,
  STATUS,
  RESULT,
  both,
  empty,
  resource,
  clean,
  inTurn,
  status,
  failed,
  begin,
} from './operation-script.ts'
import { azureOn, json, scripted } from './scripted.ts'
import { noAnswer, type WireAnswer } from './transport.ts'

describe('how it fails', () => {
  test.each<[string, Partial<WriteRequest>, Parameters<typeof scripted>[0], string]>([
    [
      'with a code',
      {},
      [
        ['PUT', json(resource('Updating'), 201, both)],
        ['/operations/1', failed],
      ],
      'ServiceProviderNotProvisioned',
    ],
    [
      'cancelled',
      {},
      [
        ['PUT', json(resource('Updating'), 201, both)],
        ['/operations/1', status('Canceled')],
      ],
      'OperationCanceled',
    ],
    [
      'told by the resource',
      {},
      [
        ['PUT', json(resource('Updating'), 201)],
        ['GET', json(resource('Failed'))],
      ],
      'OperationFailed',
    ],
    [
      'refused at the Location',
      { method: 'DELETE' },
      [
        ['DELETE', empty(202, { Location: RESULT })],
        ['GET', json({ Error: { Code: 'ResourceGroupDeletionBlocked', Message: 'x' } }, 409)],
      ],
      'ResourceGroupDeletionBlocked',
    ],
  ])('%s', async (_, request, table, code) => {
    expect((await begin(request, table)).end).toMatchObject({ state: 'failed', error: { code } })
  })
})

test.each([RESULT, undefined])(
  'a key that an action made is in no result (Location %s)',
  async (location) => {
    const ends = json({ status: 'Succeeded', properties: { output: { value: 'MARKER' } } })
    const { end } = await begin({ method: 'POST', action: 'sharedkey/reset' }, [
      ['POST', empty(202, { 'Azure-AsyncOperation': STATUS, ...(location && { Location: location }) })],
      ['/operations/1', ends],
      ['GET', json({ value: 'MARKER' })],
    ])
    expect(end).toEqual({ state: 'succeeded', result: undefined })
  },
)

describe('how nobody can say', () => {
  const lost = () => Promise.reject(noAnswer())

  test('an action Azure has forgotten may be done', async () => {
    const { end } = await begin({ method: 'POST', action: 'reset' }, [
      ['POST', empty(202, { 'Azure-AsyncOperation': STATUS })],
      ['GET', json({ error: { code: 'NotFound', message: 'x' } }, 404)],
    ])
    expect(end).toMatchObject({ state: 'unknown', error: { code: 'OperationForgotten', target: ID } })
  })

  test.each<[string, Partial<WriteRequest>]>([
    ['PUT', {}],
    ['DELETE', { method: 'DELETE' }],
    ['POST', { method: 'POST', action: 'reset' }],
  ])('a %s whose answer was lost may have been accepted, and is not sent again', async (method, request) => {
    const { started, asked } = await begin(request, [[method, lost]])
    expect(started).toMatchObject({ state: 'unanswered', error: { code: 'NoAnswer', target: ID } })
    expect(asked).toHaveLength(1)
  })

  test('so may one whose answer the app itself stumbled over', async () => {
    const { started } = await begin({}, [['PUT', () => Promise.reject(new TypeError('x is not a function'))]])
    expect(started).toMatchObject({ state: 'unanswered', error: { kind: 'fault', code: 'Fault' } })
  })

  test.each<[string, WireAnswer]>([
    ['timed out on the way', json({ error: { code: 'ServerTimeout', message: 'x' } }, 503)],
    ['ended by a proxy', { status: 504, headers: {}, body: '<html>' }],
    ['a web page', { status: 200, headers: {}, body: '<html>' }],
  ])('so may one whose answer is %s', async (_, answer) => {
    expect((await begin({}, [['PUT', answer]])).started).toMatchObject({ state: 'unanswered' })
  })

  test('one that never left was not accepted', async () => {
    const { send } = scripted([])
    const { createAzure } = await import('./azure.ts')
    const { operations } = createAzure({
      send,
      credential: { getToken: () => Promise.reject(new Error('interaction required')) },
      clock: () => 0,
      sleep: () => Promise.resolve(),
      newId: () => 'id',
      pollIntervalMs: () => 1,
    })
    expect(await operations.start({ method: 'PUT', id: ID })).toMatchObject({
      ok: false,
      error: { code: 'SignInNeeded' },
    })
  })

  test.each<[string, Parameters<typeof scripted>[0][number][1], string]>([
    ['nothing answers', lost, 'NoAnswer'],
    ['Azure fails', json({}, 500), 'Http500'],
  ])('when %s for long, following ends; it can be taken up again', async (_, reply, code) => {
    const { end, ticks } = await begin({}, [
      ['PUT', json(resource('Updating'), 201, { 'Azure-AsyncOperation': STATUS })],
      ['/operations/1', reply],
    ])
    expect(end).toMatchObject({ state: 'unreachable', error: { code } })
    expect(ticks).toEqual(Array.from({ length: 12 }, () => 'unreachable'))
  })
})

describe('how it starts', () => {
  test.each<[string, Partial<WriteRequest>, WireAnswer, unknown]>([
    ['PUT that is done', {}, json(resource('Succeeded')), { state: 'settled', result: clean('Succeeded') }],
    [
      'PUT of a shared key',
      { id: `${ID}/sharedkey` },
      json({ value: 'MARKER' }),
      { state: 'settled', result: undefined },
    ],
    ['DELETE of what is not there', { method: 'DELETE' }, empty(204), { state: 'settled' }],
    [
      'POST that answers at once',
      { method: 'POST', action: 'a' },
      json('<xml/>'),
      { state: 'settled', result: '<xml/>' },
    ],
    ['POST that nothing tells of', { method: 'POST', action: 'a' }, json(null, 202), { state: 'untracked' }],
    [
      'a busy resource',
      {},
      json({ error: { code: 'AnotherOperationInProgress', message: 'x' } }, 429),
      { error: { kind: 'busy' } },
    ],
  ])('%s', async (_, request, answer, started) => {
    const begun = await begin(request, [[`${request.method ?? 'PUT'}`, answer]])
    expect(begun.started).toMatchObject(started as object)
    expect(begun.end).toBeUndefined()
  })

  test('the addresses are used as they came, and the token goes with them', async () => {
    const { asked, ticks } = await begin({}, [
      ['PUT', json(resource('Updating'), 201, { 'Azure-AsyncOperation': STATUS })],
      ['/operations/1', inTurn(status('InProgress'), status('Succeeded'))],
      ['GET', json(resource('Succeeded'))],
    ])
    expect(asked.filter(({ url }) => url === STATUS)).toHaveLength(2)
    expect(asked.every(({ headers }) => headers.authorization === 'Bearer demo')).toBe(true)
    expect(ticks).toEqual(['running', 'succeeded'])
  })

  test('an address outside ARM is not followed; the resource tells', async () => {
    const { end, asked } = await begin({}, [
      ['PUT', json(resource('Updating'), 201, { 'Azure-AsyncOperation': 'https://evil.example/' })],
      ['GET', json(resource('Succeeded'))],
    ])
    expect(end).toEqual({ state: 'succeeded', result: clean('Succeeded') })
    expect(asked.map(({ url }) => new URL(url).host)).toEqual([
      'management.azure.com',
      'management.azure.com',
    ])
  })
})

test('waits as long as ARM says, else the interval; once a minute when nobody looks', async () => {
  const waits: number[] = []
  const script = scripted([
    ['PUT', json(resource('Updating'), 201, both)],
    [
      '/operations/1',
      inTurn(
        json({ status: 'InProgress' }, 200, { 'Retry-After': '20' }),
        status('InProgress'),
        status('Succeeded'),
      ),
    ],
    ['GET', json(resource('Succeeded'))],
  ])
  const { createAzure } = await import('./azure.ts')
  const { demoCredential } = await import('./demo-credential.ts')
  let hidden = false
  const { operations } = createAzure({
    send: script.send,
    credential: demoCredential,
    clock: () => 0,
    sleep: (milliseconds) => {
      waits.push(milliseconds)
      // Hidden from the second wait on, and looked at again in the middle of the third.
      hidden = waits.length >= 2 && waits.length < 14
      return Promise.resolve()
    },
    newId: () => 'id',
    pollIntervalMs: () => 250,
    hidden: () => hidden,
  })
  const started = await operations.start({ method: 'PUT', id: ID, body: {} })
  if (!started.ok || started.value.state !== 'running') throw new Error('not started')
  await operations.follow(started.value.operation)
  const minute = [20_000, ...Array<number>(8).fill(5_000)]
  expect(waits).toEqual([10_000, ...minute, 250, ...Array<number>(3).fill(5_000)])
})

test('following ends when it is aborted', async () => {
  const { operations } = azureOn(scripted([]).send)
  const operation: OperationRecord = { resourceId: ID, method: 'PUT', operationUrl: STATUS, startedAt: 0 }
  await expect(operations.follow(operation, { signal: AbortSignal.abort() })).rejects.toThrow('abort')
})
