import { setupServer } from 'msw/node'
import { describe, expect, test } from 'vitest'
import { emulatorHandlers } from '../../src/emulator/mount-msw.ts'
import type { Fault } from '../../src/emulator/wire/control.ts'
import { GATEWAY, GROUP, NETWORK, testEmulator, withNetwork } from './emulator.ts'

const GW = `${NETWORK}/virtualNetworkGateways/gw`
const IP = `${NETWORK}/publicIPAddresses/gw-ip`

async function troubled(...faults: Fault[]) {
  const emulator = await withNetwork(testEmulator())
  await emulator.control({ do: 'faults', faults })
  return emulator
}

const codeOf = ({ body }: { body: { error?: { code: string } } }) => body.error?.code

describe('what answers in place of ARM', () => {
  test('throttled: 429 with Retry-After, as often as ordered, and then it is forgotten', async () => {
    const emulator = await troubled({ kind: 'throttled', path: '/', retryAfter: 7, times: 2 })
    const refused = await emulator.ask('GET', IP)
    expect([refused.status, codeOf(refused), refused.headers.get('Retry-After')]).toEqual([
      429,
      'SubscriptionRequestsThrottled',
      '7',
    ])
    expect((await emulator.control({ do: 'describe' })).faults).toHaveLength(1)
    await emulator.ask('GET', IP)
    expect((await emulator.control({ do: 'describe' })).faults).toEqual([])
    expect((await emulator.ask('GET', IP)).status).toBe(200)
  })

  test('counted anew, each address fails once and works, again and again', async () => {
    const emulator = await troubled({
      kind: 'status',
      path: '/',
      status: 500,
      code: 'InternalServerError',
      message: 'x',
      times: 1,
      anew: true,
    })
    const statuses: number[] = []
    for (const path of [IP, GROUP, IP, IP, GROUP, IP]) statuses.push((await emulator.ask('GET', path)).status)
    expect(statuses).toEqual([500, 500, 200, 500, 200, 200])
    expect((await emulator.control({ do: 'describe' })).faults).toHaveLength(1)
  })

  test('busy: writes are refused as recorded, reads go on', async () => {
    const emulator = await troubled({ kind: 'busy', path: '/virtualNetworkGateways/gw' })
    expect((await emulator.ask('GET', GW)).status).toBe(404)
    const refused = await emulator.ask('PUT', GW, GATEWAY)
    expect([refused.status, codeOf(refused)]).toEqual([429, 'RetryableError'])
    expect(refused.body.error.details).toMatchObject([
      {
        code: 'RetryableErrorDueToAnotherOperation',
        message: expect.stringMatching(/retried in 11 seconds/),
      },
    ])
    expect(refused.headers.get('Retry-After')).toBeNull()
  })

  test('expired token: 401 that says so in WWW-Authenticate', async () => {
    const emulator = await troubled({ kind: 'expiredToken', path: '/', times: 1 })
    const refused = await emulator.ask('GET', IP)
    expect([refused.status, codeOf(refused)]).toEqual([401, 'ExpiredAuthenticationToken'])
    expect(refused.headers.get('WWW-Authenticate')).toMatch(/^Bearer .*error="invalid_token"/)
    expect((await emulator.ask('GET', IP)).status).toBe(200)
  })
})

test('an emulator that fails itself says so with 500 instead of rejecting', async () => {
  const sleep = () => Promise.reject(new Error('No sleep.'))
  const emulator = testEmulator({ sleep })
  await emulator.control({ do: 'faults', faults: [{ kind: 'slow', path: '/', ms: 1 }] })
  const failed = await emulator.ask('GET', GROUP)
  expect([failed.status, codeOf(failed)]).toEqual([500, 'InternalServerError'])
  await emulator.control({
    do: 'faults',
    // No answer can have it.
    faults: [{ kind: 'status', path: '/', status: 99, code: 'c', message: 'm' }],
  })
  expect((await emulator.ask('GET', GROUP)).status).toBe(500)
})

