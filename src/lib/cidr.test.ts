import fc from 'fast-check'
import ipaddr from 'ipaddr.js'
import { describe, expect, test } from 'vitest'
import {
  bitsOf,
  contains,
  formatPrefix,
  freeBlocks,
  hasHostBits,
  normalise,
  overlaps,
  parseAddress,
  parsePrefix,
  type Prefix,
  prefixOf,
} from './cidr.ts'

const must = (text: string): Prefix => {
  const prefix = parsePrefix(text)
  if (!prefix) throw new Error(`${text} is no prefix`)
  return prefix
}

describe('what is refused', () => {
  test.each([
    '300.0.0.0/8',
    '10.0.0.0/33',
    '10/8',
    '10.0.0.0',
    '010.0.0.0/8',
    '10.0.0.0/08',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    ' 10.0.0.0/8',
    '10.0.0.0/8 ',
    '10.0.0/8',
    '10.0.0.0.0/8',
    '0x0a.0.0.0/8',
    '-1.0.0.0/8',
    '10.0.0.0/-1',
    '::/129',
    'fe80::1%eth0/64',
    '1::2::3/64',
    '1:2:3:4:5:6:7/64',
    '1:2:3:4:5:6:7:8:9/64',
    '1:2:3:4:5:6:7:8::/64',
    '12345::/64',
    ':1::/64',
    '1:::2/64',
    '::1.2.3/128',
    '1.2.3.4::/64',
    '',
    '/',
    'x/8',
  ])('%j', (text) => {
    expect(parsePrefix(text)).toBeUndefined()
  })
})

test.each([
  ['10.1.2.3/8', '10.0.0.0/8'],
  ['0.0.0.0/0', '0.0.0.0/0'],
  ['10.0.0.4', '10.0.0.4'],
  ['2001:DB8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
  ['::ffff:10.0.0.1/128', '::ffff:a00:1/128'],
  ['0:0:0:0:0:0:0:0/0', '::/0'],
  ['fd00:0:1::/48', 'fd00:0:1::/48'],
  ['1:2:3:4:5:6:7::', '1:2:3:4:5:6:7:0'],
  ['nonsense', undefined],
])('%s reads as %s', (text, spelt) => {
  expect(normalise(text)).toBe(spelt)
})

test.each([
  ['10.0.0.0/16', '10.0.4.0/24', true, true],
  ['10.0.4.0/24', '10.0.0.0/16', false, true],
  ['10.0.0.0/16', '10.0.0.0/16', true, true],
  ['10.0.0.0/16', '10.1.0.0/16', false, false],
  ['0.0.0.0/0', '::/0', false, false],
  ['fd00::/8', 'fd12:3456::/32', true, true],
])('%s and %s: contains %s, overlaps %s', (outer, inner, within, shared) => {
  expect(contains(must(outer), must(inner))).toBe(within)
  expect(overlaps(must(outer), must(inner))).toBe(shared)
})

test('bits after the mask are noticed', () => {
  expect([hasHostBits('10.1.0.0/8'), hasHostBits('10.0.0.0/8'), hasHostBits('x')]).toEqual([
    true,
    false,
    false,
  ])
})

const prefixes = (family: 4 | 6) =>
  fc
    .tuple(fc.bigInt({ min: 0n, max: (1n << BigInt(bitsOf(family))) - 1n }), fc.nat(bitsOf(family)))
    .map(([value, length]) => prefixOf({ family, value }, length))
const anyPrefix = fc.oneof(prefixes(4), prefixes(6))

describe('agrees with ipaddr.js', () => {
  test('on spelling', () => {
    fc.assert(
      fc.property(anyPrefix, (prefix) => {
        const [address, length] = ipaddr.parseCIDR(formatPrefix(prefix))
        const spelt = address instanceof ipaddr.IPv6 ? address.toRFC5952String() : address.toString()
        expect(formatPrefix(prefix)).toBe(`${spelt}/${length}`)
        expect(parsePrefix(formatPrefix(prefix))).toEqual(prefix)
      }),
    )
  })

  test('on what an address is, for IPv6 text of any shape', () => {
    const group = fc.oneof(
      fc.constantFrom('', '0', 'ffff', '1.2.3.4', 'g', '00001'),
      fc.stringMatching(/^[0-9a-f]{1,4}$/),
    )
    fc.assert(
      fc.property(fc.array(group, { minLength: 3, maxLength: 9 }), (groups) => {
        const text = groups.join(':')
        const ours = parseAddress(text)
        if (!ours) return
        expect(ipaddr.IPv6.isValid(text)).toBe(true)
      }),
    )
  })

  test('on containing', () => {
    fc.assert(
      fc.property(prefixes(4), prefixes(4), (outer, inner) => {
        const [range, length] = ipaddr.parseCIDR(formatPrefix(outer))
        const [first, innerLength] = ipaddr.parseCIDR(formatPrefix(inner))
        const theirs = innerLength >= length && first.match(range, length)
        expect(contains(outer, inner)).toBe(theirs)
        expect(overlaps(outer, inner)).toBe(theirs || contains(inner, outer))
      }),
    )
  })
})

describe('free blocks', () => {
  const free = (space: string[], taken: string[], length: number, most?: number) =>
    freeBlocks(space.map(must), taken.map(must), length, most).map(formatPrefix)

  test.each([
    ['the highest', ['10.20.0.0/16'], [], 27, 1, ['10.20.255.224/27']],
    ['beside what is taken', ['10.20.0.0/24'], ['10.20.0.224/27'], 27, 1, ['10.20.0.192/27']],
    ['below a large one', ['10.20.0.0/16'], ['10.20.128.0/17'], 27, 1, ['10.20.127.224/27']],
    [
      'the higher space first',
      ['10.1.0.0/24', '10.2.0.0/24'],
      [],
      25,
      3,
      ['10.2.0.128/25', '10.2.0.0/25', '10.1.0.128/25'],
    ],
    ['the whole', ['10.1.0.0/24'], [], 24, 2, ['10.1.0.0/24']],
    ['none in a smaller space', ['10.1.0.0/28'], [], 27, 1, []],
    ['none where all is taken', ['10.1.0.0/24'], ['10.0.0.0/8'], 27, 1, []],
    ['none longer than an address', ['10.1.0.0/24'], [], 33, 1, []],
  ] as const)('%s', (_, space, taken, length, most, expected) => {
    expect(free([...space], [...taken], length, most)).toEqual(expected)
  })

  test('are free, inside, and all that there are', () => {
    const blocks = fc.array(
      fc
        .tuple(fc.nat(0xffff), fc.integer({ min: 18, max: 30 }))
        .map(([low, length]) => prefixOf({ family: 4, value: 0x0a010000n + BigInt(low) }, length)),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(blocks, fc.integer({ min: 22, max: 26 }), (taken, length) => {
        const space = must('10.1.0.0/20')
        const all = Array.from({ length: 2 ** (length - 20) }, (__, index) =>
          prefixOf({ family: 4, value: space.first + (BigInt(index) << BigInt(32 - length)) }, length),
        )
        const expected = all.filter((one) => !taken.some((other) => overlaps(one, other))).toReversed()
        expect(freeBlocks([space], taken, length, Infinity)).toEqual(expected)
      }),
    )
  })
})
