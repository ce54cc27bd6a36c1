import { test } from 'vitest'
import { connection, idOf, site } from '../../../../tests/support/resources.ts'
import {
  join,
  behind,
  VGW,
  onGateway,
  ERGW,
  AT_FIRST,
  expectSaid,
  type Case,
  gate,
} from './said.test-support.ts'

test.each<[rule: string, ofCase: Case, text: RegExp]>([
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
    'E id-type goal gateway.existing',
    {
      answers: (a) => ({
        ...gate({ existing: idOf('vpnGateways', 'hubgw') })(a),
        goal: { ...a.goal, gateway: 'existing' },
      }),
    },
    /^hubgw is a VPN gateway of a virtual hub, not a virtual network gateway\. Choose/,
  ],
  [
    'E unread-gateway goal gateway.existing',
    {
      answers: (a) => ({
        ...gate({ existing: idOf('virtualNetworkGateways', 'gone') })(a),
        goal: { ...a.goal, gateway: 'existing' },
      }),
    },
    /^gone could not be read, so the region/,
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
    'E same-peer ' + AT_FIRST + '.peer',
    {
      answers: behind({ bgp: true, peer: '10.90.0.1' }),
      beside: [
        { ...VGW, enableBgp: true },
        site('lng-x', { bgp: { asn: 65010, peeringAddress: '10.90.0.1', addresses: [] } }),
        connection('cn-x', {
          gateway1Id: VGW.id,
          localNetworkGatewayId: idOf('localNetworkGateways', 'lng-x'),
          enableBgp: true,
        }),
      ],
    },
    /^lng-onprem and lng-x, which cn-x connects already, have the same BGP peer address 10\.90\.0\.1\./,
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
])('%s', expectSaid)
