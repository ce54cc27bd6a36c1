import { describe, expect, it } from 'vitest'
import { isBusy, living, settled } from './living.ts'
import type { ResourceRow } from './rows.ts'

const row: ResourceRow = {
  kind: 'resource',
  key: '/x',
  id: '/X',
  properties: { a: 1 },
  guid: 'g',
  etag: 'before',
  nextEtag: { at: 100, etag: 'after' },
  state: 'Succeeded',
  write: { operationId: 'o', name: 'PutXOperation', shows: 'Updating', endsAt: 100, endsIn: 'Succeeded' },
  due: [
    { at: 100, merge: { b: 'Unknown' } },
    { at: 200, merge: { b: 'Connected' } },
  ],
}

describe('living', () => {
  it('shows the write until its end and not at it', () => {
    expect(living(row, 99)).toMatchObject({ state: 'Updating', etag: 'before', properties: { a: 1 } })
    expect(living(row, 100)).toMatchObject({
      state: 'Succeeded',
      etag: 'after',
      properties: { a: 1, b: 'Unknown' },
    })
    expect(isBusy(row, 99)).toBe(true)
    expect(isBusy(row, 100)).toBe(false)
  })

  it('goes on changing by the clock after the write', () => {
    expect(living(row, 200)?.properties).toEqual({ a: 1, b: 'Connected' })
  })

  it('is gone when a deletion has ended, and Failed when it failed', () => {
    const write = { operationId: 'o', name: 'DeleteXOperation', shows: 'Deleting', endsAt: 100 } as const
    expect(living({ ...row, write: { ...write, endsIn: 'Succeeded' } }, 99)?.state).toBe('Deleting')
    expect(living({ ...row, write: { ...write, endsIn: 'Succeeded' } }, 100)).toBeUndefined()
    expect(living({ ...row, write: { ...write, endsIn: 'Failed' } }, 100)?.state).toBe('Failed')
  })
})

describe('settled', () => {
  it('bakes in what is over and keeps what is to come', () => {
    expect(settled(row, 150)).toMatchObject({
      etag: 'after',
      state: 'Succeeded',
      properties: { b: 'Unknown' },
      due: [{ at: 200 }],
    })
    expect(settled(row, 150).write).toBeUndefined()
  })

  it('leaves a busy row alone', () => {
    expect(settled(row, 50)).toBe(row)
  })
})
