import { describe, expect, test } from 'vitest'
import {
  connection,
  gateway,
  idOf,
  inventory,
  network,
  publicAddress,
  site,
  SUBSCRIPTION,
} from '../../../tests/support/resources.ts'
import {
  goodAnswers,
  goodKeys,
  surroundings,
  VNET,
  withSiteValues,
} from '../../../tests/support/surroundings.ts'
import { buildEstate } from '../build-estate.ts'
import { PRESETS } from '../edits/ipsec-policy.ts'
import type { Resource } from '../resources/resource.ts'
import type { Answers, Keys } from './answers.ts'
import { checksOf } from './checks-of.ts'
import { rightKey, rightsNeeded } from './rights-needed.ts'
import type { SubnetFacts, Surroundings } from './surroundings.ts'

interface Case {
  answers?: (good: Answers) => Answers
  goal?: Partial<Answers['goal']>
  beside?: readonly Resource[]
  around?: Partial<Surroundings>
  keys?: Keys
}

/** Checks of good answers with one thing changed: `E VAL-GW-09 gateway gateway.addresses.1`. */
function said({ answers: change = (good) => good, goal, beside = [], around, keys }: Case) {
  const known = surroundings([VNET, ...beside], around)
  const answers = change(goodAnswers(known, goal))
  const checks = checksOf(answers, keys ?? goodKeys(answers), known)
  return { checks, answers, known, lines: checks.map(lineOf) }
}

function lineOf({ rule, step, field, is }: ReturnType<typeof checksOf>[number]): string {
  return `${is === 'error' ? 'E' : 'A'} ${rule} ${step} ${field}`
}

const gate =
  (change: Partial<Answers['gateway']>) =>
  (a: Answers): Answers => ({
    ...a,
    gateway: { ...a.gateway, ...change },
  })
const place =
  (change: Partial<Answers['network']>) =>
  (a: Answers): Answers => ({
    ...a,
    network: { ...a.network, ...change },
  })
const join =
  (change: Partial<Answers['connection']>) =>
  (a: Answers): Answers => ({
    ...a,
    connection: { ...a.connection, ...change },
  })
const behind =
  (change: Parameters<typeof withSiteValues>[2], index = 0) =>
  (a: Answers) =>
    withSiteValues(a, index, change)
const address =
  (id: string) =>
  (a: Answers): Answers =>
    gate({ addresses: a.gateway.addresses.with(1, { is: 'existing', id }) })(a)
const subnetFacts = (change: Partial<SubnetFacts>): Partial<Surroundings> => ({
  gatewaySubnet: {
    is: 'known',
    value: { prefixes: ['10.20.255.0/27'], delegations: [], usedBy: [], routes: [], ...change },
  },
})
const ZONED = { zones: ['1', '2', '3'] }
const VGW = gateway('vgw-a', {
  ipConfigurations: [{ name: 'default', subnetId: `${VNET.id}/subnets/GatewaySubnet` }],
})
const onGateway = (change: Partial<typeof VGW> = {}): Case => ({
  beside: [{ ...VGW, ...change }],
})
const ERGW = {
  ...VGW,
  ...gateway('ergw-a'),
  gatewayType: 'ExpressRoute',
  ipConfigurations: VGW.ipConfigurations,
}
const policy = (change: object) => join({ policy: 'custom', custom: { ...PRESETS.Strong, ...change } })

const AT_SUBNET = 'network network.gatewaySubnet'
const AT_FIRST = 'sites sites.0.values'

