import { describe, expect, test } from 'vitest'
import { gateway } from '../../../tests/support/resources.ts'
import {
  act,
  association,
  DAY,
  DOWN,
  facts,
  GATEWAY_2,
  HOUR,
  MINUTE,
  neighbour,
  NEVER_UP,
  NOW,
  PARTLY,
  peer,
  REFUSED,
  setKey,
  tunnel,
  UNKNOWN,
  UP,
} from '../../../tests/support/why-facts.ts'
import { known } from './asked.ts'
import { readDeviceLog } from './device-log.ts'
import { diagnose } from './diagnose.ts'
import type { Facts } from './facts.ts'

/** The first causes with their likelihood, and the rules that could not look. */
function told(change: Partial<Facts>) {
  const { causes, notChecked, ruledOut } = diagnose(facts(change))
  return {
    causes: causes.map(({ rule, likelihood }) => `${rule}: ${likelihood}`),
    notChecked: notChecked.map(({ rule }) => rule),
    ruledOut: ruledOut.map(({ rule }) => rule),
  }
}

describe('whole scenarios', () => {
  test('the key was changed 11 minutes before the tunnel fell', () => {
    const { causes, ruledOut, notChecked } = told({
      connection: { ...PARTLY, enableBgp: true },
      activity: known([setKey(2 * HOUR + 11 * MINUTE)], NOW),
      ike: known([association(0, { elapsedSeconds: 4 * 3_600 })], NOW),
      peers: known([peer(0), peer(1, { state: 'Connecting' })], NOW),
      neighbours: [neighbour('other')],
    })
    expect(causes).toEqual(['Shared key: very likely', 'One instance: unlikely', 'Device and path: unlikely'])
    expect(ruledOut).toEqual(
      expect.arrayContaining([
        'Gateway',
        'Phase 1 and 2 proposals',
        'Traffic selectors',
        'NAT rules',
        'BGP session',
      ]),
    )
    expect(notChecked).toEqual([])
  })

  test('the device is silent towards both instances', () => {
    const { causes } = told({
      connection: DOWN,
      ike: known([], NOW),
      activity: known([act('connections/resetconnection/action', DAY)], NOW),
      neighbours: [neighbour('a'), neighbour('b')],
    })
    expect(causes[0]).toBe('Device and path: very likely')
    expect(causes.slice(1).every((one) => one.endsWith('unlikely'))).toBe(true)
  })

  test('the device has a tunnel to one instance only', () => {
    const { causes } = told({
      connection: {
        ...UP,
        tunnels: [tunnel(0, 'Connected'), { name: tunnel(1, '').name, connectionStatus: 'NotConnected' }],
      },
      ike: known([association(0)], NOW),
      neighbours: [neighbour('a')],
    })
    expect(causes[0]).toBe('One instance: very likely')
  })

  test('BGP is down while the tunnels are up', () => {
    const { causes } = told({
      connection: { ...UP, enableBgp: true },
      peers: known([peer(0, { state: 'Connecting' }), peer(1, { state: 'Connecting' })], NOW),
    })
    expect(causes).toEqual(['BGP session: very likely'])
  })

  test('connected, and no traffic: one range of the site is not carried', () => {
    const { causes } = told({
      connection: { ...UP, ingressBytes: 0 },
      ike: known(
        [
          association(0, {
            childAssociations: [
              { localSelectors: ['10.20.0.0/16'], remoteSelectors: ['10.71.0.0/16'], raw: {} },
            ],
          }),
        ],
        NOW,
      ),
    })
    expect(causes).toEqual(['Traffic selectors: possible'])
  })

  test('the gateway is being updated', () => {
    const { causes } = told({
      connection: DOWN,
      gateway: known(gateway('vgw', { activeActive: true, provisioningState: 'Updating' }), NOW),
      gatewayActivity: known([act('virtualNetworkGateways/write', 5 * MINUTE)], NOW),
      ike: known([], NOW),
      neighbours: [neighbour('a', 'NotConnected')],
    })
    expect(causes[0]).toBe('Gateway: very likely')
  })

  test('the device has another key than a connection made minutes ago on a new gateway', () => {
    const { causes, ruledOut } = told({
      connection: NEVER_UP,
      gatewayActivity: known([act('virtualNetworkGateways/write', 9 * MINUTE, { created: true })], NOW),
      activity: known([act('connections/write', 6 * MINUTE, { created: true })], NOW),
      ike: known([], NOW),
      neighbours: [neighbour('a')],
    })
    expect(causes.slice(0, 2)).toEqual(['Shared key: possible', 'Device and path: possible'])
    expect(ruledOut).toContain('Gateway')
  })

  test('it was up for a moment, then the device got another key', () => {
    const { causes } = told({
      connection: {
        ...DOWN,
        tunnels: DOWN.tunnels.map((one) => ({
          ...one,
          lastEstablished: new Date(NOW - 2 * MINUTE).toISOString(),
        })),
      },
      gatewayActivity: known([act('virtualNetworkGateways/write', 9 * MINUTE, { created: true })], NOW),
      activity: known([act('connections/write', 6 * MINUTE, { created: true })], NOW),
      ike: known([], NOW),
      neighbours: [neighbour('a')],
    })
    expect(causes.slice(0, 2)).toEqual(['Device and path: very likely', 'Shared key: possible'])
  })

  test('what the device logged stands first, before a gateway that is being changed', () => {
    const { causes } = told({
      connection: DOWN,
      gateway: known(gateway('vgw', { activeActive: true, provisioningState: 'Updating' }), NOW),
      ike: known([], NOW),
      deviceLog: readDeviceLog('received AUTHENTICATION_FAILED notify error'),
    })
    expect(causes[0]).toBe('Shared key: very likely')
  })

  test('a Basic gateway reports Unknown: that is no cause, and nothing about tunnels is ruled out', () => {
    const { causes, notChecked, ruledOut } = told({
      connection: UNKNOWN,
      gateway: known(gateway('vgw', { sku: 'Basic' }), NOW),
    })
    expect(causes).toEqual([])
    expect(notChecked).toEqual(
      expect.arrayContaining(['Shared key', 'Device and path', 'Addresses', 'Phase 1 and 2 proposals']),
    )
    expect(ruledOut).not.toContain('Shared key')
  })

  test('of two networks the connection back is missing', () => {
    const { causes } = told({
      connection: { ...DOWN, connectionType: 'Vnet2Vnet', gateway2Id: GATEWAY_2 },
      twin: known(undefined, NOW),
      ike: known([], NOW),
    })
    expect(causes[0]).toBe('Return connection: very likely')
  })

  test('nothing is wrong', () => {
    expect(told({})).toMatchObject({ causes: [], notChecked: [] })
  })

  test('nothing may be asked: no rule that lacks a fact rules out or finds', () => {
    const { causes, notChecked, ruledOut } = told({
      connection: DOWN,
      ike: REFUSED,
      activity: REFUSED,
      gatewayActivity: REFUSED,
      siteActivity: REFUSED,
      subnet: REFUSED,
      peers: REFUSED,
    })
    expect(causes).toEqual([])
    expect(notChecked).toEqual([
      'Gateway',
      'Just changed',
      'Shared key',
      'Device and path',
      'Addresses',
      'Phase 1 and 2 proposals',
      'Traffic selectors',
      'Network security group',
      'Route table',
    ])
    expect(ruledOut).not.toContain('Shared key')
  })
})

test('the same facts give the same diagnosis', () => {
  const change: Partial<Facts> = { connection: DOWN, ike: known([], NOW) }
  expect(diagnose(facts(change))).toEqual(diagnose(facts(change)))
})

test('whatever is still being read, no rule takes its absence for a fact', () => {
  const asking = { is: 'asking' } as const
  const waiting: Partial<Facts> = { ike: asking, activity: asking, siteActivity: asking, subnet: asking }
  for (const connection of [DOWN, PARTLY]) {
    const before = diagnose(facts({ connection, ...waiting }))
    expect(before.notChecked.filter((one) => one.waiting).map(({ rule }) => rule)).toContain('Shared key')
    expect(before.causes.map(({ rule }) => rule)).not.toContain('Shared key')
  }
})
