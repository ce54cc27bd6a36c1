import { expect, test } from 'vitest'
import { inventory, network, SUBSCRIPTION } from '../../../tests/support/resources.ts'
import { buildEstate } from '../build-estate.ts'
import { freeNameIn, placeKeyOf } from './naming.ts'

const there = network('vnet-hub-weu')
const estate = buildEstate([], [inventory([there])])
const place = { subscriptionId: SUBSCRIPTION, resourceGroup: 'rg-er-weu', location: 'westeurope' }

test('no network of another group has the name that is proposed for a new one', () => {
  expect(freeNameIn({ place, estate }, 'vnet-hub-weu', '', 'virtualNetworks')).toBe('vnet-hub-weu-2')
  expect(freeNameIn({ place, estate }, 'VNET-hub-weu', '', 'virtualNetworks')).toBe('VNET-hub-weu-2')
  expect(freeNameIn({ place, estate }, 'vnet-hub-neu', '', 'virtualNetworks')).toBe('vnet-hub-neu')
})

test('a name that was proposed stays, though the plan has made it since', () => {
  const made = { place, namedIn: placeKeyOf(place), estate }
  expect(freeNameIn(made, 'vnet-hub-weu', 'vnet-hub-weu', 'virtualNetworks')).toBe('vnet-hub-weu')
})

test('of other types the name has to be free in the group alone', () => {
  expect(freeNameIn({ place, estate }, 'vnet-hub-weu', '', 'publicIPAddresses')).toBe('vnet-hub-weu')
})
