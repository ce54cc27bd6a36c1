import { expect, test } from 'vitest'
import { PROVIDERS } from './service-provider-table.ts'

/** ExpressRoute document 7.2: of Zurich Metro it names a provider alone that the list does not have. */
test.each([
  ['Amsterdam Metro', ['Equinix', 'euNetworks', 'Megaport']],
  ['Singapore Metro', ['Equinix', 'Megaport']],
  ['Zurich Metro', []],
])('%s', (location, names) => {
  const there = PROVIDERS.filter(({ peeringLocations }) => peeringLocations.includes(location))
  expect(there.map(({ name }) => name)).toEqual(names)
})
