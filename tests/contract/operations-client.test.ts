import { describe, expect, test } from 'vitest'
import { createAzure } from '../../src/azure/azure.ts'
import { demoCredential } from '../../src/azure/demo-credential.ts'
import type { OperationRecord, Polled, WriteRequest } from '../../src/azure/operation.ts'
import { noAnswer } from '../../src/azure/transport.ts'
import type { Fault } from '../../src/emulator/wire/control.ts'
import { GATEWAY, NETWORK, testEmulator, withNetwork } from './emulator.ts'

// The app's own client of long-running operations against the emulator: two sides that share no rule.

const GW = `${NETWORK}/virtualNetworkGateways/gw`
const CREATE: WriteRequest = { method: 'PUT', id: GW, body: GATEWAY }
const FAILING: Fault = {
  kind: 'failOperation',
  path: '/gw',
  code: 'InternalServerError',
  message: 'An error occurred.',
}

/** An Azure on an emulator, in which waiting is what makes time pass. */
async function onEmulator(...faults: Fault[]) {
  const emulator = await withNetwork(testEmulator())
  const order = (next: Fault[]) => emulator.control({ do: 'faults', faults: next })
  await order(faults)
  let now = 0
  let id = 0
  const sent: string[] = []
  const { operations, resource } = createAzure({
    send: async ({ url, method, headers, body }) => {
      sent.push(method)
      const response = await emulator.fetch(new Request(url, { method, headers, body }))
      if (response.type === 'error') throw noAnswer()
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.text(),
      }
    },
    credential: demoCredential,
    clock: () => now,
    sleep: (milliseconds, signal) => {
      signal?.throwIfAborted()
      now += milliseconds
      emulator.pass(milliseconds / 1000)
      return Promise.resolve()
    },
    newId: () => String(id++),
    pollIntervalMs: () => 10_000,
  })

  /** Starts a write, and gives what a reload of the page leaves of it. */
  async function running(request: WriteRequest): Promise<OperationRecord> {
    const started = await operations.start(request)
    if (!started.ok || started.value.state !== 'running')
      throw new Error(`not running: ${JSON.stringify(started)}`)
    return JSON.parse(JSON.stringify(started.value.operation)) as OperationRecord
  }

  async function followed(request: WriteRequest) {
    const ticks: Polled['state'][] = []
    const end = await operations.follow(await running(request), { onTick: ({ state }) => ticks.push(state) })
    return { end, ticks }
  }

  return { emulator, operations, resource, sent, order, running, followed, minutes: () => now / 60_000 }
}

describe.each<[string, Fault[]]>([
  ['with every header', []],
  ['without readable headers', [{ kind: 'opaque', path: '/' }]],
])('%s', (_, faults) => {
  test('a gateway is created, read, and deleted', async () => {
    const azure = await onEmulator(...faults)
    const { end, ticks } = await azure.followed(CREATE)
    expect(end).toMatchObject({
      state: 'succeeded',
      result: { id: GW, properties: { provisioningState: 'Succeeded' } },
    })
    expect(ticks.length).toBeGreaterThan(10)
    expect(azure.minutes()).toBeGreaterThan(15)

    const deleted = await azure.followed({ method: 'DELETE', id: GW })
    expect(deleted.end).toEqual({ state: 'succeeded', result: undefined })
    expect(deleted.ticks).toContain('running')
    expect(await azure.resource(GW)).toMatchObject({ ok: false, error: { code: 'ResourceNotFound' } })
  })

  test('an operation that fails says so; only a readable one says why', async () => {
    const azure = await onEmulator(FAILING, ...faults)
    const code = faults.length === 0 ? 'InternalServerError' : 'OperationFailed'
    expect((await azure.followed(CREATE)).end).toMatchObject({
      state: 'failed',
      error: { code, target: GW },
    })
    expect(await azure.resource(GW)).toMatchObject({ ok: true, value: { provisioningState: 'Failed' } })
  })

  test('an operation that never ends is followed until somebody stops', async () => {
    const azure = await onEmulator({ kind: 'stuckOperation', path: '/gw' }, ...faults)
    const operation = await azure.running(CREATE)
    const abort = new AbortController()
    let looks = 0
    const following = azure.operations.follow(operation, {
      signal: abort.signal,
      onTick: ({ state }) => {
        expect(state).toBe('running')
        if (++looks === 500) abort.abort()
      },
    })
    await expect(following).rejects.toThrow(/abort/i)
    expect(azure.minutes()).toBeGreaterThan(80)
    expect(await azure.operations.poll(operation)).toMatchObject({ state: 'running' })
  })
})

