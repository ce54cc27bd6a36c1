import { test } from 'vitest'
import { VNET } from '../../../../tests/support/surroundings.ts'
import { idOf, network, site } from '../../../../tests/support/resources.ts'
import { gate, behind, AT_FIRST, expectSaid, type Case } from './said.test-support.ts'

test.each<[rule: string, ofCase: Case, text: RegExp]>([
  [
    'E VAL-LNG-01 ' + AT_FIRST + '.address',
    { answers: behind({ address: '' }) },
    /either an IP address or a DNS name/,
  ],
  [
    'E id-type sites sites.0.existing',
    {
      answers: (a) => ({
        ...a,
        sites: a.sites.map((one) => ({ ...one, use: 'existing', existing: idOf('vpnSites', 'branch') })),
      }),
    },
    /^branch is of type Microsoft.Network\/vpnSites, not a local network gateway/,
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
    'E same-peer sites sites.1.values.peer',
    { goal: { devices: 2 }, answers: behind({ peer: ' 10.90.0.1 ' }, 1) },
    /^lng-onprem-2 and lng-onprem-1 have the same BGP peer address 10\.90\.0\.1\./,
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
  [
    'A public-prefix ' + AT_FIRST + '.prefixes.0',
    { answers: behind({ prefixes: ['203.0.114.0/24'] }) },
    /public range/,
  ],
  [
    'A overlap ' + AT_FIRST + '.peer',
    {
      goal: { routing: 'bgp' },
      beside: [site('lng-gdansk', { addressPrefixes: ['10.77.0.0/16'] })],
      answers: behind({ peer: '10.77.0.1' }),
    },
    /^10\.77\.0\.1 of lng-onprem overlaps 10\.77\.0\.0\/16 of the local network gateway lng-gdansk/,
  ],
])('%s', expectSaid)
