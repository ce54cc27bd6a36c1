import { expect, test } from 'vitest'
import { connection } from '../../../tests/support/resources.ts'
import {
  facts,
  shortOf,
  wordsOf,
  DOWN,
  GATEWAY_2,
  NOW,
  REFUSED,
  UP,
} from '../../../tests/support/why-facts.ts'
import { known } from './asked.ts'

const THERE = { ...DOWN, gateway2Id: GATEWAY_2 }
const STRICT = [{ ikeEncryption: 'AES256', dhGroup: 'ECP384' }]
import type { Facts } from './facts.ts'
import { twin } from './twin.ts'

test.each<[what: string, change: Partial<Facts>, verdict: ReturnType<typeof shortOf>, says: RegExp]>([
  ['a site', { connection: DOWN }, undefined, /^$/],
  [
    'none leads back',
    { connection: THERE, twin: known(undefined, NOW) },
    'very likely',
    /missing.*No connection leads.*Create a connection/,
  ],
  [
    'another policy',
    { connection: THERE, twin: known(connection('back', { ipsecPolicies: STRICT }), NOW) },
    'very likely',
    /back has another ikeEncryption and dhGroup/,
  ],
  [
    'another version',
    { connection: THERE, twin: known(connection('back', { connectionProtocol: 'IKEv1' }), NOW) },
    'very likely',
    /connectionProtocol/,
  ],
  [
    'another policy, and up',
    {
      connection: { ...UP, gateway2Id: GATEWAY_2 },
      twin: known(connection('back', { ipsecPolicies: STRICT }), NOW),
    },
    'unlikely',
    /differ/,
  ],
  ['alike', { connection: THERE, twin: known(connection('back'), NOW) }, 'ruled out', /back leads back/],
  [
    'lifetimes need not match',
    {
      connection: THERE,
      twin: known(connection('back', { ipsecPolicies: [{ saLifeTimeSeconds: 3600 }] }), NOW),
    },
    'ruled out',
    /back leads back/,
  ],
  [
    'its connections were not read',
    { connection: THERE, twin: { is: 'none' } },
    'not checked',
    /connections of the other gateway/,
  ],
  ['its connections may not be read', { connection: THERE, twin: REFUSED }, 'not checked', /403/],
])('%s', (_, change, verdict, says) => {
  const finding = twin(facts(change))
  expect(shortOf(finding)).toBe(verdict)
  expect(wordsOf(finding)).toMatch(says)
})
