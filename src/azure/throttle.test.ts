import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { json } from './scripted.ts'
import { patient, throttled } from './throttle.ts'
import { type Send, timerSleep, type WireAnswer } from './transport.ts'

beforeEach(() => vi.useFakeTimers({ now: 0 }))
afterEach(() => vi.useRealTimers())

const time = { clock: () => Date.now(), sleep: timerSleep }
const get = (subscription = 'one') => ({
  url: `https://arm/subscriptions/${subscription}/x`,
  method: 'GET',
  headers: {},
})
const throttling = (seconds?: number) =>
  json(
    { error: { code: 'SubscriptionRequestsThrottled', message: 'x' } },
    429,
    seconds ? { 'retry-after': `${seconds}` } : {},
  )

/** Takes `ms` for each answer, and knows how many were on their way at once. */
function service(ms: number, answer: (count: number) => WireAnswer = () => json({})) {
  const seen = { count: 0, running: 0, most: 0, at: [] as number[] }
  const send: Send = async () => {
    seen.at.push(Date.now())
    seen.most = Math.max(seen.most, ++seen.running)
    const reply = answer(seen.count++)
    await timerSleep(ms)
    seen.running--
    return reply
  }
  return { seen, send }
}

test('eight at once for one subscription, each subscription for itself', async () => {
  const { seen, send } = service(100)
  const polite = throttled(send, time)
  const all = Promise.all(Array.from({ length: 40 }, (_, index) => polite(get(index % 2 ? 'one' : 'two'))))
  await vi.runAllTimersAsync()
  await all
  expect([seen.count, seen.most]).toEqual([40, 16])
})

test('after the burst no more than twenty reads a second', async () => {
  const { seen, send } = service(1)
  const polite = throttled(send, time)
  const all = Promise.all(Array.from({ length: 260 }, () => polite(get())))
  await vi.runAllTimersAsync()
  await all
  expect(seen.at.filter((at) => at < 100).length).toBeLessThanOrEqual(205)
  expect(seen.at.at(-1)).toBeGreaterThan(2500)
})

test('writes have a bucket of their own', async () => {
  const { seen, send } = service(1)
  const polite = throttled(send, time)
  const all = Promise.all(Array.from({ length: 168 }, () => polite({ ...get(), method: 'PUT' })))
  await vi.runAllTimersAsync()
  await all
  expect(seen.at.at(-1)).toBeGreaterThan(900)
})

test('a throttled request is repeated when ARM said, and nothing of its subscription goes before', async () => {
  const { seen, send } = service(1, (count) => (count === 0 ? throttling(7) : json({})))
  const polite = patient(throttled(send, time), time)
  const first = polite(get())
  await vi.advanceTimersByTimeAsync(10)
  const second = polite(get())
  await vi.runAllTimersAsync()
  expect([(await first).status, (await second).status]).toEqual([200, 200])
  expect(Math.min(...seen.at.slice(1))).toBeGreaterThanOrEqual(7000)
})

test('it gives up after three repeats', async () => {
  const { seen, send } = service(1, () => throttling())
  const answer = patient(throttled(send, time), time)(get())
  await vi.runAllTimersAsync()
  expect([(await answer).status, seen.count]).toEqual([429, 4])
})

test.each<[what: string, method: string, answer: WireAnswer, times: number, url?: string]>([
  ['a busy resource', 'GET', json({ error: { code: 'AnotherOperationInProgress', message: 'x' } }, 429), 1],
  ['a refusal', 'GET', json({ error: { code: 'AuthorizationFailed', message: 'x' } }, 403), 1],
  ['a failed read', 'GET', json({}, 500), 4],
  ['a failed write', 'PUT', json({}, 500), 1],
  ['a failed action', 'POST', json({}, 503), 1],
  ['a failed query', 'POST', json({}, 503), 4, 'https://arm/providers/Microsoft.ResourceGraph/resources?a=1'],
])('%s is sent %s %#', async (_, method, answer, times, url = get().url) => {
  const { seen, send } = service(1, () => answer)
  const sent = patient(send, time)({ ...get(), method, url })
  await vi.runAllTimersAsync()
  await sent
  expect(seen.count).toBe(times)
})

test('a hundred requests of one reading put one listener on its signal, and leave none', async () => {
  const { send } = service(100)
  const polite = throttled(send, time)
  const { signal } = new AbortController()
  const adds = vi.spyOn(signal, 'addEventListener')
  const removes = vi.spyOn(signal, 'removeEventListener')
  const all = Promise.all(Array.from({ length: 100 }, () => polite(get(), signal)))
  await vi.runAllTimersAsync()
  await all
  expect(adds).toHaveBeenCalledTimes(1)
  expect(removes).toHaveBeenCalledTimes(1)
})

test('an aborted request gives up its place in the queue and its slot', async () => {
  const { seen, send } = service(100)
  const polite = throttled(send, time)
  const running = Array.from({ length: 8 }, () => polite(get()))
  const abort = new AbortController()
  const aborted = polite(get(), abort.signal)
  const after = polite(get())
  const failed = expect(aborted).rejects.toThrow('abort')
  abort.abort()
  await vi.runAllTimersAsync()
  await failed
  await Promise.all([...running, after])
  expect(seen.count).toBe(9)
})
