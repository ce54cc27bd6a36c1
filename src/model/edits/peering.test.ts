import { describe, expect, test } from 'vitest'
import { parsePrefix } from '../../lib/cidr.ts'
import { circuit, idOf, inventory, SUBSCRIPTION } from '../../../tests/support/resources.ts'
import { buildEstate } from '../build-estate.ts'
import { bodyOf } from './edit.ts'
import {
  changedByOther,
  md5KeyAdvice,
  md5KeyProblem,
  peeringProblems,
  portVlanProblem,
  type Taken,
  typedPeering,
  whyNoPeering,
} from './peering.ts'
import { peeringRemoval, peeringWrite } from './peering-write.ts'
import { freeLinks, linksTaken } from '../circuit/taken.ts'

const typed = {
  asn: '64700',
  vlan: '310',
  primary: '172.16.0.0/30',
  secondary: '172.16.0.4/30',
  primary6: '',
  secondary6: '',
  enabled: true,
}
const taken = (text: string, is: Taken['is'] = 'network'): Taken => {
  const prefix = parsePrefix(text)
  if (!prefix) throw new Error(text)
  return { is, prefix, whose: `vnet-hub, ${text}` }
}
const microsoft = { id: '/x/peerings/MicrosoftPeering', name: 'MicrosoftPeering', vlanId: 311 }
const er = circuit('er', { peerings: [microsoft] })

test('what fits has no problem', () => expect(peeringProblems(er, typed, [])).toEqual([]))

/** ExpressRoute document 3.1 and 3.2. */
test.each<[string, Partial<typeof typed>, keyof typeof typed, RegExp]>([
  ['no AS number', { asn: '' }, 'asn', /whole number/],
  ['Microsoft’s', { asn: '12076' }, 'asn', /Microsoft/],
  ['Azure’s', { asn: '65515' }, 'asn', /Azure/],
  ['a reserved one', { asn: '65520' }, 'asn', /reserved/],
  ['no VLAN', { vlan: 'x' }, 'vlan', /1 to 4094/],
  ['VLAN 0', { vlan: '0' }, 'vlan', /1 to 4094/],
  ['VLAN 4095', { vlan: '4095' }, 'vlan', /1 to 4094/],
  ['the VLAN of another peering', { vlan: '311' }, 'vlan', /MicrosoftPeering of this circuit/],
  ['a /29', { primary: '172.16.0.0/29' }, 'primary', /\/30/],
  ['an address', { primary: '172.16.0.1' }, 'primary', /\/30/],
  ['no address', { primary: '10.999.1.0/30' }, 'primary', /^“10\.999\.1\.0” is no IP address\. Enter a \/30/],
  ['host bits', { primary: '172.16.0.1/30' }, 'primary', /no network address/],
  ['one subnet for both', { secondary: '172.16.0.0/30' }, 'secondary', /overlap/],
  ['a subnet of a network', { secondary: '10.1.0.0/30' }, 'secondary', /overlaps vnet-hub, 10\.1\.0\.0\/16/],
])('%s', (_, change, field, text) => {
  const problems = peeringProblems(er, { ...typed, ...change }, [taken('10.1.0.0/16')])
  expect(problems).toContainEqual({ field, is: 'error', text: expect.stringMatching(text) })
})

/** ExpressRoute document 3.1: with Dot1Q a VLAN is there once in the port pair. */
test.each<[string | undefined, string, number]>([
  ['Dot1Q', '311', 1],
  ['Dot1Q', '312', 0],
  ['QinQ', '311', 0],
  // What the port does not tell is taken for the stricter one.
  [undefined, '311', 1],
])('VLAN of a circuit on a port with %s: %s', (encapsulation, vlan, problems) => {
  const port = { name: 'pair', ...(encapsulation !== undefined && { encapsulation }) }
  const found = portVlanProblem(vlan, port, [er])
  expect(found).toHaveLength(problems)
  for (const one of found)
    expect(one).toMatchObject({
      field: 'vlan',
      is: 'error',
      text: expect.stringMatching(/^er on the same port/),
    })
})

