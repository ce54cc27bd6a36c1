import { expect, test } from 'vitest'
import { connection } from '../../../../tests/support/resources.ts'
import { goodAnswers, goodKeys, surroundings, VNET } from '../../../../tests/support/surroundings.ts'
import { checksOf } from '../checks-of.ts'
import { madeConnections } from '../made-connections.ts'
import { planOf } from '../plan-of.ts'

const before = surroundings([VNET])
const answers = goodAnswers(before, { devices: 2 })
const planned = planOf(answers, before).resources.find(
  ({ id }) => id.endsWith('-1') && id.includes('/connections/'),
)
const made = {
  ...connection('cn'),
  id: planned?.id ?? '',
  key: planned?.id.toLowerCase() ?? '',
  body: planned?.body ?? {},
  provisioningState: 'Succeeded',
}
const after = surroundings([VNET, made])

const keysAsked = (oneKey: boolean, keys = {}) =>
  checksOf({ ...answers, connection: { ...answers.connection, oneKey } }, keys, after).filter(
    ({ rule }) => rule === 'VAL-CON-02',
  )

test('a connection that is made already is asked for no key', () => {
  expect([...madeConnections(answers, after)]).toEqual([['s1', planned?.id]])
  expect([...madeConnections(answers, before)]).toEqual([])
  for (const oneKey of [true, false])
    expect(keysAsked(oneKey).map(({ field, is }) => `${is} ${field}`)).toEqual(['error keys.1'])
  expect(keysAsked(false)[0]?.text).toMatch(/^Generate the key of cn-.*-2\./)
})

test('one key for all is that of what is sent', () => {
  const { s2 } = goodKeys(answers)
  expect(keysAsked(true, { s2 })).toEqual([])
  expect(keysAsked(true, { s1: s2 }).map(({ field }) => field)).toEqual(['keys.1'])
})
