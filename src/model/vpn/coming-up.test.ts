import { expect, test } from 'vitest'
import type { Connection } from '../resources/vpn.ts'
import { comingUpOf, comingUpWords, verifyHeadline, type ComingUp } from './coming-up.ts'

function connection(
  connectionStatus: string | undefined,
  tunnels: string[],
  provisioningState = 'Succeeded',
) {
  return {
    connectionStatus,
    provisioningState,
    tunnels: tunnels.map((status, index) => ({ name: `t${index}`, connectionStatus: status })),
    // Only these members are looked at.
  } as unknown as Connection
}

test.each<[string, Connection, ComingUp]>([
  ['all up', connection('Connected', ['Connected', 'Connected']), 'up'],
  ['a Basic gateway tells no tunnels', connection('Connected', []), 'up'],
  ['one of two', connection('Connected', ['Connected', 'NotConnected']), 'partly'],
  ['none of what is said to be up', connection('Connected', ['NotConnected']), 'waiting'],
  ['negotiating', connection('Connecting', ['Connecting']), 'negotiating'],
  ['the device is silent', connection('NotConnected', ['NotConnected', 'NotConnected']), 'waiting'],
  ['just made', connection('Unknown', []), 'untold'],
  ['not said', connection(undefined, []), 'untold'],
  ['being made', connection('Unknown', [], 'Updating'), 'making'],
])('%s', (_, given, expected) => expect(comingUpOf(given)).toBe(expected))

test('the device is named where it is its turn', () => {
  expect(comingUpWords('waiting', '203.0.113.130')).toMatch(/^Azure has done its part\. The device at 203/)
})

test.each<[(ComingUp | undefined)[], string]>([
  [['up'], 'The connection is up'],
  [['up', 'up'], 'Both connections are up'],
  [['up', 'waiting'], '1 of 2 connections is up, one waits for its device'],
  [['waiting', 'partly'], '0 of 2 connections are up, 2 wait for their devices'],
  [[undefined], 'The connection is not up yet'],
  [['partly'], 'The connection waits for its device'],
])('%j: %s', (states, words) => expect(verifyHeadline(states)).toBe(words))