test.each<[rule: string, ofCase: Case, text: RegExp]>([
  // Gateway
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
    /^Active-active mode is not available on Basic\.$/,
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
  // Its addresses
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
  // Network
  [
    'E VAL-GW-07 network network.network',
    { beside: [VGW], answers: (a) => ({ ...a, goal: { ...a.goal, gateway: 'new' } }) },
    /^vnet-hub-weu has the VPN gateway vgw-a already/,
  ],
  [
    'E network network network.network',
    { answers: place({ network: { is: 'existing', id: '' } }) },
    /Choose a virtual network/,
  ],
  [
    'A unread-network network network.network',
    { answers: place({ network: { is: 'existing', id: idOf('virtualNetworks', 'gone') } }) },
    /gone could not be read/,
  ],
  [
    'E region network network.region',
    { answers: (a) => place({ network: { is: 'new', name: 'vnet-x' }, region: 'atlantis' })(a) },
    /atlantis/,
  ],
  [
    'E address-space network network.addressSpace',
    { answers: place({ network: { is: 'new', name: 'vnet-x' }, addressSpace: '10.1.0.1/16' }) },
    /bits after the mask/,
  ],
  [
    'E address-space network network.addressSpace',
    { answers: place({ network: { is: 'new', name: 'vnet-x' }, addressSpace: '169.254.0.0/16' }) },
    /169\.254\.0\.0\/16/,
  ],
  [
    'A overlap network network.addressSpace',
    {
      answers: place({
        network: { is: 'new', name: 'vnet-x' },
        addressSpace: '10.20.0.0/15',
        gatewaySubnet: '10.21.0.0/27',
      }),
    },
    /^10\.20\.0\.0\/15 of vnet-x overlaps 10\.20\.0\.0\/16 of the virtual network vnet-hub-weu\./,
  ],
  ['E VAL-GW-04 ' + AT_SUBNET, { answers: place({ gatewaySubnet: '10.20.255.252/30' }) }, /a \/29 at least/],
  ['E VAL-GW-04 ' + AT_SUBNET, { answers: place({ gatewaySubnet: '10.20.255.1/27' }) }, /bits after/],
  ['E VAL-GW-04 ' + AT_SUBNET, { answers: place({ gatewaySubnet: 'x' }) }, /no IPv4 prefix/],
  [
    'A VAL-GW-05 ' + AT_SUBNET,
    { answers: place({ gatewaySubnet: '10.20.255.240/28' }) },
    /recommends a \/27/,
  ],
  [
    'E VAL-GW-05 ' + AT_SUBNET,
    { beside: [ERGW], answers: place({ gatewaySubnet: '10.20.255.240/28' }) },
    /share it with the ExpressRoute gateway ergw-a/,
  ],
  [
    'E subnet-outside ' + AT_SUBNET,
    { answers: place({ gatewaySubnet: '10.21.0.0/27' }) },
    /outside the address space of vnet-hub-weu \(10\.20\.0\.0\/16\)/,
  ],
  [
    'E subnet-overlap ' + AT_SUBNET,
    { answers: place({ gatewaySubnet: '10.20.0.32/27' }) },
    /overlaps the subnet apps \(10\.20\.0\.0\/24\) of vnet-hub-weu/,
  ],
  [
    'E VAL-GW-06 ' + AT_SUBNET,
    { around: subnetFacts({ networkSecurityGroupId: '/x/nsg-1' }) },
    /network security group/,
  ],
  [
    'E VAL-GW-06 ' + AT_SUBNET,
    { around: subnetFacts({ routeTableId: '/rt', routes: [{ name: 'd', prefix: '0.0.0.0/0' }] }) },
    /0\.0\.0\.0\/0/,
  ],
  [
    'E VAL-GW-06 ' + AT_SUBNET,
    { around: subnetFacts({ routeTableId: '/rt', propagationDisabled: true }) },
    /propagat/,
  ],
  [
    'A subnet-route ' + AT_SUBNET,
    { around: subnetFacts({ routes: [{ name: 'to-fw', prefix: '10.20.0.0/16' }] }) },
    /to-fw/,
  ],
  [
    'A unread-routes ' + AT_SUBNET,
    { around: subnetFacts({ routeTableId: '/rt', routes: undefined }) },
    /could not be read/,
  ],
  [
    'E subnet-delegated ' + AT_SUBNET,
    { around: subnetFacts({ delegations: ['Microsoft.Web/serverFarms'] }) },
    /Microsoft\.Web/,
  ],
  [
    'E subnet-used ' + AT_SUBNET,
    { around: subnetFacts({ usedBy: [`${idOf('networkInterfaces', 'nic-1')}/ipConfigurations/a`] }) },
    /used by nic-1/,
  ],
  [
    'A unread-regions network network.region',
    { around: { regions: { is: 'notReadable', why: 'No.' } } },
    /zones 1, 2, 3/,
  ],
  [
    'A unread-groups network network.group',
    { around: { groups: { is: 'notReadable', why: 'No.' } } },
    /Resource groups could not be read/,
  ],
  [
    'A unread-subnet ' + AT_SUBNET,
    { around: { gatewaySubnet: { is: 'notReadable', why: 'No.' } } },
    /GatewaySubnet of vnet-hub-weu could not be read/,
  ],
  [
    'A no-zones network network.region',
    {
      answers: place({
        network: { is: 'new', name: 'vnet-x' },
        region: 'westus',
        addressSpace: '10.1.0.0/16',
        gatewaySubnet: '10.1.0.0/27',
      }),
    },
    /no availability zones/,
  ],
  // Names
  ['E name gateway gateway.name', { answers: gate({ name: '-vgw' }) }, /1 to 80/],
  [
    'E name network network.network',
    {
      answers: place({
        network: { is: 'new', name: 'v' },
        addressSpace: '10.1.0.0/16',
        gatewaySubnet: '10.1.0.0/27',
      }),
    },
    /2 to 64/,
  ],
  [
    'E name-taken gateway gateway.addresses.1',
    {
      beside: [publicAddress('pip-b')],
      answers: (a) => gate({ addresses: a.gateway.addresses.with(1, { is: 'new', name: 'PIP-B' }) })(a),
    },
    /^rg-net-weu has a public IP address PIP-B already/,
  ],
  [
    'E name-taken gateway gateway.addresses.1',
    {
      answers: (a) =>
        gate({ addresses: a.gateway.addresses.with(1, { is: 'new', name: 'pip-vgw-weu-1' }) })(a),
    },
    /Another public IP address of this plan/,
  ],
  [
    'E name-taken sites sites.0.name',
    {
      beside: [site('lng-onprem-9')],
      answers: (a) => ({ ...a, sites: a.sites.map((one) => ({ ...one, name: 'lng-onprem-9' })) }),
    },
    /with other settings/,
  ],
  [
    'E group network network.group',
    { answers: place({ group: { is: 'new', name: ' ' } }) },
    /name for the resource group/,
  ],
  ['E name network network.group', { answers: place({ group: { is: 'new', name: 'rg.' } }) }, /period/],
  [
    'A group-there network network.group',
    { answers: place({ group: { is: 'new', name: 'RG-net-weu' } }) },
    /RG-net-weu already/,
  ],
  // Sites
  [
    'E VAL-LNG-01 ' + AT_FIRST + '.address',
    { answers: behind({ address: '' }) },
    /either an IP address or a DNS name/,
  ],
  ['E VAL-LNG-02 ' + AT_FIRST + '.address', { answers: behind({ address: '10.1.1.1' }) }, /public address/],
  ['E VAL-LNG-03 ' + AT_FIRST + '.prefixes', { answers: behind({ prefixes: [] }) }, /at least one prefix/],
  [
    'E VAL-LNG-03 ' + AT_FIRST + '.prefixes.0',
    { answers: behind({ prefixes: ['10.90.0.1/16'] }) },
    /Bits after/,
  ],
  [
    'E VAL-LNG-04 ' + AT_FIRST + '.prefixes.0',
    { answers: behind({ prefixes: ['10.20.3.0/24'] }) },
    /^10\.20\.3\.0\/24 of lng-onprem overlaps 10\.20\.0\.0\/16 of the virtual network vnet-hub-weu\.$/,
  ],
  [
    'A VAL-LNG-04 ' + AT_FIRST + '.prefixes.0',
    { answers: behind({ prefixes: ['10.0.0.0/8'] }) },
    /virtual network vnet-hub-weu/,
  ],
  [
    'E VAL-LNG-04 ' + AT_FIRST + '.prefixes.0',
    {
      beside: [
        {
          ...VNET,
          peerings: [
            {
              id: 'p',
              name: 'p',
              remoteVirtualNetworkId: idOf('virtualNetworks', 'vnet-spoke'),
              useRemoteGateways: false,
              allowGatewayTransit: true,
            },
          ],
        },
        network('vnet-spoke', { addressPrefixes: ['10.50.0.0/16'] }),
      ],
      answers: behind({ prefixes: ['10.50.7.0/24'] }),
    },
    /vnet-spoke/,
  ],
  [
    'A overlap ' + AT_FIRST + '.prefixes.0',
    { beside: [site('lng-gdansk', { addressPrefixes: ['10.90.0.0/20'] })] },
    /^10\.90\.0\.0\/16 of lng-onprem overlaps 10\.90\.0\.0\/20 of the local network gateway lng-gdansk\.$/,
  ],
  [
    'E VAL-LNG-06 ' + AT_FIRST + '.asn',
    { goal: { routing: 'bgp' }, answers: behind({ asn: '65515' }) },
    /belongs to Azure/,
  ],
  [
    'E VAL-LNG-06 ' + AT_FIRST + '.asn',
    { goal: { routing: 'bgp' }, answers: (a) => gate({ asn: '64710' })(a) },
    /that of vgw-weu/,
  ],
  [
    'E VAL-LNG-07 ' + AT_FIRST + '.peer',
    { goal: { routing: 'bgp' }, answers: behind({ peer: '10.20.0.4' }) },
    /lies in the virtual network vnet-hub-weu/,
  ],
  [
    'E VAL-LNG-07 ' + AT_FIRST + '.peer',
    { goal: { routing: 'bgp' }, answers: behind({ peer: '203.0.113.130' }) },
    /than the endpoint/,
  ],
  [
    'E VAL-LNG-08 ' + AT_FIRST + '.peer',
    { goal: { routing: 'bgp' }, answers: behind({ peer: '169.254.21.2' }) },
    /APIPA address to vgw-weu first/,
  ],
  ['E VAL-CON-06 ' + AT_FIRST + '.bgp', { answers: behind({ bgp: true }) }, /the gateway has none/],
  [
    'A static-site ' + AT_FIRST + '.bgp',
    { goal: { routing: 'bgp' }, answers: behind({ bgp: false }) },
    /static routes/,
  ],
  [
    'E VAL-CON-09 sites sites.1.values.address',
    { goal: { devices: 2 }, answers: behind({ address: '203.0.113.130' }, 1) },
    /same device 203\.0\.113\.130/,
  ],
  [
    'E VAL-CON-09 sites sites.1.values.prefixes',
    { goal: { devices: 2 }, answers: (a) => behind({ bgp: false }, 1)(behind({ bgp: false })(a)) },
    /need BGP on both/,
  ],
  [
    'A site-there ' + AT_FIRST + '.address',
    { beside: [site('lng-there', { gatewayIpAddress: '203.0.113.130', addressPrefixes: [] })] },
    /lng-there in rg-net-weu stands for the device at 203\.0\.113\.130/,
  ],
  [
    'E site sites sites.0.existing',
    { answers: (a) => ({ ...a, sites: a.sites.map((one) => ({ ...one, use: 'existing' })) }) },
    /Choose a local network gateway/,
  ],
  ['E site sites sites', { answers: (a) => ({ ...a, sites: [] }) }, /Add a site/],
  // Connection
  ['E VAL-CON-02 connection keys.0', { keys: {} }, /^Generate the key\. A key is kept in memory only/],
  ['E VAL-CON-02 connection keys.0', { keys: { s1: 'with a blank but long enough' } }, /printable ASCII/],
  ['A VAL-CON-02 connection keys.0', { keys: { s1: 'short' } }, /fewer than 20/],
  ['E VAL-CON-03 connection connection.dpd', { answers: join({ dpd: '8' }) }, /9 to 3600/],
  ['A VAL-CON-03 connection connection.dpd', { answers: join({ dpd: '60' }) }, /30 to 45/],
  [
    'E VAL-CON-04 connection connection.custom.ipsecIntegrity',
    { answers: policy({ ipsecIntegrity: 'SHA256' }) },
    /must both be GCMAES256/,
  ],
  [
    'E VAL-CON-04 connection connection.custom.dhGroup',
    { answers: policy({ dhGroup: '' }) },
    /all of its values/,
  ],
  [
    'A VAL-CON-05 connection connection.custom.dhGroup',
    { answers: policy({ dhGroup: 'DHGroup2' }) },
    /considered weak/,
  ],
  [
    'E VAL-CON-07 connection connection.policyBased',
    { answers: join({ selectors: [{ local: ['10.20.0.0/16'], remote: ['10.90.0.0/16'] }] }) },
    /need policy-based/,
  ],
  [
    'E VAL-CON-07 connection connection.selectors.0',
    { answers: join({ policyBased: true, selectors: [{ local: ['10.20.0.0'], remote: ['10.90.0.0/16'] }] }) },
    /no IPv4 prefix/,
  ],
  [
    'E VAL-CON-07 connection connection.policyBased',
    {
      answers: (a) =>
        behind({ prefixes: Array.from({ length: 101 }, (_, at) => `10.90.${at}.0/24`) })(
          join({ policyBased: true })(a),
        ),
    },
    /101 pairs/,
  ],
  ['A ikev1 connection connection.protocol', { answers: join({ protocol: 'IKEv1' }) }, /IKEv1/],
  // A gateway that is there
  ['E VAL-GW-03 goal gateway.existing', onGateway({ sku: 'VpnGw2' }), /Upgrade it to VpnGw2AZ/],
  ['E VAL-CON-01 goal gateway.existing', onGateway({ provisioningState: 'Updating' }), /still being updated/],
  [
    'E VAL-CON-01 goal gateway.existing',
    onGateway({ provisioningState: 'Failed' }),
    /last change of vgw-a failed/,
  ],
  ['E gateway-policy-based goal gateway.existing', onGateway({ vpnType: 'PolicyBased' }), /policy-based/],
  [
    'E gateway-type goal gateway.existing',
    {
      ...onGateway(),
      answers: (a) => ({ ...gate({ existing: ERGW.id })(a), goal: { ...a.goal, gateway: 'existing' } }),
      beside: [VGW, ERGW],
    },
    /for ExpressRoute/,
  ],
  [
    'E VAL-GW-12 connection connection.policy',
    { ...onGateway({ sku: 'Basic' }), answers: join({ policy: 'Strong' }) },
    /not available on Basic, as vgw-a is/,
  ],
  [
    'E VAL-GW-15 ' + AT_FIRST + '.prefixes.0',
    onGateway({ clientAddressPool: ['10.90.8.0/24'] }),
    /client pool of vgw-a/,
  ],
  ['E VAL-CON-06 ' + AT_FIRST + '.bgp', { ...onGateway(), answers: behind({ bgp: true }) }, /vgw-a has none/],
  [
    'E VAL-CON-09 ' + AT_FIRST + '.address',
    {
      beside: [
        VGW,
        site('lng-x', { gatewayIpAddress: '203.0.113.130', addressPrefixes: [] }),
        connection('cn-x', {
          gateway1Id: VGW.id,
          localNetworkGatewayId: idOf('localNetworkGateways', 'lng-x'),
        }),
      ],
    },
    /cn-x connects the gateway to lng-x, the same site, already/,
  ],
  [
    'A VAL-LNG-05 ' + AT_FIRST + '.prefixes.0',
    {
      beside: [
        VGW,
        site('lng-x', { addressPrefixes: ['10.90.4.0/24'] }),
        connection('cn-x', {
          gateway1Id: VGW.id,
          localNetworkGatewayId: idOf('localNetworkGateways', 'lng-x'),
        }),
      ],
    },
    /is also routed to lng-x/,
  ],
  // The subscription
  [
    'E subscription network network.subscriptionId',
    { around: { subscriptions: [{ subscriptionId: SUBSCRIPTION, displayName: 'Lab', state: 'Disabled' }] } },
    /^Lab: The subscription is Disabled/,
  ],
])('%s', (line, ofCase, text) => {
  const { checks, lines } = said(ofCase)
  expect(lines).toContain(line)
  expect(
    checks
      .filter((one) => lineOf(one) === line)
      .map((one) => one.text)
      .join('\n'),
  ).toMatch(text)
})

