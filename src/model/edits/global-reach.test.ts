import { expect, test } from 'vitest'
import { parsePrefix } from '../../lib/cidr.ts'
import { circuit, inventory, SUBSCRIPTION } from '../../../tests/support/resources.ts'
import { buildEstate } from '../build-estate.ts'
import type { ExpressRouteCircuit } from '../resources/expressroute.ts'
import { bodyOf } from './edit.ts'
import {
  needsKey,
  newReach,
  reachProblems,
  reachRemovals,
  type TypedReach,
  whyNoGlobalReach,
} from './global-reach.ts'

const at = (name: string, change: Partial<ExpressRouteCircuit> = {}) =>
  circuit(name, { tier: 'Premium', bandwidthInMbps: 1000, peeringLocation: `${name} city`, ...change })
const own = at('own')
const far = at('far')
const standard = at('standard', { tier: 'Standard' })
const local = at('local', { tier: 'Local' })
const bare = at('bare', { peerings: [] })
const near = at('near', { peeringLocation: 'own city' })
const joined = at('joined', {
  peerings: [
    {
      id: `${at('joined').id}/peerings/AzurePrivatePeering`,
      name: 'AzurePrivatePeering',
      reaches: [{ id: '/gr', name: 'gr', peerPeeringId: `${far.id}/peerings/AzurePrivatePeering` }],
      reachedBy: [
        {
          id: '/in',
          name: 'a guid',
          connectionName: 'theirs',
          peerPeeringId: `${near.id}/peerings/AzurePrivatePeering`,
        },
      ],
    },
  ],
})
const estate = buildEstate(
  [{ subscriptionId: SUBSCRIPTION, displayName: 's', state: 'Enabled' }],
  [inventory([own, far, standard, local, bare, near, joined])],
)
const elsewhere = far.id.replace(SUBSCRIPTION, '22222222-2222-4222-8222-222222222222')
const typed: TypedReach = { name: 'gr', circuit: far.id, prefix: '192.168.250.0/29', prefix6: '' }
const problemsOf = (change: Partial<TypedReach>, key = '', from = own) =>
  reachProblems(from, { ...typed, ...change }, key, estate, [
    { is: 'network', prefix: parsePrefix('10.1.0.0/16') ?? never(), whose: 'the virtual network hub' },
  ])

function never(): never {
  throw new Error('no prefix')
}

test('two Premium circuits of two locations have no problem, and one of another subscription with a key has none', () => {
  expect(problemsOf({})).toEqual([])
  expect(problemsOf({ prefix6: 'fd00:29::/125' })).toEqual([])
  expect(problemsOf({ circuit: elsewhere }, 'a key')).toEqual([])
})

/** ExpressRoute document 3.4. */
test.each<[string, Partial<TypedReach>, string, 'error' | 'advice', RegExp, ExpressRouteCircuit?]>([
  ['no name', { name: '' }, 'name', 'error', /1 to 80/],
  ['a name that is there', {}, 'name', 'error', /already/, joined],
  ['no circuit', { circuit: 'far' }, 'circuit', 'error', /resource id/],
  ['itself', { circuit: own.id }, 'circuit', 'error', /the circuit itself/],
  ['a Local one', { circuit: local.id }, 'circuit', 'error', /Local have no Global Reach/],
  ['one without a peering', { circuit: bare.id }, 'circuit', 'error', /bare has none yet/],
  ['one of the same location', { circuit: near.id }, 'circuit', 'error', /Both circuits are in own city/],
  ['one that is joined', { name: 'new' }, 'circuit', 'error', /joined already/, joined],
  ['one that joined it', { name: 'new', circuit: near.id }, 'circuit', 'error', /joined already/, joined],
  ['Standard', { circuit: standard.id }, 'circuit', 'advice', /geopolitical area/],
  ['another subscription without a key', { circuit: elsewhere }, 'key', 'error', /another subscription/],
  ['a /30', { prefix: '192.168.250.0/30' }, 'prefix', 'error', /\/29/],
  ['host bits', { prefix: '192.168.250.1/29' }, 'prefix', 'error', /no network address/],
  [
    'a subnet of a network',
    { prefix: '10.1.0.0/29' },
    'prefix',
    'advice',
    /overlaps the virtual network hub/,
  ],
  ['an IPv6 /126', { prefix6: 'fd00:29::/126' }, 'prefix6', 'error', /\/125/],
])('%s', (_, change, field, is, text, from) =>
  expect(problemsOf(change, '', from)).toContainEqual({
    field,
    is,
    text: expect.stringMatching(text) as string,
  }),
)

test('Global Reach counts as a link of the circuit', () => {
  const reaches = Array.from({ length: 10 }, (_, index) => ({ id: `/gr${index}`, name: `gr${index}` }))
  const full = at('full', {
    tier: 'Standard',
    peerings: [{ id: '/p', name: 'AzurePrivatePeering', reaches }],
  })
  expect(problemsOf({}, '', full)).toContainEqual({
    field: 'circuit',
    is: 'error',
    text: expect.stringMatching(/has 10 links/) as string,
  })
})

test('and of the other one', () => {
  const reaches = Array.from({ length: 10 }, (_, index) => ({ id: `/gr${index}`, name: `gr${index}` }))
  const full = circuit('full', {
    tier: 'Standard',
    peeringLocation: 'Paris',
    peerings: [{ id: '/p', name: 'AzurePrivatePeering', reaches }],
  })
  const estate = buildEstate(
    [{ subscriptionId: SUBSCRIPTION, displayName: 's', state: 'Enabled' }],
    [inventory([own, full])],
  )
  expect(reachProblems(own, { ...typed, circuit: full.id }, '', estate, [])).toContainEqual({
    field: 'circuit',
    is: 'error',
    text: expect.stringMatching(/^full has 10 links/) as string,
  })
})

test('what is sent names both peerings, and no key', () => {
  const write = newReach(
    own,
    { ...typed, circuit: elsewhere, prefix6: 'fd00:29::/125' },
    needsKey(own, elsewhere),
  )
  expect(write.id).toBe(`${own.id}/peerings/AzurePrivatePeering/connections/gr`)
  expect(write.secret).toMatch(/authorization key/)
  expect(write.holds).toHaveLength(2)
  expect(bodyOf(write, {})).toEqual({
    properties: {
      expressRouteCircuitPeering: { id: `${own.id}/peerings/AzurePrivatePeering` },
      peerExpressRouteCircuitPeering: { id: `${elsewhere}/peerings/AzurePrivatePeering` },
      addressPrefix: '192.168.250.0/29',
      ipv6CircuitConnectionConfig: { addressPrefix: 'fd00:29::/125' },
    },
  })
})

test('one that another circuit began is deleted there, by its name there', () => {
  expect(reachRemovals(joined, 'global-reach').map(({ id }) => id)).toEqual([
    '/gr',
    `${near.id}/peerings/AzurePrivatePeering/connections/theirs`,
  ])
})

test.each([
  [local, /Local/],
  [bare, /joins private peerings/],
  [own, undefined],
])('%#: whether it can have it', (one, why) => {
  if (why === undefined) expect(whyNoGlobalReach(one)).toBeUndefined()
  else expect(whyNoGlobalReach(one)).toMatch(why)
})
