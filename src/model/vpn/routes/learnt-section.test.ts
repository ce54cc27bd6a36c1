import { expect, test } from 'vitest'
import { gateway, inventory } from '../../../../tests/support/resources.ts'
import { buildEstate } from '../../build-estate.ts'
import type { GatewayRoute } from '../../diagnostics/gateway-route.ts'
import type { VirtualNetworkGateway } from '../../resources/vpn.ts'
import { learntSection } from './learnt-section.ts'

const WORDS = { title: 'Learnt', empty: 'None.' }
const route = (network: string, localAddress: string, nextHop = '10.20.0.132'): GatewayRoute => ({
  network,
  localAddress,
  nextHop,
  origin: 'EBgp',
  asPath: '12076-64710',
})

function rowsOf(own: VirtualNetworkGateway, routes: readonly GatewayRoute[]) {
  const section = learntSection(routes, own, buildEstate([], [inventory([own])]), WORDS)
  return { ...section, columns: section.columns.map(({ label }) => label) }
}

test('what two instances learn alike stands once where they cannot be told apart', () => {
  const own = gateway('ergw', { gatewayType: 'ExpressRoute' })
  const found = rowsOf(own, [
    route('10.64.0.0/16', '10.20.0.12'),
    route('10.64.0.0/16', '10.20.0.13'),
    route('10.64.0.0/16', '10.20.0.13', '10.20.0.133'),
  ])
  expect(found.rows).toHaveLength(2)
  expect(found.note).toBe('2 routes')
  expect(found.columns).not.toContain('Instance')
  expect(found.rows[0]?.cells).toHaveLength(found.columns.length)
})

test('each instance has its row where Azure tells which it is', () => {
  const own = gateway('vgw', {
    activeActive: true,
    bgp: {
      asn: 65_515,
      addresses: ['10.20.0.4', '10.20.0.5'].map((address, index) => ({
        ipConfigurationId: `/ip/${index}`,
        defaultAddresses: [address],
        customAddresses: [],
        tunnelAddresses: [],
      })),
    },
    ipConfigurations: [0, 1].map((index) => ({ id: `/ip/${index}`, name: `c${index}` })),
  })
  const found = rowsOf(own, [route('10.64.0.0/16', '10.20.0.4'), route('10.64.0.0/16', '10.20.0.5')])
  expect(found.columns.at(-1)).toBe('Instance')
  expect(found.rows.map(({ cells }) => cells.at(-1))).toMatchObject([
    { text: 'Instance 0' },
    { text: 'Instance 1' },
  ])
})