describe('a click puts right what it can', () => {
  test.each<[label: string, Case]>([
    ['Use VpnGw2AZ', { answers: gate({ sku: 'VpnGw2' }) }],
    ['Use Generation1', { answers: gate({ sku: 'VpnGw1AZ' }) }],
    [
      'Create another public IP address',
      { answers: (a) => gate({ addresses: a.gateway.addresses.slice(0, 1) })(a) },
    ],
    ['Use VpnGw1AZ', { answers: gate({ sku: 'Basic', generation: 'Generation1' }) }],
    ['Use 65515', { answers: gate({ bgp: true, asn: '65518' }) }],
    [
      'Create pip-vgw-weu-2 with zones 1, 2, 3 instead',
      { beside: [publicAddress('pip')], answers: address(idOf('publicIPAddresses', 'pip')) },
    ],
    ['Use 10.20.255.224/27', { answers: place({ gatewaySubnet: '10.20.0.32/27' }) }],
    ['Use 10.20.255.0/27', { answers: place({ gatewaySubnet: '10.20.255.1/27' }) }],
    [
      'Connect the site to vgw-a',
      { beside: [VGW], answers: (a) => ({ ...a, goal: { ...a.goal, gateway: 'new' } }) },
    ],
    [
      'Name it pip-b-2',
      {
        beside: [publicAddress('pip-b')],
        answers: (a) => gate({ addresses: a.gateway.addresses.with(1, { is: 'new', name: 'pip-b' }) })(a),
      },
    ],
    ['Remove 10.20.3.0/24', { answers: behind({ prefixes: ['10.90.0.0/16', '10.20.3.0/24'] }) }],
    ['Use 10.90.0.0/16', { answers: behind({ prefixes: ['10.90.0.1/16'] }) }],
    ['Turn BGP of the gateway on', { answers: behind({ bgp: true }) }],
    [
      'Use BGP',
      { goal: { devices: 2 }, answers: (a) => behind({ bgp: false }, 1)(behind({ bgp: false })(a)) },
    ],
    ['Use 45', { answers: join({ dpd: '8' }) }],
    ['Use GCMAES256 for both', { answers: policy({ ipsecIntegrity: 'SHA256' }) }],
    [
      'Turn on policy-based traffic selectors',
      { answers: join({ selectors: [{ local: ['10.20.0.0/16'], remote: ['10.90.0.0/16'] }] }) },
    ],
    ['Use static routes', { ...onGateway(), answers: behind({ bgp: true }) }],
  ])('%s', (label, ofCase) => {
    const { checks, answers, known } = said(ofCase)
    const found = checks.find(({ is, remedy }) => is === 'error' && remedy?.label === label)
    expect(checks.map(({ remedy }) => remedy?.label)).toContain(label)
    const mended = found?.remedy?.change(answers) ?? answers
    const after = checksOf(mended, goodKeys(mended), known).filter(({ is }) => is === 'error')
    expect(after).toEqual([])
  })

  test('another space for a new virtual network that a site overlaps', () => {
    const { checks, answers, known } = said({
      answers: (a) =>
        behind({ prefixes: ['10.0.3.0/24'] })(
          place({
            network: { is: 'new', name: 'vnet-x' },
            addressSpace: '10.0.0.0/16',
            gatewaySubnet: '10.0.255.224/27',
          })(a),
        ),
    })
    const found = checks.find(({ rule }) => rule === 'VAL-LNG-04')
    expect(found?.remedy?.label).toBe('Use 10.1.0.0/16 for vnet-x')
    const mended = found?.remedy?.change(answers) ?? answers
    expect(mended.network).toMatchObject({ addressSpace: '10.1.0.0/16', gatewaySubnet: '10.1.255.224/27' })
    expect(checksOf(mended, goodKeys(mended), known).filter(({ is }) => is === 'error')).toEqual([])
  })
})

