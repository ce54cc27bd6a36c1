import { expect, test } from 'vitest'
import { idOf, network, SUBSCRIPTION } from '../../../../tests/support/resources.ts'
import { VNET } from '../../../../tests/support/surroundings.ts'
import { place, subnetFacts, VGW, ERGW, AT_SUBNET, expectSaid, said, type Case } from './said.test-support.ts'

test.each<[rule: string, ofCase: Case, text: RegExp]>([
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
    'E id-type network network.network',
    { answers: place({ network: { is: 'existing', id: `${VNET.id}/subnets/default` } }) },
    /^default is of type Microsoft.Network\/virtualNetworks\/subnets, not a virtual network. Choose/,
  ],
  [
    'E id-type network network.network',
    { answers: place({ network: { is: 'existing', id: '/subscriptions/x' } }) },
    /^\/subscriptions\/x is no id of a virtual network\./,
  ],
  [
    'E network network network.network',
    {
      answers: place({
        network: {
          is: 'existing',
          id: VNET.id.replace(SUBSCRIPTION, '99999999-9999-4999-8999-999999999999'),
        },
      }),
    },
    /another subscription/,
  ],
  [
    'A unread-network network network.network',
    { answers: place({ network: { is: 'existing', id: idOf('virtualNetworks', 'gone') } }) },
    /gone could not be read/,
  ],
  [
    'A network-failed network network.network',
    {
      beside: [network('vnet-bad', { provisioningState: 'Failed' })],
      answers: place({ network: { is: 'existing', id: idOf('virtualNetworks', 'vnet-bad') } }),
    },
    /^vnet-bad is in the state Failed: .* not written again/,
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
  [
    'E subscription network network.subscriptionId',
    { around: { subscriptions: [{ subscriptionId: SUBSCRIPTION, displayName: 'Lab', state: 'Disabled' }] } },
    /^Lab: The subscription is Disabled/,
  ],
])('%s', expectSaid)

test.each(['', '10.60.0.0', '10.60.0.1/16'])('a bad address space is one error: %j', (addressSpace) => {
  const { lines } = said({ answers: place({ network: { is: 'new', name: 'vnet-new' }, addressSpace }) })
  expect(lines.filter((line) => line.startsWith('E '))).toEqual([
    'E address-space network network.addressSpace',
  ])
})
