import { expect, test } from 'vitest'
import { circuit } from '../../../tests/support/resources.ts'
import { typedPeering } from './peering.ts'
import { peeringInterruption } from './peering-interruption.ts'
import { peeringWrite } from './peering-write.ts'

const LINKS = { primaryPrefix: '172.16.0.0/30', secondaryPrefix: '172.16.0.4/30' }
const SIX = { primaryPrefix: 'fd00::/126', secondaryPrefix: 'fd00::4/126' }
const of = (state: string, has: { four?: false; six?: true } = {}) =>
  circuit('er', {
    peerings: [
      {
        id: '/x/peerings/AzurePrivatePeering',
        name: 'AzurePrivatePeering',
        state,
        ...(has.four !== false && LINKS),
        ...(has.six && { ipv6: SIX }),
      },
    ],
  })
const none4 = { primary: '', secondary: '' }
const none6 = { primary6: '', secondary6: '' }

/** What ends, by what was there and what is typed (ExpressRoute document 3.1). */
test.each<[string, ReturnType<typeof of>, object, string[], RegExp, RegExp]>([
  ['another VLAN', of('Enabled'), { vlan: '7' }, [], /start anew/, /seconds to minutes/],
  [
    'switched off',
    of('Enabled'),
    { enabled: false },
    ['IPv4'],
    /sessions of both links end/,
    /^All IPv4 traffic over this peering, until it is switched on again\.$/,
  ],
  [
    'switched off beside IPv6',
    of('Enabled', { six: true }),
    { enabled: false },
    ['IPv4'],
    /IPv4 sessions/,
    /switched on again\. Traffic over IPv6 may stop too/,
  ],
  ['off as before', of('Disabled'), { enabled: false, vlan: '7' }, [], /start anew/, /seconds/],
  ['switched on', of('Disabled'), { enabled: true }, [], /start anew/, /seconds/],
  [
    'IPv6 emptied',
    of('Enabled', { six: true }),
    none6,
    ['IPv6'],
    /IPv6 sessions/,
    /^All IPv6 traffic over this peering, until its subnets are entered again\. Traffic over IPv4/,
  ],
  ['IPv4 emptied', of('Enabled', { six: true }), none4, ['IPv4'], /IPv4 sessions/, /^All IPv4 traffic/],
  [
    'off, and IPv6 emptied',
    of('Enabled', { six: true }),
    { ...none6, enabled: false },
    ['IPv4', 'IPv6'],
    /IPv4 and IPv6 sessions/,
    /switched on again\. All IPv6/,
  ],
  [
    'off without IPv4',
    of('Enabled', { four: false, six: true }),
    { enabled: false },
    [],
    /start anew/,
    /seconds/,
  ],
])('%s', (_, one, change, ends, effect, drops) => {
  const typed = { ...typedPeering(one), ...change }
  expect(peeringInterruption(one, typed)).toEqual({
    ends,
    effect: expect.stringMatching(effect),
    drops: expect.stringMatching(drops),
  })
  expect(peeringWrite(one, typed).effect).toMatch(effect)
})

test('a new peering interrupts nothing', () => {
  const one = circuit('er', { peerings: [] })
  expect(peeringInterruption(one, typedPeering(one))).not.toHaveProperty('drops')
})
