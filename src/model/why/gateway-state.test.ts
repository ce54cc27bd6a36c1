import { expect, test } from 'vitest'
import { gateway } from '../../../tests/support/resources.ts'
import {
  facts,
  shortOf,
  wordsOf,
  act,
  DAY,
  DOWN,
  MINUTE,
  neighbour,
  NOW,
  REFUSED,
  UP,
} from '../../../tests/support/why-facts.ts'
import { known } from './asked.ts'

const inState = (provisioningState: string) => known(gateway('vgw', { provisioningState }), NOW)
import type { Facts } from './facts.ts'

const made = (status: string) =>
  known([act('virtualNetworkGateways/write', 4 * MINUTE, { created: true, status })], NOW)
import { gatewayState } from './gateway-state.ts'

test.each<[what: string, change: Partial<Facts>, verdict: ReturnType<typeof shortOf>, says: RegExp]>([
  ['all up', { connection: UP, gateway: inState('Failed') }, 'ruled out', /tunnels are up/],
  [
    'being updated',
    {
      connection: DOWN,
      gateway: inState('Updating'),
      gatewayActivity: known([act('virtualNetworkGateways/write', 5 * MINUTE)], NOW),
    },
    'very likely',
    /is Updating.*a\.nowak@contoso\.com changed the gateway.*45 minutes/,
  ],
  [
    'reset minutes ago',
    {
      connection: DOWN,
      gatewayActivity: known([act('virtualNetworkGateways/reset/action', 4 * MINUTE)], NOW),
    },
    'very likely',
    /reset the gateway/,
  ],
  [
    'reset, and another connection was read as up before that ended',
    {
      connection: DOWN,
      gatewayActivity: known([act('virtualNetworkGateways/reset/action', 0)], NOW),
      neighbours: [neighbour('a')],
    },
    'very likely',
    /after a reset/,
  ],
  [
    'changed minutes ago, and another connection is up since',
    {
      connection: DOWN,
      gatewayActivity: known([act('virtualNetworkGateways/write', 4 * MINUTE)], NOW),
      neighbours: [neighbour('a')],
    },
    'ruled out',
    /It is back: 1 other connection of it is Connected since a change ended/,
  ],
  [
    'created minutes ago, and another connection is up',
    { connection: DOWN, gatewayActivity: made('Succeeded'), neighbours: [neighbour('a')] },
    'ruled out',
    /1 other connection of it is up/,
  ],
  [
    'created minutes ago, and alone',
    { connection: DOWN, gatewayActivity: made('Succeeded') },
    'not checked',
    /nobody changed it since it was created on/,
  ],
  [
    'being created',
    { connection: DOWN, gateway: inState('Updating'), gatewayActivity: made('Accepted') },
    'very likely',
    /is being created.*created the gateway on(?!.*SKU)/,
  ],
  [
    'reset days ago, others up',
    {
      connection: DOWN,
      gatewayActivity: known([act('virtualNetworkGateways/reset/action', DAY)], NOW),
      neighbours: [neighbour('a')],
    },
    'ruled out',
    /1 other connection of it is up/,
  ],
  [
    'failed',
    { connection: DOWN, gateway: inState('Failed') },
    'possible',
    /last change of the gateway failed/,
  ],
  [
    'failed, others up',
    { connection: DOWN, gateway: inState('Failed'), neighbours: [neighbour('a')] },
    'possible',
    /failed/,
  ],
  [
    'none of it is up',
    { connection: DOWN, neighbours: [neighbour('a', 'NotConnected')] },
    'possible',
    /None of its 1 other connection/,
  ],
  [
    'others up, the log may not be read',
    { connection: DOWN, neighbours: [neighbour('a')], gatewayActivity: REFUSED },
    'not checked',
    /activity log of the gateway/,
  ],
  ['alone, and Succeeded', { connection: DOWN }, 'not checked', /VPN troubleshoot/],
  ['not read', { connection: DOWN, gateway: { is: 'none' } }, 'not checked', /the gateway/],
])('%s', (_, change, verdict, says) => {
  const finding = gatewayState(facts(change))
  expect(shortOf(finding)).toBe(verdict)
  expect(wordsOf(finding)).toMatch(says)
})
