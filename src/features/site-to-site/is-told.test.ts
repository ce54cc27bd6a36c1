import { expect, test } from 'vitest'
import { goodAnswers, surroundings, VNET } from '../../../tests/support/surroundings.ts'
import { isTold } from './is-told.ts'
import { gathered } from '../../components/wizard/gathered.ts'
import type { StepCheck } from './wizard.ts'

const AROUND = surroundings([VNET])
const ANSWERS = goodAnswers(AROUND, { devices: 2 })
const check = (field: string, rule = 'x'): StepCheck => ({
  rule,
  step: 'sites',
  field,
  is: 'error',
  text: `${rule} ${field}`,
})

test('a field that is empty and untouched is told when Next was pressed; everything else while it is typed', () => {
  const [site] = ANSWERS.sites
  if (!site) throw new Error('There are two sites')
  const empty = {
    ...ANSWERS,
    touched: [],
    sites: [{ ...site, values: { ...site.values, peer: '', prefixes: [] } }],
  }
  const field = 'sites.0.values.peer'
  expect(isTold(check(field), empty, false)).toBe(false)
  expect(isTold(check('sites.0.values.prefixes'), empty, false)).toBe(false)
  expect(isTold(check(field), empty, true)).toBe(true)
  expect(isTold(check(field), { ...empty, touched: [field] }, false)).toBe(true)
  expect(isTold(check('sites.0.values.address'), empty, false)).toBe(true)
  expect(isTold(check('gateway.addresses.1'), empty, false)).toBe(true)
})

test('a key that was typed is told, one that is missing when Next was pressed', () => {
  const key = check('keys.1')
  expect(isTold(key, ANSWERS, false, {})).toBe(false)
  expect(isTold(key, ANSWERS, false, { s2: 'a b' })).toBe(true)
  expect(isTold(key, ANSWERS, true, {})).toBe(true)
})

test('many rights that one group lacks are one thing to put right', () => {
  const group = check('network.group', 'rights')
  const many = [group, { ...group, text: 'another' }, check('gateway.name'), { ...group, text: 'a third' }]
  const told = gathered(many, 'Goal')
  expect(told).toHaveLength(2)
  expect(told[0]?.text).toContain('lacks 3 rights')
  expect(gathered([group], 'Goal')).toEqual([group])
})
