import { expect, test } from 'vitest'
import { network } from '../../../tests/support/resources.ts'
import { facts, shortOf, wordsOf, DOWN, NOW, UP } from '../../../tests/support/why-facts.ts'
import { known } from './asked.ts'

const SPOKE = network('spoke')
const HOME = network('vnet')
const peering = (
  remoteVirtualNetworkId: string,
  useRemoteGateways: boolean,
  allowGatewayTransit: boolean,
) => ({
  id: 'p',
  name: 'p',
  remoteVirtualNetworkId,
  useRemoteGateways,
  allowGatewayTransit,
})
const joined = (allow: boolean, use: boolean): Partial<Facts> => ({
  connection: UP,
  network: known({ ...HOME, peerings: [peering(SPOKE.id, false, allow)] }, NOW),
  spokes: [{ ...SPOKE, peerings: [peering(HOME.id, use, false)] }],
})
import type { Facts } from './facts.ts'
import { transit } from './transit.ts'

test.each<[what: string, change: Partial<Facts>, verdict: ReturnType<typeof shortOf>, says: RegExp]>([
  ['both ends', joined(true, true), 'ruled out', /No peering/],
  ['neither end', joined(false, false), 'ruled out', /No peering/],
  ['this end alone', joined(true, false), 'unlikely', /spoke cannot use the gateway/],
  ['the other end alone', joined(false, true), 'unlikely', /spoke/],
  ['no tunnel', { ...joined(true, false), connection: DOWN }, 'ruled out', /once a tunnel is up/],
  ['the network was not read', { network: { is: 'none' } }, 'not checked', /virtual network/],
])('%s', (_, change, verdict, says) => {
  const finding = transit(facts(change))
  expect(shortOf(finding)).toBe(verdict)
  expect(wordsOf(finding)).toMatch(says)
})
