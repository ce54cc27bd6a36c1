import ipaddr from 'ipaddr.js'
import { describe, expect, test } from 'vitest'
import { at, members, nameOf, ofType, strings } from './rows.test-support.ts'
import { contoso } from './contoso.ts'

const first = (prefix: string) => ipaddr.IPv4.networkAddressFromCIDR(prefix)
const last = (prefix: string) => ipaddr.IPv4.broadcastAddressFromCIDR(prefix)
const contains = (outer: string, inner: string) => {
  const range = ipaddr.IPv4.parseCIDR(outer)
  return first(inner).match(range) && last(inner).match(range)
}
const overlap = (a: string, b: string) => contains(a, b) || contains(b, a)

const vnetPrefixes = (id: string) =>
  ofType('virtualNetworks')
    .filter((one) => one.id === id)
    .flatMap((one) => at(one.properties, 'addressSpace.addressPrefixes'))

describe('the address plan', () => {
  test.each(
    ofType('virtualNetworks/subnets').map((one) => [one.id.split('/').slice(-3).join('/'), one] as const),
  )('%s lies inside its VNet', (_, subnet) => {
    const [prefix = ''] = at(subnet.properties, 'addressPrefix')
    expect(first(prefix).toString()).toBe(prefix.split('/')[0])
    const outer = vnetPrefixes(subnet.id.split('/subnets/')[0] ?? '')
    expect(outer.some((one) => contains(one, prefix))).toBe(true)
  })

  test('has subnets that do not overlap', () => {
    const subnets = ofType('virtualNetworks/subnets').map((one) => {
      return { vnet: one.id.split('/subnets/')[0], prefix: at(one.properties, 'addressPrefix')[0] ?? '' }
    })
    const clashes = subnets.filter((a, i) =>
      subnets.slice(i + 1).some((b) => a.vnet === b.vnet && overlap(a.prefix, b.prefix)),
    )
    expect(clashes).toEqual([])
  })

  test('uses each network once, but for the depot in Poznań, which covers vnet-erp-weu', () => {
    const paths: Record<string, string> = {
      virtualNetworks: 'addressSpace.addressPrefixes',
      localNetworkGateways: 'localNetworkAddressSpace.addressPrefixes',
      virtualHubs: 'addressPrefix',
      vpnSites: 'addressSpace.addressPrefixes',
      virtualNetworkGateways: 'vpnClientConfiguration.vpnClientAddressPool.addressPrefixes',
      p2sVpnGateways: 'p2SConnectionConfigurations.properties.vpnClientAddressPool.addressPrefixes',
      'virtualNetworkGateways/natRules': 'externalMappings.addressSpace',
      'expressRouteCircuits/peerings': 'primaryPeerAddressPrefix',
    }
    const used = Object.entries(paths).flatMap(([type, path]) =>
      ofType(type).flatMap((one) =>
        at(one.properties, path).map((prefix) => ({ name: nameOf(one), prefix })),
      ),
    )
    expect(used.length).toBeGreaterThan(45)
    const clashes = used.flatMap((a, i) =>
      used.slice(i + 1).flatMap((b) => (overlap(a.prefix, b.prefix) ? [[a.name, b.name]] : [])),
    )
    expect(clashes).toEqual([['vnet-erp-weu', 'lng-poznan-depot']])
  })

  test('has public addresses that belong to nobody, each used once', () => {
    const keys = ['ipAddress', 'gatewayIpAddress', 'publicIpAddress', 'address']
    const addresses = contoso.resources.flatMap((one) =>
      [...members(one.properties)]
        .filter(({ key }) => keys.includes(key))
        .flatMap(({ value }) => strings(value)),
    )
    expect(addresses.length).toBeGreaterThan(35)
    expect(new Set(addresses).size).toBe(addresses.length)
    for (const address of addresses) expect(address).toMatch(/^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$/)
  })
})
