import { describe, expect, it, vi } from 'vitest'
import { createEmulator } from '../../app.ts'
import { empty } from '../empty.ts'
import type { EstateResource } from '../estate.ts'
import { large } from './large.ts'

// Ten thousand of anything take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const estate = large.make()

const typeOf = ({ id }: EstateResource) =>
  id
    .split('/')
    .filter((_, i) => i > 6 && i % 2 === 1)
    .join('/')

/** What architecture 4 lists as rows: gateways, their connections and ends, lines, and Virtual WAN. */
const COUNTED = new Set([
  'virtualNetworkGateways',
  'connections',
  'localNetworkGateways',
  'expressRouteCircuits',
  'expressRoutePorts',
  'expressRouteGateways',
  'virtualWans',
  'virtualHubs',
  'vpnGateways',
  'vpnGateways/vpnConnections',
  'vpnSites',
  'vpnServerConfigurations',
  'p2sVpnGateways',
])

describe('the large estate', () => {
  it('holds 10,000 counted resources, 50 in each of 200 subscriptions', () => {
    const perSubscription = new Map<string, number>()
    for (const resource of estate.resources) {
      if (!COUNTED.has(typeOf(resource))) continue
      const subscription = resource.id.split('/')[2] ?? ''
      perSubscription.set(subscription, (perSubscription.get(subscription) ?? 0) + 1)
    }
    expect(perSubscription.size).toBe(200)
    expect(new Set(perSubscription.values())).toEqual(new Set([50]))
    expect(new Set(estate.resources.map(typeOf))).toEqual(expect.objectContaining(COUNTED))
  })

  it('is the same every time it is made', () => {
    expect(JSON.stringify(large.make()) === JSON.stringify(estate)).toBe(true)
  })

  it('has ids of its own and refers to nothing that is not there', () => {
    const ids = new Set(estate.resources.map(({ id }) => id))
    expect(new Set(estate.resources.map(({ id }) => id.toLowerCase())).size).toBe(estate.resources.length)
    const text = JSON.stringify(estate.resources)
    // Links of sites and ports live in their owners' bodies.
    for (const [, id] of text.matchAll(/"id":"([^"]+)","properties"/g)) if (id) ids.add(id)
    const referred = new Set(
      [...text.matchAll(/\{"id":"(\/subscriptions\/[^"]+)"\}/g)].map(([, id]) => id ?? ''),
    )
    expect(referred.size).toBeGreaterThan(5_000)
    expect([...referred].filter((id) => !ids.has(id))).toEqual([])
  })

  it('is made only when it is opened', async () => {
    const make = vi.fn(large.make)
    let guids = 0
    const estates = [empty, { ...large, make }]
    const emulator = createEmulator({ clock: () => 0, newGuid: () => `${++guids}`, estates })
    const state = await emulator.control({ do: 'describe' })
    expect(state.estates.map(({ name }) => name)).toEqual(['empty', 'large'])
    expect(make).not.toHaveBeenCalled()
    await emulator.control({ do: 'reset', estate: 'large' })
    expect(make).toHaveBeenCalledTimes(1)
  })
})
