import { expect, test } from 'vitest'
import { areaOfLocation, areaOfRegion, localRegions } from './geography.ts'

test.each([
  ['Amsterdam', 'Europe'],
  ['Amsterdam2', 'Europe'],
  ['Dallas Metro', 'North America'],
  ['Los Angeles2', 'North America'],
  ['Dubai', 'the Middle East'],
  // As a port of one's own names it.
  ['Equinix-Amsterdam-AM5', 'Europe'],
  ['Equinix-Dallas-DA3', 'North America'],
  ['Atlantis', undefined],
  ['constructor', undefined],
])('%s is in %s', (location, area) => expect(areaOfLocation(location)).toBe(area))

test('a region is found by either of its names, and is beside its location', () => {
  expect(areaOfRegion('West Europe')).toBe('Europe')
  expect(areaOfRegion('nowhere')).toBeUndefined()
  expect(localRegions('Equinix-Washington DC-DC2')).toEqual(['eastus', 'eastus2'])
  expect(localRegions('Dallas')).toEqual([])
})
