import { expect, test } from 'vitest'
import { goodAnswers, surroundings, VNET } from '../../../tests/support/surroundings.ts'
import { withPlace } from './with-place.ts'

const TWO = goodAnswers(surroundings([VNET]), { devices: 2 })
const ONE = goodAnswers(surroundings([VNET]))

test.each([
  ['sites.0.values.asn', 'Enter a number.', TWO, 'lng-onprem-1, AS number: Enter a number.'],
  ['sites.0.values.asn', 'Enter a number.', ONE, 'AS number: Enter a number.'],
  ['sites.1.values.peer', 'lng-onprem-2 has it.', TWO, 'Peer address: lng-onprem-2 has it.'],
  ['keys.1', 'The key is empty.', TWO, 'lng-onprem-2, Shared key: The key is empty.'],
  ['gateway.addresses.1', 'Taken.', ONE, 'Public IP address of instance 1: Taken.'],
  ['sites', 'Add a site.', ONE, 'Add a site.'],
])('%s', (field, text, answers, said) => {
  expect(withPlace({ field, text }, answers)).toBe(said)
})
