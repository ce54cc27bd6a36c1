import { expect, test } from 'vitest'
import { handedKeys } from './handed-keys.ts'

const sites = ['a', 'b'].map((key) => ({ key, connection: `cn-${key}` }))

test.each([
  ['each its own', { a: 'one', b: 'two' }, ['Copy key of cn-a', 'Copy key of cn-b']],
  ['one for all', { a: 'one', b: 'one' }, ['Copy key']],
  ['one is not typed', { a: 'one', b: '' }, ['Copy key']],
  ['none, as after a reload', {}, []],
])('%s', (_, keys, labels) => expect(handedKeys(keys, sites).map(({ label }) => label)).toEqual(labels))
