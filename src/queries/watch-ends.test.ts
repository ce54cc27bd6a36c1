import { expect, test } from 'vitest'
import type { Operation } from '../model/operations/operation.ts'
import { watchEnds } from './watch-ends.ts'

test('each end is told once, of what ran before and of what began since', () => {
  const operation = (key: string, is: 'running' | 'succeeded'): Operation => ({
    key,
    id: '/gw',
    name: 'gw',
    startedAt: 0,
    by: 'azure',
    provisioningState: 'Updating',
    state: is === 'running' ? { is, step: 'running' } : { is, by: 'answer', at: 1 },
  })
  let list: Operation[] = [operation('a', 'running'), operation('old', 'succeeded')]
  const listeners: (() => void)[] = []
  const ended: string[] = []
  watchEnds(
    { getSnapshot: () => list, subscribe: (one) => (listeners.push(one), () => undefined) },
    ({ key }) => ended.push(key),
  )
  const becomes = (...next: Operation[]) => {
    list = next
    for (const listener of listeners) listener()
  }
  becomes(operation('a', 'running'), operation('b', 'running'))
  expect(ended).toEqual([])
  becomes(operation('a', 'succeeded'), operation('b', 'running'))
  becomes(operation('a', 'succeeded'), operation('b', 'succeeded'))
  becomes(operation('a', 'succeeded'))
  expect(ended).toEqual(['a', 'b'])
})
