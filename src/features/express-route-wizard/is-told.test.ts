import { expect, test } from 'vitest'
import { emptyCircuit } from '../../model/express-route/empty-circuit.ts'
import { startingAnswers } from '../../model/express-route/starting-answers.ts'
import { isTold } from './is-told.ts'
import { withPlace } from './with-place.ts'
import type { StepCheck } from './wizard.ts'
import { surroundings } from '../../../tests/support/surroundings.ts'

const AROUND = { ...surroundings([]), providers: { is: 'reading' } as const }
const ONE = startingAnswers({}, AROUND)
const [FIRST] = ONE.circuits
const NAMED = { ...(FIRST ?? emptyCircuit([])), name: 'erc-ams' }
const ANSWERS = { ...ONE, circuits: [NAMED, { ...emptyCircuit([NAMED]), name: '' }] }
const check = (field: string): StepCheck => ({ rule: 'x', step: 'peering', field, is: 'error', text: 'No.' })

test('a key that was typed is told, one that is missing when Next was pressed', () => {
  const md5 = check('circuits.1.md5Key')
  expect(isTold(md5, ANSWERS, false, {})).toBe(false)
  expect(isTold(md5, ANSWERS, false, { 'c2.md5': 'a b' })).toBe(true)
  expect(isTold(md5, ANSWERS, false, { 'c2.authorization': 'a b' })).toBe(false)
  expect(isTold(md5, ANSWERS, true, {})).toBe(true)
})

test.each([
  ['circuits.0.provider', 'Choose a provider.', 'erc-ams: Choose a provider.'],
  ['circuits.1.provider', 'Choose a provider.', 'Circuit 2: Choose a provider.'],
  ['circuits.0.tier', 'erc-ams is Local.', 'erc-ams is Local.'],
  ['goal.group', 'Name it.', 'Name it.'],
])('%s', (field, text, said) => {
  expect(withPlace({ field, text }, ANSWERS)).toBe(said)
  expect(withPlace({ field, text }, { circuits: [NAMED] })).toBe(text)
})
