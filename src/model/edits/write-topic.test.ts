import { expect, test } from 'vitest'
import { isOfForm, topicOf } from './write-topic.ts'

const GW = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworkGateways/gw'
const CN = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/connections/cn'

test.each([
  ['its own', { id: GW, topic: 'delete' }, true],
  ['in other casing', { id: GW.toUpperCase(), topic: 'delete' }, true],
  ['one of several', { id: GW, topic: 'delete/0' }, true],
  ['of a child', { id: `${GW}/natRules/r`, topic: 'delete/r' }, true],
  ['of another for its sake', { id: CN, topic: topicOf('delete', GW) }, true],
  ['of another form', { id: GW, topic: 'reset' }, false],
  ['of another resource', { id: CN, topic: 'delete' }, false],
  ['of one with a longer name', { id: `${GW}2`, topic: 'delete' }, false],
  ['of its own, for the sake of another', { id: GW, topic: topicOf('delete', CN) }, false],
])('a write %s', (_, write, is) => {
  expect(isOfForm(write, GW, 'delete')).toBe(is)
})
