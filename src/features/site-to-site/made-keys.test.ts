import { expect, test } from 'vitest'
import { completeKeys } from './made-keys.ts'

const answers = (connection: Parameters<typeof completeKeys>[0]['connection']) => ({
  sites: [{ key: 'a' }, { key: 'b' }, { key: 'c' }],
  connection,
})
const made = new Map([['a', 'id']])

test('one key for all spans what is sent: the key of a connection that is made is left as it is', () => {
  const all = completeKeys(answers({ key: 'generated', oneKey: true }), {}, made)
  expect(Object.keys(all)).toEqual(['b', 'c'])
  expect(all.b).toHaveLength(48)
  expect(all.c).toBe(all.b)
  const kept = completeKeys(answers({ key: 'generated', oneKey: true }), { a: 'sent', b: 'new' }, made)
  expect(kept).toEqual({ a: 'sent', b: 'new', c: 'new' })
})

test('one for each', () => {
  const each = completeKeys(answers({ key: 'generated', oneKey: false }), { b: 'typed' }, made)
  expect(each.b).toBe('typed')
  expect(each.c).toHaveLength(48)
  expect(completeKeys(answers({ key: 'entered', oneKey: false }), {}, new Map())).toEqual({
    a: '',
    b: '',
    c: '',
  })
})
