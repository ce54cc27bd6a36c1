import { describe, expect, it } from 'vitest'
import { STORE_VERSION, type Meta } from '../store.ts'
import { createMemoryStore } from './memory-store.ts'
import type { GroupRow } from './rows.ts'

const meta: Meta = {
  version: STORE_VERSION,
  fromFile: false,
  estate: 'empty',
  epoch: 'one',
  loadedAt: 0,
  speed: 'fast',
  pageSize: 100,
  revision: 0,
}
const group: GroupRow = { kind: 'group', key: 'g', subscriptionId: 's', name: 'g', location: 'westeurope' }

describe('the memory store', () => {
  it('tells what is new since a revision, and nothing twice', async () => {
    const store = createMemoryStore()
    const { seen } = await store.transact(undefined, () => ({ meta, result: undefined }))
    const after = await store.transact(seen, () => ({ rows: [group], result: undefined }))
    expect((await store.read(seen)).rows).toEqual([group])
    expect((await store.read(after.seen)).rows).toEqual([])
  })

  it('forgets the rows of an epoch with it', async () => {
    const store = createMemoryStore()
    const { seen } = await store.transact(undefined, () => ({ meta, rows: [group], result: undefined }))
    await store.transact(seen, () => ({ meta: { ...meta, epoch: 'two' }, result: undefined }))
    const news = await store.read(seen)
    expect([news.meta?.epoch, news.rows]).toEqual(['two', []])
  })

  it('writes nothing when deciding fails', async () => {
    const store = createMemoryStore()
    const failing = store.transact(undefined, () => {
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect((await store.read(undefined)).meta).toBeUndefined()
  })
})
