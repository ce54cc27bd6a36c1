import fc from 'fast-check'
import { expect, test } from 'vitest'
import { connection } from '../../../tests/support/resources.ts'
import { keyRemarks, madeKey, resetKey, setKey } from './shared-key.ts'

const LONG = 'k'.repeat(32)

test.each<[what: string, key: string, levels: string[]]>([
  ['a good key', LONG, []],
  ['nothing', '', ['error']],
  ['128 characters', 'k'.repeat(128), []],
  ['129 characters', 'k'.repeat(129), ['error']],
  ['a space', `${LONG} ${LONG}`, ['error']],
  ['beyond ASCII', `${LONG}ł`, ['error']],
  ['a tab', `${LONG}\t`, ['error']],
  ['a dash', `${LONG}-`, ['warning']],
  ['a tilde', `${LONG}~`, ['warning']],
  ['19 characters', 'k'.repeat(19), ['warning']],
  ['20 characters', 'k'.repeat(20), []],
  ['short, with a space and a dash', 'a -', ['error', 'warning', 'warning']],
])('%s', (_, key, levels) => {
  expect(keyRemarks(key).map(({ level }) => level)).toEqual(levels)
})

test.each([
  ['abc d'.padEnd(30, 'x'), 'There is a space at position 4; Azure takes none.'],
  [
    'abł d'.padEnd(30, 'x'),
    'The character at position 3 is not printable ASCII, which is all that Azure takes.',
  ],
])('one message says where it is wrong: %s', (key, text) => {
  expect(keyRemarks(key)).toEqual([{ level: 'error', text }])
})

test('a remark never repeats the key', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 6, maxLength: 200 }), (key) => {
      for (const { text } of keyRemarks(`${key}#marker#`)) expect(text).not.toContain('#marker#')
    }),
  )
})

test('a made key is as long as wanted, of letters and digits, and needs no remark', () => {
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 128 }), fc.integer(), (length, seed) => {
      const key = madeKey(length, (bytes) =>
        Uint8Array.from({ length: bytes }, (_, at) => (seed + at * 37) % 256),
      )
      expect(key).toMatch(new RegExp(`^[A-Za-z0-9]{${length}}$`))
      expect(keyRemarks(key)).toEqual([])
    }),
  )
})

test('bytes that would make some letters likelier are passed over', () => {
  const bytes = [255, 248, 247, 0, 61]
  expect(madeKey(3, () => Uint8Array.from(bytes))).toBe('9A9')
})

test('a key goes apart from the write, which holds both gateways', () => {
  const one = connection('c', {
    connectionType: 'Vnet2Vnet',
    gateway2Id: '/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/virtualNetworkGateways/far',
  })
  const write = setKey(one, 'rotate-key')
  expect(write).toMatchObject({
    method: 'PUT',
    segment: 'sharedkey',
    topic: 'rotate-key',
    secret: 'the shared key',
  })
  expect(write.body).toBeUndefined()
  expect(write.holds).toHaveLength(3)
  expect(write.effect).toContain('the connection of the other gateway')
  expect(resetKey(one, 64)).toMatchObject({ segment: 'sharedkey/reset', body: { keyLength: 64 } })
})
