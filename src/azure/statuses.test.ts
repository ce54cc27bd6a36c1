import { expect, test } from 'vitest'
import { connection } from '../../tests/support/resources.ts'
import { ok } from '../lib/result.ts'
import type { Resource } from '../model/resources/resource.ts'
import { readStatuses } from './statuses.ts'

const many = Array.from({ length: 12 }, (_, index) => connection(`c${String(index).padStart(2, '0')}`))
const names = (resources: readonly Resource[]) => resources.map(({ name }) => name)
const byId = new Map<string, Resource>(many.map((one) => [one.id, one]))

/** A second is over when the test says so. */
function stage(hidden: () => boolean = () => false) {
  const batches: string[][] = []
  const ends: (() => void)[] = []
  let seen: string[] = []
  let tell = () => {}
  const reading = (signal?: AbortSignal) =>
    readStatuses(
      {
        get: async (id) => {
          const found = byId.get(id)
          if (!found) throw new Error(id)
          return ok(found)
        },
        sleep: (_, aborted) =>
          new Promise((resolve, reject) => {
            ends.push(resolve)
            aborted?.addEventListener('abort', () => reject(new Error('aborted')))
          }),
        hidden,
      },
      many,
      {
        signal,
        inView: { keys: () => seen, changed: () => new Promise((resolve) => (tell = resolve)) },
        onRead: (readings) => batches.push(names(readings.map(({ of }) => of))),
      },
    )
  return {
    batches,
    reading,
    look(resources: Resource[]) {
      seen = resources.map(({ key }) => key)
      tell()
      return settled()
    },
    second() {
      for (const end of ends.splice(0)) end()
      return settled()
    },
  }
}

const settled = () => new Promise((resolve) => setTimeout(resolve))

test('what is in view at once, the rest five a second', async () => {
  const { batches, reading, look, second } = stage()
  await look(many.slice(6, 12))
  const end = reading()
  await settled()
  expect(batches).toEqual([names(many.slice(6, 12)), names(many.slice(0, 5))])
  await second()
  expect(batches).toHaveLength(3)
  await end
})

test('what comes into view does not wait for the second to end, and does not give the rest a new one', async () => {
  const { batches, reading, look, second } = stage()
  const end = reading()
  await settled()
  expect(batches).toEqual([names(many.slice(0, 5))])
  await look(many.slice(10))
  expect(batches).toEqual([names(many.slice(0, 5)), names(many.slice(10))])
  await second()
  await end
  expect(batches[2]).toEqual(names(many.slice(5, 10)))
})

test('nothing in the background while nobody looks', async () => {
  let hidden = true
  const { batches, reading, second } = stage(() => hidden)
  const leave = new AbortController()
  const end = reading(leave.signal)
  await second()
  await second()
  expect(batches).toEqual([])
  hidden = false
  await second()
  expect(batches).toHaveLength(1)
  leave.abort(new Error('left'))
  await expect(end).rejects.toThrow()
  expect(batches).toHaveLength(1)
})
