import { describe, expect, test } from 'vitest'
import { gateway, idOf } from '../../../tests/support/resources.ts'
import type { VirtualNetworkGateway } from '../resources/vpn.ts'
import { addressesIn, instanceAt, instanceOfTunnel, instancesOf } from './instances.ts'

const ID = idOf('virtualNetworkGateways', 'vgw')
const NOTHING = { resources: new Map<string, never>() }

const configuration = (name: string) => ({ id: `${ID}/ipConfigurations/${name}`, name })
const bgpOf = (name: string, last: number) => ({
  ipConfigurationId: `${ID}/IPCONFIGURATIONS/${name}`,
  defaultAddresses: [`10.20.0.${last}`],
  customAddresses: last === 4 ? ['169.254.21.5'] : [],
  tunnelAddresses: [`198.51.100.${last}`],
})

function pair(change: Partial<VirtualNetworkGateway> = {}): VirtualNetworkGateway {
  return gateway('vgw', {
    activeActive: true,
    ipConfigurations: [configuration('one'), configuration('two')],
    bgp: { asn: 65515, addresses: [bgpOf('one', 4), bgpOf('two', 5)] },
    ...change,
  })
}

describe('instances', () => {
  test('of an active-active gateway are numbered as Azure lists them, whatever the order of the BGP settings', () => {
    const instances = instancesOf(pair({ bgp: { addresses: [bgpOf('two', 5), bgpOf('one', 4)] } }), NOTHING)
    expect(instances.map(({ label, addresses }) => [label, ...addresses])).toEqual([
      ['Instance 0', '198.51.100.4'],
      ['Instance 1', '198.51.100.5'],
    ])
  })

  test('the third configuration, for point-to-site, ends no tunnel', () => {
    const three = [configuration('one'), configuration('two'), configuration('p2s')]
    expect(instancesOf(pair({ ipConfigurations: three }), NOTHING)).toHaveLength(2)
  })

  test('of an active-standby gateway only the active one shows', () => {
    expect(instancesOf(gateway('vgw'), NOTHING).map(({ label }) => label)).toEqual(['Active instance'])
  })

  test('without BGP settings the public IP address tells', () => {
    const publicIPAddressId = idOf('publicIPAddresses', 'pip')
    const read = { kind: 'publicIPAddress', ipAddress: '203.0.113.9' } as never
    const [only] = instancesOf(
      gateway('vgw', { ipConfigurations: [{ name: 'default', publicIPAddressId }] }),
      {
        resources: new Map([[publicIPAddressId.toLowerCase(), read]]),
      },
    )
    expect(only?.addresses).toEqual(['203.0.113.9'])
  })

  test('a gateway without anything has none, and one with BGP settings alone has those', () => {
    expect(instancesOf(gateway('vgw', { ipConfigurations: [] }), NOTHING)).toEqual([])
    expect(instancesOf(pair({ ipConfigurations: [] }), NOTHING)).toHaveLength(2)
  })
})

describe('which instance ends a tunnel', () => {
  const instances = instancesOf(pair(), NOTHING)
  test.each([
    ['cn-weu_198.51.100.4', 'Instance 0'],
    ['198.51.100.5_203.0.113.18', 'Instance 1'],
    ['to 203.0.113.18 (198.51.100.5)', 'Instance 1'],
    ['cn_203.0.113.18', undefined],
    ['cn_198.51.100.40', undefined],
    ['cn_1198.51.100.4', undefined],
    ['198.51.100.4-198.51.100.5', undefined],
    ['tunnel 1', undefined],
  ])('%s: %s', (name, label) => {
    expect(instanceOfTunnel(name, instances)?.label).toBe(label)
  })

  test('of one instance there is nothing to tell', () => {
    expect(instanceOfTunnel('anything', instances.slice(0, 1))?.label).toBe('Instance 0')
  })

  test('a session is told by its own address, an APIPA one too', () => {
    expect(instanceAt('10.20.0.5', instances)?.label).toBe('Instance 1')
    expect(instanceAt('169.254.21.5', instances)?.label).toBe('Instance 0')
    expect(instanceAt('', instances)).toBeUndefined()
    expect(instanceAt('10.20.0.9', instances)).toBeUndefined()
  })
})

test('addresses are found between other signs, and not in longer numbers', () => {
  expect(addressesIn('a-10.0.0.1_10.0.0.2.x 1.2.3.4.5')).toEqual(['10.0.0.1', '10.0.0.2'])
})
