import { circuit, idOf } from '../../../../../tests/support/resources.ts'
import { PORT, PROVISIONED, at, peer, onCircuit, direct, onPort, type Case } from './case.fixture.ts'

const PEERED = { id: 'p', name: 'AzurePrivatePeering', peeringType: 'AzurePrivatePeering', peerASN: 64_999 }

export const PEERING_CASES: readonly (readonly [what: string, one: Case])[] = [
  ...['127.0.0.0/30', '224.0.0.0/30', '240.0.0.0/30', '0.0.0.0/30', '169.254.0.0/30'].map(
    (primary) =>
      [
        `a subnet that no router can use: ${primary}`,
        {
          change: peer(0, { primary }),
          raises: 'peering-odd circuits.0.peering.primary',
          is: 'advice',
        },
      ] as const,
  ),
  ...['23456', '64496', '65535'].map(
    (asn) =>
      [
        `a reserved AS number: ${asn}`,
        { change: peer(0, { asn }), raises: 'peering-odd circuits.0.peering.asn', is: 'advice' },
      ] as const,
  ),
  [
    'a provider on an own port, whatever is chosen for new circuits',
    {
      beside: [PORT, circuit('er-one', { expressRoutePortId: PORT.id, peerings: [] })],
      change: (a) => peer(0, { by: 'provider' })(onCircuit(PROVISIONED.id)(a)),
      raises: 'no-provider circuits.0.peering.by',
      remedy: 'Make it here',
    },
  ],
  ['Microsoft’s AS', { change: peer(0, { asn: '12076' }), raises: 'peering-asn circuits.0.peering.asn' }],
  [
    'two AS numbers',
    {
      change: peer(1, { asn: '64711' }),
      raises: 'pair-asn circuits.1.peering.asn',
      is: 'advice',
      remedy: 'Use 64710',
    },
  ],
  [
    'another AS number than the peering has that is there',
    {
      beside: [circuit('er-there', { peeringLocation: 'Frankfurt', peerings: [PEERED] })],
      change: at(1, { use: 'existing', existing: idOf('expressRouteCircuits', 'er-there') }),
      raises: 'pair-asn circuits.0.peering.asn',
      is: 'advice',
      remedy: 'Use 64999',
    },
  ],
  [
    'no VLAN',
    { change: peer(0, { vlan: '4095' }), raises: 'peering-vlan circuits.0.peering.vlan', remedy: 'Use' },
  ],
  [
    'a link of another size',
    {
      change: peer(0, { primary: '172.16.0.0/29' }),
      raises: 'ER-036 circuits.0.peering.primary',
      remedy: 'Use 172.16.0',
    },
  ],
  [
    'links that overlap',
    {
      change: peer(0, { primary: '172.16.9.0/30', secondary: '172.16.9.0/30' }),
      raises: 'ER-036 circuits.0.peering.secondary',
      remedy: 'Use 172.16.0',
    },
  ],
  [
    'a link in the new network',
    {
      change: (a) => peer(0, { primary: a.gateway.addressSpace.replace('/16', '/30') })(a),
      raises: 'ER-036 circuits.0.peering.primary',
      remedy: 'Use 172.16.0',
    },
  ],
  [
    'no IPv6 link',
    {
      change: peer(0, { addressing: 'both' }),
      raises: 'ER-036 circuits.0.peering.primary6',
      remedy: 'Use fd00:16::/126 and fd00:16::4/126',
    },
  ],
  [
    'IPv6 links that overlap',
    {
      change: peer(0, { addressing: 'ipv6', primary6: 'fd00::/126', secondary6: 'fd00::/126' }),
      raises: 'ER-036 circuits.0.peering.secondary6',
    },
  ],
  [
    'a key with other characters',
    {
      change: peer(0, { md5: true }),
      keys: { 'c1.md5': 'a-b' },
      raises: 'md5-letters circuits.0.md5Key',
      is: 'advice',
    },
  ],
  ['a key that was not entered', { change: peer(0, { md5: true }), raises: 'md5-key circuits.0.md5Key' }],
  [
    'a key that is too long',
    {
      change: peer(0, { md5: true }),
      keys: { 'c1.md5': 'x'.repeat(26) },
      raises: 'md5-key circuits.0.md5Key',
    },
  ],
  [
    'a VLAN of the same port',
    {
      beside: [
        PORT,
        circuit('er-port', {
          expressRoutePortId: PORT.id,
          peerings: [{ id: 'p', name: 'AzurePrivatePeering', vlanId: 300 }],
        }),
      ],
      goal: direct,
      change: (a) => peer(0, { vlan: '300' })(onPort(a)),
      raises: 'vlan-of-port circuits.0.peering.vlan',
      remedy: 'Use',
    },
  ],
  [
    'a peering that is off',
    {
      beside: [
        circuit('er-one', { peerings: [{ id: 'p', name: 'AzurePrivatePeering', state: 'Disabled' }] }),
      ],
      change: onCircuit(PROVISIONED.id),
      raises: 'peering-off circuits.0.peering',
      is: 'advice',
    },
  ],
  [
    'a peering whose last change failed',
    {
      beside: [
        circuit('er-one', {
          peerings: [{ id: 'p', name: 'AzurePrivatePeering', provisioningState: 'Failed' }],
        }),
      ],
      change: onCircuit(PROVISIONED.id),
      raises: 'peering-failed circuits.0.peering',
      is: 'advice',
    },
  ],
]
