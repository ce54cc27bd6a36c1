import { expect, test } from 'vitest'
import { connection, gateway } from '../../../tests/support/resources.ts'
import {
  facts,
  shortOf,
  wordsOf,
  act,
  DAY,
  DOWN,
  NOW,
  PARTLY,
  setKey,
  HOUR,
  tunnel,
  UNKNOWN,
  UP,
} from '../../../tests/support/why-facts.ts'
import { known } from './asked.ts'
import type { Facts } from './facts.ts'
import { oneInstance } from './one-instance.ts'

test.each<[what: string, change: Partial<Facts>, verdict: ReturnType<typeof shortOf>, says: RegExp]>([
  ['both up', { connection: UP }, 'ruled out', /Every instance/],
  [
    'one never up',
    {
      connection: connection('cn', {
        tunnels: [tunnel(0, 'Connected'), { name: 'cn_198.51.100.23', connectionStatus: 'NotConnected' }],
      }),
    },
    'very likely',
    /no tunnel to instance 1.*no time when it was up.*tunnel to 198\.51\.100\.23 too/,
  ],
  [
    'one down, the gateway changed',
    { connection: PARTLY, gatewayActivity: known([act('virtualNetworkGateways/write', DAY)], NOW) },
    'possible',
    /does not accept the address of instance 1.*changed the gateway/,
  ],
  ['one down', { connection: PARTLY }, 'possible', /Instance 0 is Connected to the same device/],
  [
    'one down, the key was set',
    { connection: PARTLY, activity: known([setKey(HOUR)], NOW) },
    'unlikely',
    /does not accept/,
  ],
  ['both down', { connection: DOWN }, 'ruled out', /not one instance/],
  ['not active-active', { connection: PARTLY, gateway: known(gateway('vgw'), NOW) }, undefined, /^$/],
  ['the gateway was not read', { connection: PARTLY, gateway: { is: 'none' } }, 'not checked', /gateway/],
  ['Azure does not say whether it is up', { connection: UNKNOWN }, 'not checked', /reports Unknown/],
])('%s', (_, change, verdict, says) => {
  const finding = oneInstance(facts(change))
  expect(shortOf(finding)).toBe(verdict)
  expect(wordsOf(finding)).toMatch(says)
})