describe('rights', () => {
  const known = surroundings([VNET])
  const needed = rightsNeeded(goodAnswers(known), known)
  const group = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg-net-weu`

  test('every type the plan writes, what it uses, and the deployment', () => {
    expect(needed.map(({ action, scope }) => `${action} ${scope === group ? '' : scope}`.trim())).toEqual([
      'Microsoft.Resources/deployments/validate/action',
      'Microsoft.Resources/deployments/whatIf/action',
      'Microsoft.Resources/deployments/write',
      'Microsoft.Resources/deployments/read',
      `Microsoft.Network/virtualNetworks/subnets/write ${VNET.id}`,
      'Microsoft.Network/publicIPAddresses/write',
      'Microsoft.Network/virtualNetworkGateways/write',
      'Microsoft.Network/localNetworkGateways/write',
      'Microsoft.Network/connections/write',
      `Microsoft.Network/virtualNetworks/subnets/join/action ${VNET.id}`,
    ])
  })

  test('of a new group: the subscription gives them', () => {
    const answers = place({ group: { is: 'new', name: 'rg-new' } })(goodAnswers(known))
    const scopes = new Set(rightsNeeded(answers, known).map(({ scope }) => scope))
    expect(scopes).toEqual(new Set([`/subscriptions/${SUBSCRIPTION}`, VNET.id, group]))
    expect(rightsNeeded(answers, known)[0]?.action).toBe(
      'Microsoft.Resources/subscriptions/resourceGroups/write',
    )
  })

  test('one that is missing stops, with action and scope; one that cannot be read does not', () => {
    const action = 'Microsoft.Network/connections/write'
    const rights = (right: Parameters<typeof Map.prototype.set>[1]) => ({
      rights: new Map(
        needed.map((one) => [rightKey(one), one.action === action ? right : { is: 'allowed' }]),
      ),
    })
    const missing = said({ around: rights({ is: 'missing', action, scope: group }) })
    expect(missing.lines).toEqual(['E rights network network.group'])
    expect(missing.checks[0]?.text).toContain(`It lacks ${action} on ${group}.`)
    const error = { kind: 'network', code: 'NoAnswer', message: 'no', details: [] }
    expect(said({ around: rights({ is: 'unknown', error }) }).lines).toEqual([
      'A unread-rights network network.group',
    ])
    const lock = { id: 'l', name: 'as-it-was', level: 'ReadOnly', scope: group }
    const locked = said({
      around: { rights: new Map(needed.map((one) => [rightKey(one), { is: 'locked', lock }])) },
    })
    expect(locked.lines).toEqual(['E rights network network.group'])
    expect(said({ around: rights({ is: 'readOnly', why: 'switch' }) }).lines).toEqual([
      'A read-only network network.group',
    ])
  })
})

test('what of the estate could not be read is said, once', () => {
  const subscriptions = [{ subscriptionId: SUBSCRIPTION, displayName: 'Lab' }]
  const unread = {
    scope: `/subscriptions/${SUBSCRIPTION}`,
    what: 'VPN sites',
    action: 'Microsoft.Network/vpnSites/read',
    error: { kind: 'forbidden' as const, code: 'AuthorizationFailed', message: 'no', details: [] },
  }
  const estate = buildEstate(subscriptions, [inventory([VNET], { unreadable: [unread] })])
  expect(said({ around: { estate } }).lines).toEqual(['A unread network network.network'])
})
