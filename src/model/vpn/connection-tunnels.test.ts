import { expect, test } from 'vitest'
import { connection, gateway, inventory, site } from '../../../tests/support/resources.ts'
import { buildEstate } from '../build-estate.ts'
import { connectionPicture } from './connection-tunnels.ts'

const PAIR = gateway('vgw', {
  activeActive: true,
  ipConfigurations: [
    { id: '/a', name: 'a' },
    { id: '/b', name: 'b' },
  ],
  bgp: {
    addresses: [
      {
        ipConfigurationId: '/a',
        defaultAddresses: [],
        customAddresses: [],
        tunnelAddresses: ['198.51.100.1'],
      },
      {
        ipConfigurationId: '/b',
        defaultAddresses: [],
        customAddresses: [],
        tunnelAddresses: ['198.51.100.2'],
      },
    ],
  },
})

test('each tunnel is told by its instance, with what it carried', () => {
  const one = connection('cn', {
    tunnels: [
      {
        name: 'cn_198.51.100.2',
        connectionStatus: 'Connected',
        ingressBytes: 1,
        egressBytes: 2,
        lastEstablished: '2026-11-04T05:12:33Z',
      },
      { name: 'who knows' },
    ],
  })
  const picture = connectionPicture(one, buildEstate([], [inventory([PAIR, site('lng'), one])]))
  expect(picture).toMatchObject({
    far: { name: 'lng', place: 'On-premises', facts: ['203.0.113.18'] },
    near: { name: 'vgw', place: 'Azure', facts: ['198.51.100.1', '198.51.100.2'] },
    tunnels: [
      {
        label: 'Instance 1',
        azure: '198.51.100.2',
        far: '203.0.113.18',
        status: 'Connected',
        verdict: 'healthy',
        received: 1,
        sent: 2,
        establishedAt: Date.UTC(2026, 10, 4, 5, 12, 33),
      },
      { label: 'who knows', status: 'not given by Azure', verdict: 'unknown' },
    ],
  })
})

test('ends that were not read are named by their ids, and missing references leave an end out', () => {
  const one = connection('cn', { gateway2Id: undefined })
  expect(connectionPicture(one, buildEstate([], [inventory([one])]))).toMatchObject({
    far: { name: 'lng', facts: [] },
    near: { name: 'vgw', facts: [] },
    tunnels: [],
  })
  const bare = connection('cn', { gateway1Id: undefined, localNetworkGatewayId: undefined })
  expect(connectionPicture(bare, buildEstate([], [inventory([bare])]))).toEqual({ tunnels: [] })
})
