import { expect, test } from 'vitest'
import { network, publicAddress } from '../../../tests/support/resources.ts'
import { surroundings } from '../../../tests/support/surroundings.ts'
import type { JsonObject } from '../../lib/json.ts'
import { standingOf } from './there.ts'

test.each<[what: string, planned: JsonObject, found: JsonObject, standing: string]>([
  ['zones in another order', { zones: ['1', '2', '3'] }, { zones: ['1', '3', '2'] }, 'done'],
  ['another zone', { zones: ['1', '2', '3'] }, { zones: ['1', '2', '4'] }, 'other'],
  ['a zone less', { zones: ['1', '2'] }, { zones: ['1'] }, 'other'],
  ['a zone more', { zones: ['1'] }, { zones: ['1', '2'] }, 'other'],
  ['a zone twice for another', { zones: ['1', '2'] }, { zones: ['1', '1'] }, 'other'],
  [
    'a list for its only prefix',
    { addressPrefix: '10.0.0.0/27' },
    { addressPrefixes: ['10.0.0.0/27'] },
    'done',
  ],
  [
    'a prefix for a list of one',
    { addressPrefixes: ['10.0.0.0/27'] },
    { addressPrefix: '10.0.0.0/27' },
    'done',
  ],
  [
    'another prefix in a list',
    { addressPrefix: '10.0.0.0/27' },
    { addressPrefixes: ['10.0.0.0/26'] },
    'other',
  ],
  [
    'a second prefix',
    { addressPrefix: '10.0.0.0/27' },
    { addressPrefixes: ['10.0.0.0/27', '10.0.1.0/27'] },
    'other',
  ],
  ['objects in another order', { list: [{ a: 1 }, { a: 2 }] }, { list: [{ a: 2 }, { a: 1 }] }, 'other'],
])('%s: %j, %j is %s', (_, planned, found, standing) => {
  const address = publicAddress('pip', { body: found })
  expect(standingOf({ id: address.id, body: planned }, surroundings([address]).estate)).toBe(standing)
})

test('a network with its GatewaySubnet in the other form is as planned', () => {
  const subnet = (properties: JsonObject): JsonObject => ({
    properties: { subnets: [{ name: 'GatewaySubnet', properties }] },
  })
  const found = network('vnet', { body: subnet({ addressPrefixes: ['10.0.0.0/27'] }) })
  const body = subnet({ addressPrefix: '10.0.0.0/27' })
  expect(standingOf({ id: found.id, body }, surroundings([found]).estate)).toBe('done')
})