test('a deletion that fails leaves the resource; without readable headers its state tells', async () => {
  const azure = await onEmulator()
  await azure.followed(CREATE)
  await azure.order([FAILING, { kind: 'opaque', path: '/' }])
  const { end } = await azure.followed({ method: 'DELETE', id: GW })
  expect(end).toMatchObject({ state: 'failed', error: { code: 'OperationFailed' } })
  expect(await azure.resource(GW)).toMatchObject({ ok: true })
})

test('what is busy is a value with the seconds to wait, and is not sent again', async () => {
  const azure = await onEmulator({ kind: 'busy', path: '/gw' })
  const ordered = await azure.operations.start(CREATE)
  expect(ordered).toMatchObject({ ok: false, error: { kind: 'busy', retryAfterSeconds: 11 } })
  expect(azure.sent).toEqual(['PUT'])

  await azure.order([])
  await azure.running(CREATE)
  const own = await azure.operations.start({ method: 'DELETE', id: GW })
  expect(own).toMatchObject({ ok: false, error: { kind: 'busy', code: 'RetryableError' } })
})

test('throttled writes wait as long as Azure says, and are sent again: they were not carried out', async () => {
  const azure = await onEmulator({ kind: 'throttled', path: '/gw', retryAfter: 30, times: 2 })
  await azure.running(CREATE)
  expect(azure.sent).toEqual(['PUT', 'PUT', 'PUT'])
  expect(azure.minutes()).toBe(1)
})

test('a network that is gone for a while does not end the following; a long one does, and it is taken up again', async () => {
  const azure = await onEmulator()
  const operation = await azure.running(CREATE)
  await azure.order([{ kind: 'dropped', path: '/', lost: 'request', times: 5 }])
  const ticks: Polled['state'][] = []
  const onTick = ({ state }: Polled) => void ticks.push(state)
  await azure.operations.poll(operation)
  const abort = new AbortController()
  const first = azure.operations.follow(operation, {
    signal: abort.signal,
    onTick: (polled) => {
      onTick(polled)
      if (polled.state === 'running') abort.abort()
    },
  })
  await expect(first).rejects.toThrow(/abort/i)
  expect(ticks).toEqual(['unreachable', 'unreachable', 'unreachable', 'unreachable', 'running'])

  await azure.order([{ kind: 'dropped', path: '/', lost: 'request' }])
  expect(await azure.operations.follow(operation)).toMatchObject({
    state: 'unreachable',
    error: { kind: 'network' },
  })
  await azure.order([])
  expect(await azure.operations.follow(operation)).toMatchObject({ state: 'succeeded' })
})

test('a write whose answer is lost is unanswered, and Azure has accepted it', async () => {
  const azure = await onEmulator({ kind: 'dropped', method: 'PUT', path: '/gw', lost: 'answer' })
  expect(await azure.operations.start(CREATE)).toMatchObject({ ok: true, value: { state: 'unanswered' } })
  expect(azure.sent).toEqual(['PUT'])
  expect(await azure.resource(GW)).toMatchObject({ ok: true, value: { provisioningState: 'Updating' } })
})

test('an expired sign-in ends the following at once, and it is taken up again', async () => {
  const azure = await onEmulator()
  const operation = await azure.running(CREATE)
  await azure.order([{ kind: 'expiredToken', path: '/', times: 1 }])
  expect(await azure.operations.follow(operation)).toMatchObject({
    state: 'unreachable',
    error: { kind: 'auth', code: 'ExpiredAuthenticationToken' },
  })
  expect(await azure.operations.follow(operation)).toMatchObject({ state: 'succeeded' })
})
