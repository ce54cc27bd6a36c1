import { expect, test } from 'vitest'
import type { Family } from '../../lib/cidr.ts'
import { peeringFamilies } from './families.ts'

const links = { primaryPrefix: 'x', secondaryPrefix: 'y' }

test.each<[string, Parameters<typeof peeringFamilies>[0], Family[]]>([
  ['IPv4', links, [4]],
  ['IPv6 alone', { ipv6: links }, [6]],
  ['both', { ...links, ipv6: links }, [4, 6]],
  ['IPv4 switched off', { ...links, state: 'Disabled', ipv6: links }, [6]],
  ['IPv6 switched off', { ...links, ipv6: { ...links, state: 'Disabled' } }, [4]],
  ['neither', {}, []],
])('%s', (_, peering, families) => expect(peeringFamilies(peering)).toEqual(families))