test.each<[string | undefined, string | undefined, string | undefined]>([
  ['Customer', undefined, undefined],
  ['customer', undefined, undefined],
  ['', undefined, undefined],
  [undefined, undefined, undefined],
  ['Provider', undefined, 'Provider'],
  ['Provider', idOf('expressRoutePorts', 'pair'), undefined],
])('a peering that %s changed last, on port %s', (lastModifiedBy, expressRoutePortId, by) => {
  expect(changedByOther({ expressRoutePortId }, { ...microsoft, lastModifiedBy })).toBe(by)
})

const six = { primary6: 'fd00:16::/126', secondary6: 'fd00:16::4/126' }
test.each<[string, Partial<typeof typed>, keyof typeof typed | undefined]>([
  ['both families', six, undefined],
  ['IPv6 alone', { ...six, primary: '', secondary: '' }, undefined],
  ['half of IPv6', { ...six, secondary6: '' }, 'secondary6'],
  ['a /64', { ...six, primary6: 'fd00:16::/64' }, 'primary6'],
  ['IPv4 for IPv6', { ...six, primary6: '172.16.0.8/30' }, 'primary6'],
  ['neither', { primary: '', secondary: '' }, 'primary'],
])('%s', (_, change, field) => {
  const problems = peeringProblems(er, { ...typed, ...change }, [])
  expect(problems.map((one) => one.field)[0]).toBe(field)
})

test('IPv6 comes and goes with the peering', () => {
  const write = peeringWrite(circuit('er', { peerings: [] }), {
    ...typed,
    ...six,
    primary: '',
    secondary: '',
  })
  expect(bodyOf(write, {})).toMatchObject({
    properties: {
      ipv6PeeringConfig: {
        primaryPeerAddressPrefix: six.primary6,
        secondaryPeerAddressPrefix: six.secondary6,
      },
    },
  })
  expect(bodyOf(write, {}).properties).not.toHaveProperty('primaryPeerAddressPrefix')
})

test('a link of another circuit is advised against, one of its own peerings is wrong', () => {
  const at = (is: Taken['is']) =>
    peeringProblems(er, typed, [taken('172.16.0.0/29', is)]).map((one) => one.is)
  expect(at('link')).toEqual(['advice', 'advice'])
  expect(at('own')).toEqual(['error', 'error'])
})

test.each([
  ['', true],
  ['abc123XYZ', true],
  ['a'.repeat(25), true],
  ['a'.repeat(26), false],
  // Whether Azure takes it is not verified.
  ['a b', true],
])('the MD5 key %j: %s', (key, fits) => expect(md5KeyProblem(key) === undefined).toBe(fits))

test.each([
  ['', false],
  ['abc123XYZ', false],
  ['a b', true],
  ['a-b', true],
])('the MD5 key %j is advised against: %s', (key, odd) => expect(md5KeyAdvice(key) !== undefined).toBe(odd))

test('an MD5 key goes apart, and makes the write worth sending', () => {
  const write = peeringWrite(er, typed, true)
  expect(write.secret).toMatch(/MD5 key/)
  expect(JSON.stringify(write)).not.toContain('sharedKey')
})

test('a peering that is there is changed and deleted whatever the provider does', () => {
  const own = { id: '/p', name: 'AzurePrivatePeering' }
  expect(
    whyNoPeering(circuit('er', { peerings: [own], serviceProviderProvisioningState: 'Deprovisioning' })),
  ).toBeUndefined()
})

