import { expect, test } from 'vitest'
import type { JsonObject } from '../lib/json.ts'
import { readGraph } from './graph-read.ts'
import { createRaw } from './raw.ts'
import { json, scripted } from './scripted.ts'
import type { WireAnswer, WireRequest } from './transport.ts'

const rawOn = (answer: (request: WireRequest) => WireAnswer) => {
  const script = scripted([['POST', answer]])
  return { raw: createRaw(script.send, 'https://arm.example', () => 'x'), asked: script.asked }
}
const bodyOf = ({ body }: WireRequest) =>
  JSON.parse(body ?? '{}') as { subscriptions: string[]; options: JsonObject; query: string }

test('a thousand subscriptions at most in one query, and every page of each', async () => {
  const { raw, asked } = rawOn((request) => {
    const { subscriptions, options } = bodyOf(request)
    const last = subscriptions.length < 1000 || options.$skipToken === 'two'
    return json({ data: [{ id: subscriptions[0] ?? '' }], ...(!last && { $skipToken: 'two' }) })
  })
  const ids = Array.from({ length: 1500 }, (_, index) => `s${index}`)
  const rows: unknown[] = []
  const read = await readGraph(raw, 'q', ids, {
    sleep: () => Promise.resolve(),
    onRows: (page) => void rows.push(...page),
  })
  expect(read.ok).toBe(true)
  expect(rows).toEqual([{ id: 's0' }, { id: 's0' }, { id: 's1000' }])
  expect(asked.map((one) => bodyOf(one).subscriptions.length)).toEqual([1000, 1000, 500])
  expect(bodyOf(asked[1] as WireRequest).options).toEqual({
    $top: 1000,
    resultFormat: 'objectArray',
    $skipToken: 'two',
  })
  expect(asked[0]?.url).toBe(
    'https://arm.example/providers/Microsoft.ResourceGraph/resources?api-version=2024-04-01',
  )
})

test('waits for the window to end when no query is left in it, and only when there is more', async () => {
  const quota = { 'x-ms-user-quota-remaining': '0', 'x-ms-user-quota-resets-after': '00:01:05' }
  const { raw } = rawOn((request) =>
    json(
      { data: [], ...(bodyOf(request).options.$skipToken === undefined && { $skipToken: 'a' }) },
      200,
      quota,
    ),
  )
  const waits: number[] = []
  const sleep = async (milliseconds: number) => void waits.push(milliseconds)
  await readGraph(raw, 'q', ['s'], { sleep, onRows: () => {} })
  expect(waits).toEqual([65_000])
})

test('a token that comes again ends the pages', async () => {
  const { raw, asked } = rawOn(() => json({ data: [], $skipToken: 'same' }))
  await readGraph(raw, 'q', ['s'], { sleep: () => Promise.resolve(), onRows: () => {} })
  expect(asked).toHaveLength(2)
})

test('a page is taken in by a few rows at a time, the next ones when the last are through', async () => {
  const { raw } = rawOn(() =>
    json({ data: Array.from({ length: 250 }, (_, index) => ({ id: `r${index}` })) }),
  )
  const steps: (number | string)[] = []
  await readGraph(raw, 'q', ['s'], {
    sleep: () => Promise.resolve(),
    onRows: async (rows) => {
      steps.push(rows.length)
      await Promise.resolve()
      steps.push('through')
    },
  })
  expect(steps).toEqual([100, 'through', 100, 'through', 50, 'through'])
})

test('an answer without rows is a failure, not an empty estate', async () => {
  const { raw } = rawOn(() => json({ value: [] }))
  const read = await readGraph(raw, 'q', ['s'], { sleep: () => Promise.resolve(), onRows: () => {} })
  expect(read).toMatchObject({ ok: false })
})
