import { circuit } from '../../../../../tests/support/resources.ts'
import { at, direct, meant, onCircuit, onPort, peer, PORT, PROVISIONED, type Case } from './case.fixture.ts'

const PREMIUM = { tier: 'Premium', peeringLocation: 'Amsterdam', bandwidthInMbps: 1000 }
const withMicrosoft = (change: object, prefixesState?: string) =>
  circuit('er-one', {
    ...PREMIUM,
    peerings: [
      {
        id: 'm',
        name: 'MicrosoftPeering',
        ...change,
        ...(prefixesState !== undefined && { microsoft: { prefixes: ['198.51.100.0/24'], prefixesState } }),
      },
    ],
  })

export const MICROSOFT_CASES: readonly (readonly [what: string, one: Case])[] = [
  [
    'a Microsoft peering on a circuit that is ordered Standard',
    {
      change: (a) => at(0, { tier: 'Standard' })(meant(0)(a)),
      raises: 'microsoft-sku circuits.0.tier',
      remedy: 'Make it Premium',
    },
  ],
  [
    'a Microsoft peering on a circuit that is Standard',
    {
      beside: [circuit('er-one', { ...PREMIUM, tier: 'Standard', peerings: [] })],
      change: (a) => meant(0)(onCircuit(PROVISIONED.id)(a)),
      raises: 'microsoft-sku circuits.0.microsoft',
      remedy: 'Leave Microsoft peering out',
    },
  ],
  [
    'Microsoft’s AS',
    { change: meant(0, { asn: '12076' }), raises: 'microsoft-asn circuits.0.microsoft.asn' },
  ],
  [
    'a private AS',
    { change: meant(0, { asn: '64710' }), raises: 'microsoft-asn circuits.0.microsoft.asn', is: 'advice' },
  ],
  [
    'the VLAN of the private peering',
    {
      change: (a) => meant(0, { vlan: '311' })(peer(0, { vlan: '311' })(a)),
      raises: 'microsoft-vlan circuits.0.microsoft.vlan',
      remedy: 'Use',
    },
  ],
  [
    'a VLAN of another circuit on the port',
    {
      beside: [
        PORT,
        circuit('er-there', {
          expressRoutePortId: PORT.id,
          peerings: [{ id: 'p', name: 'AzurePrivatePeering', vlanId: 311 }],
        }),
      ],
      goal: direct,
      change: (a) => meant(0)(onPort(a)),
      raises: 'microsoft-vlan circuits.0.microsoft.vlan',
      remedy: 'Use',
    },
  ],
  [
    'private links',
    { change: meant(0, { primary: '172.16.9.0/30' }), raises: 'microsoft-link circuits.0.microsoft.primary' },
  ],
  [
    'links of the private peering',
    {
      change: (a) => meant(0)(peer(0, { primary: '203.0.113.0/30', secondary: '203.0.113.4/30' })(a)),
      raises: 'microsoft-link circuits.0.microsoft.primary',
    },
  ],
  [
    'links of the Microsoft peering of the other circuit',
    {
      change: (a) => meant(1)(meant(0)(a)),
      raises: 'microsoft-link circuits.1.microsoft.primary',
      is: 'advice',
    },
  ],
  [
    'no IPv6 link though both families are asked for',
    {
      change: meant(0, { addressing: 'both', prefixes6: '2001:db8::/48' }),
      raises: 'microsoft-link circuits.0.microsoft.primary6',
    },
  ],
  [
    'no prefix',
    { change: meant(0, { prefixes: '' }), raises: 'microsoft-prefixes circuits.0.microsoft.prefixes' },
  ],
  [
    'Microsoft as the owner of the prefixes',
    {
      change: meant(0, { customerAsn: '12076' }),
      raises: 'microsoft-owner circuits.0.microsoft.customerAsn',
    },
  ],
  [
    'no route filter',
    {
      change: meant(0, { routeFilter: '' }),
      raises: 'ER-009 circuits.0.microsoft.routeFilter',
      is: 'advice',
    },
  ],
  [
    'prefixes that wait for proof',
    {
      beside: [withMicrosoft({ state: 'Enabled' }, 'ValidationNeeded')],
      change: (a) => meant(0)(onCircuit(PROVISIONED.id)(a)),
      raises: 'ER-008 circuits.0.microsoft',
      is: 'advice',
    },
  ],
  [
    'IPv6 prefixes that wait for proof',
    {
      beside: [
        withMicrosoft({
          state: 'Enabled',
          ipv6: { microsoft: { prefixes: ['2001:db8::/48'], prefixesState: 'ValidationNeeded' } },
        }),
      ],
      change: (a) => meant(0)(onCircuit(PROVISIONED.id)(a)),
      raises: 'ER-008 circuits.0.microsoft',
      is: 'advice',
    },
  ],
  [
    'one that Azure is at work on',
    {
      beside: [withMicrosoft({ provisioningState: 'Updating' })],
      change: (a) => meant(0)(onCircuit(PROVISIONED.id)(a)),
      raises: 'still-running circuits.0.microsoft',
    },
  ],
]
