import { expect, test } from 'vitest'
import { gateway, network, site } from '../../../tests/support/resources.ts'
import { surroundings } from '../../../tests/support/surroundings.ts'
import { parsePrefix } from '../../lib/cidr.ts'
import { freePrefixes, freeSpace, proposedSubnet } from './free-prefixes.ts'

const taken = (...addressPrefixes: string[]) => ({
  addressPrefixes: ['10.20.0.0/24'],
  subnets: [{ id: 's', name: 's', addressPrefixes }],
})

test('free blocks of a virtual network, the last first', () => {
  expect(freePrefixes(taken('10.20.0.64/26', '10.20.0.224/27'), 27)).toEqual([
    '10.20.0.192/27',
    '10.20.0.160/27',
    '10.20.0.128/27',
    '10.20.0.32/27',
    '10.20.0.0/27',
  ])
  expect(freePrefixes({ addressPrefixes: ['fd00::/64', 'x'], subnets: [] }, 27)).toEqual([])
})

test.each([
  ['a /27', taken('10.20.0.0/25'), '10.20.0.224/27'],
  [
    'less where there is no /27',
    taken('10.20.0.0/25', '10.20.0.128/26', '10.20.0.192/27', '10.20.0.240/28'),
    '10.20.0.224/28',
  ],
  ['nothing where all is taken', taken('10.20.0.0/24'), undefined],
  [
    'nothing smaller than /29',
    taken(
      '10.20.0.0/25',
      '10.20.0.128/26',
      '10.20.0.192/27',
      '10.20.0.224/28',
      '10.20.0.240/29',
      '10.20.0.248/30',
    ),
    undefined,
  ],
])('proposed: %s', (_, within, expected) => {
  expect(proposedSubnet(within)).toBe(expected)
})

test('a space for a new network shares nothing with networks, sites and pools of clients', () => {
  const estate = (...prefixes: string[]) =>
    surroundings([
      network('a', { addressPrefixes: prefixes }),
      site('b', { addressPrefixes: ['0.0.0.0/0', '10.1.128.0/20'] }),
      gateway('c', { clientAddressPool: ['10.2.0.0/24'] }),
    ]).estate
  expect(freeSpace(estate('10.0.0.0/16'))).toBe('10.3.0.0/16')
  expect(freeSpace(estate('10.0.0.0/16'), [parsePrefix('10.3.9.0/24')!])).toBe('10.4.0.0/16')
  expect(freeSpace(estate('10.0.0.0/8'))).toBe('172.16.0.0/16')
  expect(freeSpace(estate('10.0.0.0/8', '172.16.0.0/12'))).toBe('192.168.0.0/20')
  expect(freeSpace(estate('10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'))).toBe('')
})
