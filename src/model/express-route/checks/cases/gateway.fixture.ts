import { network, publicAddress } from '../../../../../tests/support/resources.ts'
import { touching } from '../../../wizard/touched.ts'
import {
  VNET,
  SUBNET,
  ERGW,
  VPN,
  HUB,
  WAN,
  ELSEWHERE,
  ADDRESS,
  at,
  gate,
  peer,
  type Case,
} from './case.fixture.ts'

export const GATEWAY_CASES: readonly (readonly [what: string, one: Case])[] = [
  [
    'no gateway chosen',
    {
      change: (a) => gate({ use: 'existing' })(touching(a, 'gateway.use')),
      raises: 'gateway gateway.existing',
    },
  ],
  [
    'circuits that nobody knows the target of',
    { change: gate({ use: 'existing' }), raises: 'gateway-meant gateway.use' },
  ],
  [
    'IPv6 to a new network that is to be IPv4 alone',
    {
      change: (a) => gate({ addressSpace6: '' })(peer(0, { addressing: 'both' })(a)),
      raises: 'dual-stack gateway.addressSpace6',
      is: 'advice',
    },
  ],
  [
    'an IPv6 address space that is none',
    {
      change: (a) => gate({ addressSpace6: '10.0.0.0/16' })(peer(0, { addressing: 'both' })(a)),
      raises: 'address-space-6 gateway.addressSpace6',
    },
  ],
  [
    'an IPv6 address space without room for GatewaySubnet',
    {
      change: (a) => gate({ addressSpace6: 'fd00:1::/65' })(peer(0, { addressing: 'both' })(a)),
      raises: 'address-space-6 gateway.addressSpace6',
    },
  ],
  [
    'an IPv6 address space that is taken',
    {
      beside: [network('vnet-other', { addressPrefixes: ['10.99.0.0/16', 'fd00:1:8000::/40'] })],
      change: (a) => gate({ addressSpace6: 'fd00:1::/32' })(peer(0, { addressing: 'both' })(a)),
      raises: 'overlap gateway.addressSpace6',
      is: 'advice',
    },
  ],
  [
    'IPv6 to a gateway whose network is IPv4 alone',
    {
      beside: [
        {
          ...VNET,
          subnets: [{ id: SUBNET, name: 'GatewaySubnet', addressPrefixes: ['10.0.255.0/27'] }],
        },
        ERGW,
      ],
      from: { gatewayId: ERGW.id },
      change: peer(0, { addressing: 'ipv6' }),
      raises: 'dual-stack gateway.existing',
      is: 'advice',
    },
  ],
  [
    'a VPN gateway',
    {
      beside: [VPN],
      change: gate({ use: 'existing', existing: VPN.id }),
      raises: 'gateway-type gateway.existing',
    },
  ],
  [
    'a gateway that was not read',
    { change: gate({ use: 'existing', existing: ERGW.id }), raises: 'unread-gateway gateway.existing' },
  ],
  [
    'a gateway that is being changed',
    {
      beside: [VNET, { ...ERGW, provisioningState: 'Updating' }],
      from: { gatewayId: ERGW.id },
      raises: 'still-running gateway.existing',
    },
  ],
  [
    'a gateway that is being migrated',
    {
      beside: [VNET, { ...ERGW, migration: { state: 'InProgress', phase: 'Prepare' } }],
      from: { gatewayId: ERGW.id },
      raises: 'gateway-migrates gateway.existing',
    },
  ],
  [
    'a gateway without zones',
    {
      beside: [VNET, { ...ERGW, sku: 'HighPerformance' }],
      from: { gatewayId: ERGW.id },
      raises: 'ER-002 gateway.existing',
      is: 'advice',
    },
  ],
  [
    'a second gateway in the network',
    {
      beside: [VNET, ERGW],
      change: gate({ network: { is: 'existing', id: VNET.id } }),
      raises: 'one-gateway gateway.network',
      remedy: 'Use ergw-weu',
    },
  ],
  [
    'a policy-based VPN gateway beside it',
    {
      beside: [VNET, { ...VPN, vpnType: 'PolicyBased' }],
      from: { networkId: VNET.id },
      raises: 'coexist-policy-based gateway.network',
    },
  ],
  [
    'a Basic VPN gateway beside it',
    {
      beside: [VNET, { ...VPN, sku: 'Basic' }],
      from: { networkId: VNET.id },
      raises: 'coexist-basic gateway.network',
    },
  ],
  [
    'a small GatewaySubnet',
    {
      beside: [VNET],
      from: { networkId: VNET.id },
      change: gate({ gatewaySubnet: '10.20.255.248/29' }),
      raises: 'ER-023 gateway.gatewaySubnet',
      remedy: 'Use 10.20.255.224/27',
    },
  ],
  [
    'a subnet outside',
    {
      beside: [VNET],
      from: { networkId: VNET.id },
      change: gate({ gatewaySubnet: '10.99.0.0/27' }),
      raises: 'subnet-outside gateway.gatewaySubnet',
      remedy: 'Use',
    },
  ],
  [
    'a subnet over another',
    {
      beside: [
        network('vnet-hub-weu', { subnets: [{ id: 's', name: 'apps', addressPrefixes: ['10.20.0.0/24'] }] }),
      ],
      from: { networkId: VNET.id },
      change: gate({ gatewaySubnet: '10.20.0.0/27' }),
      raises: 'subnet-overlap gateway.gatewaySubnet',
      remedy: 'Use',
    },
  ],
  [
    'an address space that is taken',
    {
      beside: [VNET],
      change: gate({ addressSpace: '10.20.0.0/16' }),
      raises: 'overlap gateway.addressSpace',
      is: 'advice',
      remedy: 'Use',
    },
  ],
  ['no SKU', { change: gate({ sku: '' }), raises: 'sku gateway.sku', remedy: 'Use ErGw1AZ' }],
  [
    'a gateway smaller than its circuits',
    {
      change: (a) => at(0, { bandwidth: '10000' })(gate({ sku: 'ErGw1AZ' })(a)),
      raises: 'ER-022 gateway.sku',
      is: 'advice',
    },
  ],
  [
    'no scale units',
    {
      change: gate({ sku: 'ErGwScale', units: { min: '0', max: '2' } }),
      raises: 'scale-units gateway.units.min',
      remedy: 'Use 2',
    },
  ],
  [
    'fewer at most than at least',
    {
      change: gate({ sku: 'ErGwScale', units: { min: '4', max: '2' } }),
      raises: 'scale-units gateway.units.max',
      remedy: 'Use 4',
    },
  ],
  [
    'scaling from one unit',
    {
      change: gate({ sku: 'ErGwScale', units: { min: '1', max: '4' } }),
      raises: 'ER-041 gateway.units.min',
      remedy: 'Use 2',
    },
  ],
  [
    'an address of one’s own',
    {
      change: gate({ address: 'own' }),
      raises: 'own-address gateway.publicAddress',
      is: 'advice',
      remedy: 'Let Azure',
    },
  ],
  [
    'a Basic address',
    {
      beside: [publicAddress('pip', { sku: 'Basic' })],
      change: gate({ address: 'own', publicAddress: { is: 'existing', id: ADDRESS } }),
      raises: 'address gateway.publicAddress',
      remedy: 'Let Azure',
    },
  ],
  ['no hub', { goal: { to: 'hub' }, raises: 'hub gateway.hub' }],
  [
    'a hub whose router is not ready',
    {
      beside: [{ ...HUB, routingState: 'Provisioning' }],
      from: { hubId: HUB.id },
      raises: 'hub-routing gateway.hub',
    },
  ],
  [
    'one scale unit in a hub',
    {
      beside: [HUB],
      from: { hubId: HUB.id },
      change: gate({ units: { min: '1', max: '1' } }),
      raises: 'VW-017 gateway.units.min',
      is: 'advice',
      remedy: 'Use 2',
    },
  ],
  [
    'more units than a hub takes',
    {
      beside: [HUB],
      from: { hubId: HUB.id },
      change: gate({ units: { min: '2', max: '11' } }),
      raises: 'scale-units gateway.units.max',
      remedy: 'Use 10',
    },
  ],
  [
    'a gateway that failed',
    {
      beside: [VNET, { ...ERGW, provisioningState: 'Failed' }],
      from: { gatewayId: ERGW.id },
      raises: 'ER-038 gateway.existing',
      is: 'advice',
    },
  ],
  [
    'no network chosen',
    { change: gate({ network: { is: 'existing', id: '' } }), raises: 'network gateway.network' },
  ],
  [
    'a network that was not read',
    {
      change: gate({ network: { is: 'existing', id: VNET.id } }),
      raises: 'unread-network gateway.network',
      is: 'advice',
    },
  ],
  [
    'a network that uses another’s gateway',
    {
      beside: [
        network('vnet-hub-weu', {
          peerings: [{ id: 'p', name: 'to-hub', useRemoteGateways: true, allowGatewayTransit: false }],
        }),
      ],
      from: { networkId: VNET.id },
      raises: 'remote-gateway gateway.network',
      is: 'advice',
    },
  ],
  [
    'a region without zones',
    {
      around: {
        regions: { is: 'known', value: [{ name: 'westeurope', title: 'West Europe', zones: [] }] },
      },
      raises: 'no-zones gateway.sku',
      is: 'advice',
    },
  ],
  [
    'ErGwScale where it was reported missing',
    {
      change: gate({ region: 'eastus2', sku: 'ErGwScale', units: { min: '2', max: '2' } }),
      raises: 'scale-region gateway.sku',
      is: 'advice',
      remedy: 'Use ErGw3AZ',
    },
  ],
  [
    'an address that was not read',
    {
      change: gate({ address: 'own', publicAddress: { is: 'existing', id: ADDRESS } }),
      raises: 'unread-address gateway.publicAddress',
      is: 'advice',
      remedy: 'Let Azure',
    },
  ],
  [
    'a hub that was not read',
    { goal: { to: 'hub' }, change: gate({ hub: HUB.id }), raises: 'unread-hub gateway.hub' },
  ],
  [
    'a Route Server',
    {
      beside: [{ ...HUB, hubKind: 'RouteServer' }],
      from: { hubId: HUB.id },
      raises: 'hub-kind gateway.hub',
    },
  ],
  [
    'a hub of a Basic virtual WAN',
    {
      beside: [{ ...HUB, virtualWanId: WAN.id }, WAN],
      from: { hubId: HUB.id },
      raises: 'basic-wan gateway.hub',
    },
  ],
  [
    'a hub of another subscription',
    {
      beside: [HUB],
      from: { hubId: HUB.id },
      change: gate({ subscriptionId: ELSEWHERE }),
      raises: 'hub-subscription gateway.subscriptionId',
    },
  ],
  [
    'regions that could not be read',
    {
      around: { regions: { is: 'notReadable', why: 'No.' } },
      raises: 'unread-regions gateway.region',
      is: 'advice',
    },
  ],
  [
    'a GatewaySubnet that could not be read',
    {
      beside: [VNET],
      around: { gatewaySubnet: { is: 'notReadable', why: 'No.' } },
      from: { networkId: VNET.id },
      raises: 'unread-subnet gateway.gatewaySubnet',
      is: 'advice',
    },
  ],
]
