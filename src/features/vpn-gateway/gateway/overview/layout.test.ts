import { describe, expect, test } from 'vitest'
import { connection } from '../../../../../tests/support/resources.ts'
import type { GatewayTunnel } from '../../../../model/vpn/gateway-tunnels.ts'
import type { GatewayInstance } from '../../../../model/vpn/instances.ts'
import { INSTANCE_HEIGHT, layoutOf, pathOf, SITE_HEIGHT } from './layout.ts'
import type { Picture } from './picture.ts'

function instance(label: string): GatewayInstance {
  return { label, addresses: [], bgpAddresses: [], customBgpAddresses: [] }
}

function tunnel(name: string, at?: GatewayInstance): GatewayTunnel {
  const one: GatewayTunnel = {
    key: `${name} ${at?.label ?? 'none'}`,
    connection: connection(name),
    remote: [],
    verdict: 'healthy',
  }
  return at ? { ...one, instance: at } : one
}

function picture(sites: number, instances: number): Picture {
  const all = Array.from({ length: instances }, (_, nth) => instance(`Instance ${nth}`))
  return {
    sites: Array.from({ length: sites }, (_, nth) => ({
      id: String(nth),
      name: String(nth),
      verdict: 'healthy',
      facts: [],
      tunnels: all.length > 0 ? all.map((one) => tunnel(`cn${nth}`, one)) : [tunnel(`cn${nth}`)],
    })),
    more: 0,
    instances: all.map((one) => ({ instance: one, verdict: 'healthy', up: 0, all: 0 })),
  }
}

describe('the picture of a gateway', () => {
  test.each([
    [0, 1],
    [1, 1],
    [1, 2],
    [2, 2],
    [6, 2],
    [6, 1],
    [3, 0],
  ])('of %d sites and %d instances: lines begin and end in their boxes', (sites, instances) => {
    const drawn = picture(sites, instances)
    const layout = layoutOf(drawn)
    for (const { tunnel: one, from, to, mark } of layout.tunnels) {
      const site = layout.sites[drawn.sites.findIndex(({ tunnels }) => tunnels.includes(one))] ?? NaN
      expect(from).toBeGreaterThan(site)
      expect(from).toBeLessThan(site + SITE_HEIGHT)
      const end = layout.instances[drawn.instances.findIndex((at) => at.instance === one.instance)]
      if (end !== undefined) {
        expect(to).toBeGreaterThan(end)
        expect(to).toBeLessThan(end + INSTANCE_HEIGHT)
      }
      expect(to).toBeGreaterThanOrEqual(0)
      expect(to).toBeLessThanOrEqual(layout.height)
      // A mark stands on its line, between its ends.
      expect(mark.top).toBeGreaterThanOrEqual(Math.min(from, to) - 0.1)
      expect(mark.top).toBeLessThanOrEqual(Math.max(from, to) + 0.1)
    }
    const ends = layout.tunnels.map(({ to }) => to)
    if (instances > 0) expect(new Set(ends).size).toBe(ends.length)
    expect(layout.sites.every((top) => top + SITE_HEIGHT <= layout.height)).toBe(true)
    expect(layout.labels).toHaveLength(sites)
  })

  test('a line leaves and arrives level', () => {
    expect(pathOf({ from: 10, to: 50 })).toBe('M0 10 C50 10 50 50 100 50')
  })
})
