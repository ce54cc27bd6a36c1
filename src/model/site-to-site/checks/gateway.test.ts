import { test } from 'vitest'
import { idOf, publicAddress } from '../../../../tests/support/resources.ts'
import { gate, join, address, ERGW, expectSaid, type Case, ZONED } from './said.test-support.ts'

test.each<[rule: string, ofCase: Case, text: RegExp]>([
  [
    'E VAL-GW-01 gateway gateway.sku',
    { answers: gate({ sku: 'VpnGw2' }) },
    /^VpnGw2 can no longer be created\. Choose VpnGw2AZ\.$/,
  ],
  ['E VAL-GW-01 gateway gateway.sku', { answers: gate({ sku: 'HighPerformance' }) }, /Choose VpnGw2AZ/],
  ['E VAL-GW-01 gateway gateway.sku', { answers: gate({ sku: 'ErGw1AZ' }) }, /no SKU of a VPN gateway/],
  [
    'E VAL-GW-02 gateway gateway.generation',
    { answers: gate({ sku: 'VpnGw1AZ' }) },
    /VpnGw1AZ is not offered in Generation2/,
  ],
  [
    'E VAL-GW-02 gateway gateway.generation',
    { answers: gate({ sku: 'VpnGw4AZ', generation: 'Generation1' }) },
    /VpnGw4AZ/,
  ],
  [
    'E VAL-GW-11 gateway gateway.addresses.1',
    { answers: (a) => gate({ addresses: a.gateway.addresses.slice(0, 1) })(a) },
    /two public IP addresses/,
  ],
  [
    'E VAL-GW-12 gateway gateway.sku',
    { answers: gate({ sku: 'Basic', generation: 'Generation1' }) },
    /^Active-active mode and a custom IPsec policy are not available on Basic\.$/,
  ],
  [
    'E VAL-GW-12 gateway gateway.sku',
    {
      goal: { use: 'test' },
      answers: (a) => join({ policyBased: true })(gate({ sku: 'Basic', bgp: true })(a)),
    },
    /^BGP and policy-based traffic selectors are not available on Basic\.$/,
  ],
  [
    'A sku-production gateway gateway.sku',
    { answers: gate({ sku: 'Basic', generation: 'Generation1' }) },
    /100 Mbps/,
  ],
  ['E VAL-GW-13 gateway gateway.asn', { answers: gate({ bgp: true, asn: '65518' }) }, /AS 65518 is reserved/],
  ['E VAL-GW-13 gateway gateway.asn', { answers: gate({ bgp: true, asn: '' }) }, /whole number/],
  [
    'E VAL-GW-14 gateway gateway.apipa.0',
    { answers: gate({ bgp: true, apipa: ['169.254.30.1', ''] }) },
    /^169\.254\.30\.1: Use an address between/,
  ],
  [
    'E VAL-GW-14 gateway gateway.apipa.1',
    { answers: gate({ bgp: true, apipa: ['169.254.21.2', '169.254.21.2'] }) },
    /used twice/,
  ],
  ['E expressroute-basic gateway gateway.sku', { beside: [ERGW], answers: gate({ sku: 'Basic' }) }, /ergw-a/],
  [
    'A expressroute-asn gateway gateway.asn',
    { beside: [ERGW], answers: gate({ bgp: true, asn: '65010' }) },
    /only where this gateway has AS 65515/,
  ],
  [
    'E VAL-GW-08 gateway gateway.addresses.1',
    {
      beside: [publicAddress('pip', { ...ZONED, sku: 'Basic' })],
      answers: address(idOf('publicIPAddresses', 'pip')),
    },
    /^pip has SKU Basic/,
  ],
  [
    'E VAL-GW-08 gateway gateway.addresses.1',
    {
      beside: [publicAddress('pip', { ...ZONED, allocationMethod: 'Dynamic' })],
      answers: address(idOf('publicIPAddresses', 'pip')),
    },
    /static/,
  ],
  [
    'E VAL-GW-08 gateway gateway.addresses.1',
    {
      beside: [publicAddress('pip', { ...ZONED, location: 'northeurope' })],
      answers: address(idOf('publicIPAddresses', 'pip')),
    },
    /northeurope/,
  ],
  [
    'E VAL-GW-08 gateway gateway.addresses.1',
    {
      beside: [
        publicAddress('pip', {
          ...ZONED,
          usedBy: `${idOf('azureFirewalls', 'fw')}/azureFirewallIpConfigurations/a`,
        }),
      ],
      answers: address(idOf('publicIPAddresses', 'pip')),
    },
    /in use by fw/,
  ],
  [
    'E VAL-GW-08 gateway gateway.addresses.1',
    {
      beside: [publicAddress('pip', { ...ZONED, version: 'IPv6' })],
      answers: address(idOf('publicIPAddresses', 'pip')),
    },
    /IPv6/,
  ],
  ['E VAL-GW-08 gateway gateway.addresses.1', { answers: address('') }, /Choose a public IP address/],
  [
    'E id-type gateway gateway.addresses.1',
    { answers: address(idOf('natGateways', 'nat')) },
    /^nat is of type Microsoft.Network\/natGateways, not a public IP address/,
  ],
  [
    'A VAL-GW-09 gateway gateway.addresses.1',
    {
      around: { regions: { is: 'notReadable', why: 'no' } },
      beside: [publicAddress('pip')],
      answers: address(idOf('publicIPAddresses', 'pip')),
    },
    /^pip has no zones\. Where the region has any/,
  ],
  [
    'A unread-address gateway gateway.addresses.1',
    { answers: address(idOf('publicIPAddresses', 'gone')) },
    /could not be read/,
  ],
  [
    'E VAL-GW-09 gateway gateway.addresses.1',
    { beside: [publicAddress('pip-sdc-edge')], answers: address(idOf('publicIPAddresses', 'pip-sdc-edge')) },
    /^pip-sdc-edge has no zones\. A zone-redundant SKU needs an address in zones 1, 2, 3; Azure would refuse this after about 1 minute\.$/,
  ],
  [
    'A VAL-GW-10 gateway gateway.addresses.1',
    { beside: [publicAddress('pip', { zones: ['2'] })], answers: address(idOf('publicIPAddresses', 'pip')) },
    /zone 2 alone/,
  ],
  [
    'E tunnels gateway gateway.sku',
    {
      goal: { use: 'test' },
      answers: (a) =>
        gate({ sku: 'Basic', generation: 'Generation1' })({
          ...a,
          sites: Array.from({ length: 11 }, (_, at) => ({
            ...a.sites[0]!,
            key: `s${at}`,
            name: `lng-${at}`,
            connection: `cn-${at}`,
          })),
        }),
    },
    /Basic is documented with 10 tunnels, and there are 11 sites/,
  ],
  [
    'E VAL-GW-08 gateway gateway.addresses.1',
    {
      beside: [publicAddress('pip', { ...ZONED, body: { sku: { tier: 'Global' } } })],
      answers: address(idOf('publicIPAddresses', 'pip')),
    },
    /tier Global/,
  ],
])('%s', expectSaid)
