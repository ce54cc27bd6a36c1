import { describe, expect, it, test } from 'vitest'
import { type Run, runKey, typicalTime, typicalWords } from './durations.ts'

const NETWORK = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network'
const GATEWAY = `${NETWORK}/virtualNetworkGateways/gw`
const CONNECTION = `${NETWORK}/connections/cn`

describe('how long it usually takes', () => {
  it.each<[run: Run, words: string | undefined]>([
    [{ method: 'POST', id: GATEWAY, segment: 'reset' }, '8 min'],
    [{ method: 'PUT', id: GATEWAY, topic: 'bgp' }, '2 min'],
    [{ method: 'PUT', id: GATEWAY, topic: 'sku' }, '45 min'],
    [{ method: 'PUT', id: GATEWAY, creates: true }, '16 to 34 min'],
    [{ method: 'PUT', id: GATEWAY, creates: true, name: '' }, undefined],
    [{ method: 'DELETE', id: GATEWAY }, '6 to 8 min'],
    [{ method: 'PUT', id: CONNECTION, segment: 'sharedkey' }, '40 s'],
    [{ method: 'POST', id: CONNECTION, segment: 'sharedkey/reset' }, '40 s'],
    [{ method: 'PUT', id: CONNECTION }, '30 to 60 s'],
    [{ method: 'DELETE', id: CONNECTION }, '50 s to 2 min'],
    [{ method: 'PUT', id: `${NETWORK}/expressRouteCircuits/er` }, 'a few seconds'],
    [{ method: 'DELETE', id: `${NETWORK}/vpnGateways/g/vpnConnections/c` }, '50 s to 2 min'],
    [{ method: 'POST', id: CONNECTION, segment: 'resetconnection' }, undefined],
    [{ method: 'PATCH', id: GATEWAY, topic: 'tags' }, undefined],
    [{ method: 'PUT', id: 'constructor' }, undefined],
  ])('%j', (run, words) => {
    const typical = typicalTime(run)
    expect(typical && typicalWords(typical).replaceAll('\u2009', ' ')).toBe(words)
  })

  it.each<[own: number[], typical: ReturnType<typeof typicalTime>]>([
    [[1_000, 1_000], { from: 478_000, to: 478_000, of: 'azure' }],
    [[90_000, 20_000, 30_000], { from: 30_000, to: 30_000, of: 'browser' }],
    [[10_000, 20_000, 40_000, 50_000], { from: 30_000, to: 30_000, of: 'browser' }],
  ])('is from the third run on this browser’s own median: %j', (own, typical) => {
    expect(typicalTime({ method: 'POST', id: GATEWAY, segment: 'reset' }, own)).toEqual(typical)
  })
})

test.each([
  [155, 300, '2.5 to 5 h'],
  [60, 300, '60 min to 5 h'],
  [190, 300, '3 to 5 h'],
  [300, 300, '5 h'],
])('%i to %i minutes are %s', (from, to, words) => {
  expect(typicalWords({ from: from * 60_000, to: to * 60_000 }).replaceAll('\u2009', ' ')).toBe(words)
})

test('runs of the same kind share a key, in any casing', () => {
  expect(runKey({ method: 'POST', id: GATEWAY.toUpperCase(), segment: 'RESET' })).toBe(
    'POST virtualnetworkgateways/reset',
  )
})