describe('the write', () => {
  test('makes the peering that is not there', () => {
    const write = peeringWrite(er, typed)
    expect(write).toMatchObject({
      id: `${er.id}/peerings/AzurePrivatePeering`,
      creates: true,
      holds: [er.key],
    })
    expect(bodyOf(write, {})).toEqual({
      properties: {
        peeringType: 'AzurePrivatePeering',
        peerASN: 64700,
        vlanId: 310,
        primaryPeerAddressPrefix: '172.16.0.0/30',
        secondaryPeerAddressPrefix: '172.16.0.4/30',
        state: 'Enabled',
      },
    })
    expect(peeringRemoval(er)).toBeUndefined()
  })

  test('changes what differs of one that is', () => {
    const id = `${er.id}/peerings/AzurePrivatePeering`
    const inside = {
      id,
      properties: {
        peeringType: 'AzurePrivatePeering',
        peerASN: 64700,
        vlanId: 310,
        primaryPeerAddressPrefix: '172.16.0.0/30',
        secondaryPeerAddressPrefix: '172.16.0.4/30',
        state: 'Enabled',
      },
    }
    const peering = {
      id,
      name: 'AzurePrivatePeering',
      state: 'Enabled',
      peerASN: 64700,
      vlanId: 310,
      primaryPrefix: '172.16.0.0/30',
      secondaryPrefix: '172.16.0.4/30',
    }
    const there = circuit('er', { peerings: [peering], body: { properties: { peerings: [inside] } } })
    expect(peeringWrite(there, typedPeering(there)).changes).toEqual([])
    expect(peeringWrite(there, { ...typed, vlan: '312', enabled: false }).changes).toEqual([
      { path: ['properties', 'vlanId'], from: 310, to: 312 },
      { path: ['properties', 'state'], from: 'Enabled', to: 'Disabled' },
    ])
    expect(peeringRemoval(there)).toMatchObject({ method: 'DELETE', id })
  })
})

test.each([
  [{ serviceProviderProvisioningState: 'Provisioned' }, undefined],
  [
    { serviceProviderProvisioningState: 'NotProvisioned', serviceProviderName: 'Colt' },
    /^Colt has not provisioned/,
  ],
  [{ serviceProviderProvisioningState: undefined }, /not given/],
  [{ expressRoutePortId: '/port', serviceProviderProvisioningState: undefined }, undefined],
])('a peering needs the provider: %j', (change, why) => {
  const found = whyNoPeering(circuit('er', { peerings: [], ...change }))
  if (why === undefined) expect(found).toBeUndefined()
  else expect(found).toMatch(why)
})

test('free links are the first two that nobody has', () => {
  expect(freeLinks([])).toEqual({ primary: '172.16.0.0/30', secondary: '172.16.0.4/30' })
  expect(freeLinks([taken('172.16.0.0/30'), taken('172.16.0.8/29')])).toEqual({
    primary: '172.16.0.4/30',
    secondary: '172.16.0.16/30',
  })
  expect(freeLinks([taken('172.16.0.0/30'), taken('fd00:16::/126')], 6)).toEqual({
    primary: 'fd00:16::4/126',
    secondary: 'fd00:16::8/126',
  })
})

test('the subnets of Global Reach are taken, at both ends', () => {
  const reach = (id: string, addressPrefix: string, peer: string) => ({
    id,
    name: 'gr-ams-lon',
    addressPrefix,
    peerPeeringId: `${idOf('expressRouteCircuits', peer)}/peerings/AzurePrivatePeering`,
  })
  const private_ = (name: string) => ({
    id: `${idOf('expressRouteCircuits', name)}/peerings/AzurePrivatePeering`,
    name: 'AzurePrivatePeering',
  })
  const ams = circuit('ams', {
    peerings: [{ ...private_('ams'), reaches: [reach('/gr', '172.16.0.0/29', 'lon')] }],
  })
  const lon = circuit('lon', { peerings: [private_('lon')] })
  const far = circuit('far', { peerings: [private_('far')] })
  const estate = buildEstate(
    [{ subscriptionId: SUBSCRIPTION, displayName: 's', state: 'Enabled' }],
    [inventory([ams, lon, far])],
  )
  const over = (one: typeof ams) => {
    const around = linksTaken(estate, one.key, private_(one.name).id)
    const [found] = peeringProblems(one, typed, around).filter(({ field }) => field === 'primary')
    return [freeLinks(around)?.primary, found?.is, found?.text]
  }
  const words = 'It overlaps Global Reach gr-ams-lon of ams, 172.16.0.0/29.'
  expect(over(ams)).toEqual(['172.16.0.8/30', 'error', words])
  expect(over(lon)).toEqual(['172.16.0.8/30', 'error', words])
  expect(over(far)).toEqual(['172.16.0.8/30', 'advice', words])
})
