import { expect, test } from 'vitest'
import { fieldIn } from './use-field-of-address.ts'

test.each([
  ['', ''],
  ['#network.region', 'network.region'],
  ['#sites.0.values%2Easn', 'sites.0.values.asn'],
  ['#%', ''],
  ['#network%E0%A4', ''],
])('%s', (hash, field) => expect(fieldIn(hash)).toBe(field))
