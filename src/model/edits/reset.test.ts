import { expect, test } from 'vitest'
import {
  connection,
  gateway,
  inventory,
  publicAddress,
  SUBSCRIPTION,
} from '../../../tests/support/resources.ts'
import { buildEstate } from '../build-estate.ts'
import { instancesOf, resetGateway, resetGatewayConsequences } from './reset.ts'

const ips = ['one', 'two', 'three'].map((name) => publicAddress(name))
const both = gateway('vgw', {
  activeActive: true,
  ipConfigurations: ips.map(({ id, name }) => ({ name, publicIPAddressId: id })),
})
const tunnel = (connectionStatus: string) => ({ name: connectionStatus, connectionStatus })
const estate = buildEstate(
  [{ subscriptionId: SUBSCRIPTION, displayName: 's', state: 'Enabled' }],
  [
    inventory([
      both,
      publicAddress('one', { ipAddress: '198.51.100.1' }),
      publicAddress('two', { ipAddress: '198.51.100.2' }),
      connection('whole', { tunnels: [tunnel('Connected'), tunnel('Connected')] }),
      connection('half', { tunnels: [tunnel('Connected'), tunnel('NotConnected')] }),
    ]),
  ],
)

test('an active-active gateway has two instances, picked by address; the third address is for clients', () => {
  const instances = instancesOf(both, estate)
  expect(instances).toEqual([
    { index: 0, address: '198.51.100.1' },
    { index: 1, address: '198.51.100.2' },
  ])
  const resets = instances.map((one) => resetGateway(both, one))
  expect(resets.map(({ query }) => query)).toEqual([
    { gatewayVip: '198.51.100.1' },
    { gatewayVip: '198.51.100.2' },
  ])
  expect(new Set(resets.map(({ topic }) => topic)).size).toBe(2)
})

test('instances are those the page shows, also where a configuration ends no tunnel and an address was not read', () => {
  const named = both.ipConfigurations.map((one) => ({
    ...one,
    id: `${both.id}/ipConfigurations/${one.name}`,
  }))
  const told = (name: string, tunnelAddresses: string[] = []) => ({
    ipConfigurationId: `${both.id}/ipConfigurations/${name}`,
    defaultAddresses: [],
    customAddresses: [],
    tunnelAddresses,
  })
  const odd = {
    ...both,
    ipConfigurations: named,
    bgp: { addresses: [told('two'), told('three', ['198.51.100.3'])] },
  }
  expect(instancesOf(odd, estate)).toEqual([
    { index: 0, address: '198.51.100.2' },
    { index: 1, address: '198.51.100.3' },
  ])
})

test('another has none to pick, and Azure takes the active one', () => {
  const one = gateway('vgw', { ipConfigurations: both.ipConfigurations.slice(0, 1) })
  expect(instancesOf(one, estate)).toEqual([])
  expect(resetGateway(one)).not.toHaveProperty('query')
  expect(resetGatewayConsequences(one, [], estate)).toMatchObject({
    drops: expect.stringContaining('All its tunnels') as string,
    after: expect.stringContaining('a second reset restarts the other instance') as string,
  })
})

test('a connection whose tunnels are not all up may stop altogether', () => {
  const { drops, depends } = resetGatewayConsequences(both, instancesOf(both, estate).slice(0, 1), estate)
  expect(drops).toContain('The tunnels of instance 0.')
  expect(drops).toContain('Not all tunnels of half are connected')
  expect(depends.map(({ name, note }) => `${name}: ${note ?? ''}`)).toEqual([
    'half: Connected, 1 of 2 tunnels connected',
    'whole: Connected, 2 of 2 tunnels connected',
  ])
})

test('clients of a gateway are not forgotten', () => {
  const clients = gateway('vgw', { clientAddressPool: ['172.16.0.0/24'] })
  expect(resetGatewayConsequences(clients, [], estate).drops).toContain('Point-to-site clients')
})
