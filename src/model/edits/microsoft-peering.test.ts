import { describe, expect, test } from 'vitest'
import { circuit } from '../../../tests/support/resources.ts'
import { bodyOf } from './edit.ts'
import {
  microsoftPeeringProblems,
  microsoftPeeringWrite,
  type TypedMicrosoftPeering,
  typedMicrosoftPeering,
  whyNoMicrosoftPeering,
} from './microsoft-peering.ts'

const er = circuit('er', { tier: 'Premium', peerings: [] })
const typed: TypedMicrosoftPeering = {
  asn: '3320',
  vlan: '311',
  primary: '203.0.113.0/30',
  secondary: '203.0.113.4/30',
  primary6: '',
  secondary6: '',
  enabled: true,
  prefixes: '203.0.113.192/27',
  prefixes6: '',
  customerAsn: '',
  registry: 'RIPENCC',
  routeFilter: '/filter',
  routeFilter6: '',
}
const both = { primary6: '2001:db8::/126', secondary6: '2001:db8:1::/126', prefixes6: '2001:db8:9::/48' }

test.each<[string, Partial<TypedMicrosoftPeering>]>([
  ['IPv4', {}],
  ['both', { ...both, routeFilter6: '/filter' }],
  ['IPv6', { ...both, routeFilter6: '/filter', primary: '', secondary: '', prefixes: '' }],
  ['two prefixes on lines and behind commas', { prefixes: '203.0.113.192/27,\n198.51.100.0/24' }],
])('what fits has no problem: %s', (_, change) =>
  expect(microsoftPeeringProblems(er, { ...typed, ...change }, [])).toEqual([]),
)

/** ExpressRoute document 3.1 and 3.2. */
test.each<[string, Partial<TypedMicrosoftPeering>, keyof TypedMicrosoftPeering, 'error' | 'advice', RegExp]>([
  ['a private AS number', { asn: '64700' }, 'asn', 'advice', /validated by hand/],
  ['a private 4-byte AS number', { asn: '4200000001' }, 'asn', 'advice', /taken out of the path/],
  ['a private link', { primary: '10.0.0.0/30' }, 'primary', 'error', /not public/],
  ['a shared link', { secondary: '100.64.0.0/30' }, 'secondary', 'error', /not public/],
  ['a private IPv6 link', { ...both, primary6: 'fd00::/126' }, 'primary6', 'error', /not public/],
  ['no prefix', { prefixes: ' ' }, 'prefixes', 'error', /at least one/],
  [
    'a private prefix',
    { prefixes: '192.168.0.0/24' },
    'prefixes',
    'error',
    /192\.168\.0\.0\/24 is not public/,
  ],
  ['all there is', { prefixes: '0.0.0.0/0' }, 'prefixes', 'error', /not public/],
  ['host bits', { prefixes: '203.0.113.1/24' }, 'prefixes', 'error', /no network address/],
  ['the other family', { prefixes: '2001:db8::/48' }, 'prefixes', 'error', /no IPv4 prefix/],
  ['no IPv6 prefix', { ...both, prefixes6: '' }, 'prefixes6', 'error', /at least one/],
  ['Microsoft as owner', { customerAsn: '12076' }, 'customerAsn', 'error', /Microsoft/],
  ['no filter', { routeFilter: '' }, 'routeFilter', 'advice', /advertises nothing/],
  ['no IPv6 filter', { ...both }, 'routeFilter6', 'advice', /advertises nothing/],
  ['half a pair', { ...both, secondary6: '' }, 'secondary6', 'error', /\/126/],
])('%s', (_, change, field, is, text) =>
  expect(microsoftPeeringProblems(er, { ...typed, ...change }, [])).toContainEqual({
    field,
    is,
    text: expect.stringMatching(text) as string,
  }),
)

describe('the write', () => {
  test('makes a new one with what was typed alone', () => {
    const write = microsoftPeeringWrite(er, { ...typed, ...both, routeFilter6: '/six' })
    expect(write).toMatchObject({ topic: 'microsoft-peering', creates: true })
    expect(bodyOf(write, {})).toEqual({
      properties: {
        peeringType: 'MicrosoftPeering',
        peerASN: 3320,
        vlanId: 311,
        primaryPeerAddressPrefix: '203.0.113.0/30',
        secondaryPeerAddressPrefix: '203.0.113.4/30',
        state: 'Enabled',
        microsoftPeeringConfig: {
          advertisedPublicPrefixes: ['203.0.113.192/27'],
          routingRegistryName: 'RIPENCC',
        },
        routeFilter: { id: '/filter' },
        ipv6PeeringConfig: {
          primaryPeerAddressPrefix: '2001:db8::/126',
          secondaryPeerAddressPrefix: '2001:db8:1::/126',
          microsoftPeeringConfig: {
            advertisedPublicPrefixes: ['2001:db8:9::/48'],
            routingRegistryName: 'RIPENCC',
          },
          routeFilter: { id: '/six' },
        },
      },
    })
  })

  test('takes a filter away, and the IPv6 half as a whole, and leaves what is not known', () => {
    const id = `${er.id}/peerings/MicrosoftPeering`
    const facts = {
      prefixes: ['203.0.113.192/27'],
      customerASN: 64700,
      registry: 'ARIN',
      routeFilterId: '/f',
    }
    const inside = {
      id,
      properties: {
        peerASN: 3320,
        microsoftPeeringConfig: {
          advertisedPublicPrefixes: facts.prefixes,
          customerASN: 64700,
          routingRegistryName: 'ARIN',
          legacyMode: 0,
        },
        routeFilter: { id: '/f' },
        ipv6PeeringConfig: { state: 'Enabled' },
      },
    }
    const there = circuit('er', {
      peerings: [
        { id, name: 'MicrosoftPeering', peerASN: 64700, microsoft: facts, ipv6: { state: 'Enabled' } },
      ],
      body: { properties: { peerings: [inside] } },
    })
    expect(typedMicrosoftPeering(there)).toMatchObject({ customerAsn: '64700', registry: 'ARIN' })
    const sent = bodyOf(
      microsoftPeeringWrite(there, { ...typed, customerAsn: '', registry: 'ARIN', routeFilter: '' }),
      inside,
    )
    expect(sent).toMatchObject({
      properties: { microsoftPeeringConfig: { customerASN: 0, routingRegistryName: 'ARIN', legacyMode: 0 } },
    })
    expect(sent.properties).not.toHaveProperty('routeFilter')
    expect(sent.properties).not.toHaveProperty('ipv6PeeringConfig')
  })
})

test.each([
  [{ tier: 'Standard' }, /needs the SKU Premium/],
  [{ tier: 'Premium', serviceProviderProvisioningState: 'Provisioning' }, /has not provisioned/],
  [{ tier: 'Premium' }, undefined],
])('it can be made: %j', (change, why) => {
  const found = whyNoMicrosoftPeering(circuit('er', { peerings: [], ...change }))
  if (why === undefined) expect(found).toBeUndefined()
  else expect(found).toMatch(why)
})
