import { expect, test } from 'vitest'
import { circuit } from '../../../tests/support/resources.ts'
import { newestWrites } from './newest-writes.ts'
import { tagEdit } from './tags.ts'
import type { QueuedWrite, WriteState } from './write-state.ts'

const DONE: WriteState = { is: 'done', at: 0, by: 'answer' }
const CONFLICT: WriteState = { is: 'conflict' }
const at = (key: string, topic: string, state: WriteState = DONE, after?: string): QueuedWrite => ({
  key,
  write: { ...tagEdit(circuit('er'), 'a', 'b'), topic },
  state,
  ...(after !== undefined && { after }),
})

test.each<[what: string, writes: QueuedWrite[], kept: string[]]>([
  ['the last of an action', [at('1', 'authorization'), at('2', 'authorization')], ['2']],
  ['each action', [at('1', 'authorization'), at('2', 'peering')], ['1', '2']],
  ['the same form, of another part', [at('1', 'site/a'), at('2', 'site/b')], ['2']],
  [
    'all steps of the last sending',
    [at('1', 'sku'), at('2', 'sku'), at('3', 'sku', DONE, '2'), at('4', 'sku', DONE, '3')],
    ['2', '3', '4'],
  ],
  ['what has not gone well', [at('1', 'sku', CONFLICT), at('2', 'sku')], ['1', '2']],
])('%s is told', (_, writes, kept) => {
  expect(newestWrites(writes).map(({ key }) => key)).toEqual(kept)
})