describe('dropped', () => {
  test('the request is lost, or it is carried out and its answer is', async () => {
    const emulator = await troubled({ kind: 'dropped', path: '/gw', lost: 'request', times: 1 })
    const put = () =>
      emulator.fetch(
        new Request(`https://management.azure.com${GW}?api-version=2025-05-01`, {
          method: 'PUT',
          headers: { Authorization: 'Bearer x' },
          body: JSON.stringify(GATEWAY),
        }),
      )
    expect((await put()).type).toBe('error')
    expect((await emulator.ask('GET', GW)).status).toBe(404)
    await emulator.control({
      do: 'faults',
      faults: [{ kind: 'dropped', method: 'PUT', path: '/gw', lost: 'answer' }],
    })
    expect((await put()).type).toBe('error')
    expect((await emulator.ask('GET', GW)).body.properties.provisioningState).toBe('Updating')
  })

  test('under msw a fetch fails as without a network', async () => {
    const emulator = await troubled({ kind: 'dropped', path: '/', lost: 'request', times: 1 })
    const server = setupServer(...emulatorHandlers(emulator))
    server.listen()
    try {
      await expect(fetch(`https://management.azure.com${IP}`)).rejects.toThrow(TypeError)
      expect((await fetch(`https://management.azure.com${IP}`)).status).toBe(401)
    } finally {
      server.close()
    }
  })
})

test('opaque: no header of operations, limits and sign-in; the rest is whole', async () => {
  const emulator = await troubled({ kind: 'opaque', path: '/' })
  const started = await emulator.ask('PUT', GW, GATEWAY)
  const deleted = await emulator.ask('DELETE', IP)
  expect([started.status, started.body.properties.provisioningState, deleted.status]).toEqual([
    201,
    'Updating',
    400,
  ])
  for (const { headers } of [started, deleted]) {
    for (const name of headers.keys())
      expect(name).not.toMatch(/^(azure-|location|retry-after|www-authenticate|x-ms)/)
    expect(headers.get('Content-Type')).toMatch(/json/)
  }
})

describe('stuck', () => {
  test('an operation never ends, holds its resource, and goes on after the fault is taken back', async () => {
    const emulator = await troubled({ kind: 'stuckOperation', path: '/gw' })
    const started = await emulator.ask('PUT', GW, GATEWAY)
    await emulator.control({ do: 'faults', faults: [] })
    emulator.pass(400 * 24 * 3600)
    const poll = started.headers.get('Azure-AsyncOperation') ?? ''
    expect((await emulator.ask('GET', poll)).body).toEqual({ status: 'InProgress' })
    expect((await emulator.ask('GET', GW)).body.properties.provisioningState).toBe('Updating')
    expect(codeOf(await emulator.ask('DELETE', GW))).toBe('RetryableError')
  })

  test('so does the deletion of a group', async () => {
    const emulator = await troubled({ kind: 'stuckOperation', path: '/' })
    const started = await emulator.ask('DELETE', GROUP)
    emulator.pass(400 * 24 * 3600)
    expect((await emulator.ask('GET', started.headers.get('Location') ?? '')).status).toBe(202)
    expect((await emulator.ask('GET', GROUP)).body.properties.provisioningState).toBe('Deleting')
  })
})

test('slow: the longest of those that cover the path', async () => {
  const waits: number[] = []
  const emulator = testEmulator({ sleep: (ms) => Promise.resolve(void waits.push(ms)) })
  await emulator.control({
    do: 'faults',
    faults: [
      { kind: 'slow', path: '/', ms: 3000 },
      { kind: 'slow', path: '/resourceGroups', ms: 1000 },
      { kind: 'slow', path: '/elsewhere', ms: 9000 },
    ],
  })
  await emulator.ask('GET', GROUP)
  expect(waits).toEqual([3000])
})

test('a fault that was just ordered strikes the next request, though nobody waited for the order', async () => {
  const emulator = testEmulator()
  const [, answer] = await Promise.all([
    emulator.control({
      do: 'faults',
      faults: [{ kind: 'status', path: '/subscriptions', status: 403, code: 'No', message: 'No.' }],
    }),
    emulator.ask('GET', '/subscriptions'),
  ])
  expect(answer.status).toBe(403)
})
