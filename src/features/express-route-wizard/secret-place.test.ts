import { expect, test } from 'vitest'
import { planOf } from '../../model/express-route/plan-of.ts'
import { answered, made, peered } from '../../model/express-route/set-up.fixture.ts'
import { secretPlace } from './secret-place.ts'

test.each([
  ['of the first', made('erc-amsterdam'), {}, { step: 'peering', field: 'circuits.0.md5Key' }],
  ['of the next', made('erc-amsterdam'), { 'c1.md5': 'k' }, { step: 'peering', field: 'circuits.1.md5Key' }],
  // Its field is gone with the form.
  ['of none that is there', peered('erc-amsterdam'), {}, { step: 'peering', field: 'circuits.1.md5Key' }],
  [
    'of a connection, where no peering needs one',
    peered('erc-amsterdam'),
    { 'c2.md5': 'k' },
    { step: 'connection', field: 'circuits' },
  ],
])('the key that is missing: %s', (_, first, keys, place) => {
  const { answers, around } = answered([first, made('erc-frankfurt')])
  const circuits = answers.circuits.map((one) => ({ ...one, peering: { ...one.peering, md5: true } }))
  const asked = { ...answers, circuits }
  expect(secretPlace(planOf(asked, around, 'connect').plan, asked, keys)).toEqual(place)
})
