import { expect, test } from 'vitest'
import { network, site } from '../../../tests/support/resources.ts'
import { facts, shortOf, wordsOf, NOW, peer, REFUSED, UP } from '../../../tests/support/why-facts.ts'
import { known } from './asked.ts'

const NARROW = { ...UP, usePolicyBasedTrafficSelectors: true }
const many = (count: number) => Array.from({ length: count }, (_, index) => `10.${index}.0.0/16`)
import type { Facts } from './facts.ts'
import { limits } from './limits.ts'

test.each<[what: string, change: Partial<Facts>, verdict: ReturnType<typeof shortOf>, says: RegExp]>([
  ['nothing near', {}, 'ruled out', /No limit/],
  [
    'too many pairs',
    {
      connection: NARROW,
      site: known(site('lng', { addressPrefixes: many(51) }), NOW),
      network: known(network('vnet', { addressPrefixes: many(2) }), NOW),
    },
    'possible',
    /102 pairs/,
  ],
  [
    'a hundred pairs',
    {
      connection: NARROW,
      site: known(site('lng', { addressPrefixes: many(50) }), NOW),
      network: known(network('vnet', { addressPrefixes: many(2) }), NOW),
    },
    'ruled out',
    /No limit/,
  ],
  [
    'its own selectors count',
    { connection: { ...NARROW, trafficSelectors: [{ local: many(11), remote: many(10) }] } },
    'possible',
    /110 pairs/,
  ],
  [
    'pairs of a site that was not read',
    { connection: NARROW, site: { is: 'none' } },
    'not checked',
    /local network gateway/,
  ],
  [
    'nearly too many routes',
    { connection: { ...UP, enableBgp: true }, peers: known([peer(0, { routesReceived: 3_900 })], NOW) },
    'possible',
    /3900 routes/,
  ],
  ['few routes', { connection: { ...UP, enableBgp: true } }, 'ruled out', /4 routes at most/],
  [
    'the peers may not be read',
    { connection: { ...UP, enableBgp: true }, peers: REFUSED },
    'not checked',
    /BGP peers/,
  ],
])('%s', (_, change, verdict, says) => {
  const finding = limits(facts(change))
  expect(shortOf(finding)).toBe(verdict)
  expect(wordsOf(finding)).toMatch(says)
})
