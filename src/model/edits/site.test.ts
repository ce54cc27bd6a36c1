import { describe, expect, it, test } from 'vitest'
import {
  connection,
  gateway,
  inventory,
  natRule,
  network,
  publicAddress,
  site,
  SUBSCRIPTION,
} from '../../../tests/support/resources.ts'
import { buildEstate } from '../build-estate.ts'
import type { Resource } from '../resources/resource.ts'
import { bodyOf, reversed, withChanges } from './edit.ts'
import { pastedPrefixes } from './pasted-prefixes.ts'
import { siteProblems } from './site-rules.ts'
import { surroundingsOf } from './site-surroundings.ts'
import { readSiteValues, siteEdit, type SiteValues, siteValues } from './site.ts'

const BODY = {
  id: '/lng',
  properties: {
    gatewayIpAddress: '203.0.113.18',
    localNetworkAddressSpace: { addressPrefixes: ['10.70.0.0/16', '10.71.0.0/16', '10.72.0.0/16'] },
    resourceGuid: 'x',
  },
}
const LNG = site('lng', {
  body: BODY,
  addressPrefixes: BODY.properties.localNetworkAddressSpace.addressPrefixes,
})

function changed(change: Partial<SiteValues>, lng = LNG) {
  const edit = siteEdit(lng, { ...siteValues(lng), ...change })
  return { edit, properties: bodyOf(edit, lng.body).properties }
}

test('nothing typed is no change', () => {
  expect(changed({}).edit.changes).toEqual([])
  expect(changed({ prefixes: [...siteValues(LNG).prefixes, ' ', ''] }).edit.changes).toEqual([])
})

test('prefixes that stay keep their place, blank rows are dropped', () => {
  const { properties, edit } = changed({ prefixes: ['10.70.0.0/16', '10.72.0.0/16', '', ' 10.80.0.0/16 '] })
  expect(properties).toEqual({
    ...BODY.properties,
    localNetworkAddressSpace: { addressPrefixes: ['10.70.0.0/16', '10.72.0.0/16', '10.80.0.0/16'] },
  })
  expect(edit.what).toBe('the prefixes of lng')
  expect(withChanges(bodyOf(edit, BODY), reversed(edit.changes))).toEqual(BODY)
})

test('a name takes the place of the address', () => {
  const { gatewayIpAddress: _, ...rest } = BODY.properties
  expect(changed({ by: 'fqdn', fqdn: 'vpn.contoso.example' }).properties).toEqual({
    ...rest,
    fqdn: 'vpn.contoso.example',
  })
})

test('BGP comes as numbers, changes member by member and goes whole', () => {
  const on = { bgp: true, asn: '64620', peer: '10.70.0.1' }
  expect(changed(on).properties).toMatchObject({
    bgpSettings: { asn: 64620, bgpPeeringAddress: '10.70.0.1' },
  })
  const body = {
    properties: { ...BODY.properties, bgpSettings: { asn: 64620, bgpPeeringAddress: '10.70.0.1', later: 1 } },
  }
  const lng = site('lng', { body })
  expect(changed({ weight: '5' }, lng).properties).toMatchObject({
    bgpSettings: { asn: 64620, bgpPeeringAddress: '10.70.0.1', peerWeight: 5, later: 1 },
  })
  expect(changed({ bgp: false }, lng).properties).toEqual(BODY.properties)
  const none = site('lng', { body: { properties: { bgpSettings: { asn: 0 } } } })
  expect(changed({}, none).edit.changes).toEqual([])
})

test('what storage gives has the shape of a form', () => {
  expect(readSiteValues({ by: 7, prefixes: ['10.0.0.0/8', 3, null], bgp: 'yes', asn: 64512 })).toEqual({
    by: 'address',
    address: '',
    fqdn: '',
    prefixes: ['10.0.0.0/8'],
    bgp: false,
    asn: '64512',
    peer: '',
    weight: '',
  })
})

test('many prefixes in one paste', () => {
  const three = ['10.1.0.0/16', '10.2.0.0/16', '10.3.0.0/16']
  expect(pastedPrefixes('10.1.0.0/16, 10.2.0.0/16;10.3.0.0/16\n10.1.0.0/16')).toEqual(three)
  expect(pastedPrefixes(JSON.stringify(three))).toEqual(three)
  expect(pastedPrefixes(' 10.1.0.0/16 ')).toBeUndefined()
})

describe('what Azure would refuse', () => {
  const vgw = gateway('vgw', {
    bgp: { asn: 65010, addresses: [{ defaultAddresses: [], customAddresses: [], tunnelAddresses: [] }] },
    ipConfigurations: [
      {
        name: 'default',
        subnetId: `${network('vnet').id}/subnets/GatewaySubnet`,
        publicIPAddressId: publicAddress('pip').id,
      },
    ],
  })
  const usual = [
    vgw,
    network('vnet'),
    publicAddress('pip', { ipAddress: '198.51.100.7' }),
    site('other', { addressPrefixes: ['10.99.0.0/16'] }),
    connection('cn-other', { localNetworkGatewayId: site('other').id }),
  ]
  const joined = connection('cn')

  function said(change: Partial<SiteValues>, resources: Resource[] = [joined], lng = LNG) {
    const estate = buildEstate(
      [{ subscriptionId: SUBSCRIPTION, displayName: 's', state: 'Enabled' }],
      [inventory([...usual, lng, ...resources])],
    )
    const base = siteValues(lng)
    return siteProblems({ ...base, ...change }, base, surroundingsOf(lng, estate)).map(
      ({ field, is, text, fix }) => `${field} ${is}: ${text}${fix ? ` [${fix.label}]` : ''}`,
    )
  }
  const withPrefix = (prefix: string) => ({ prefixes: [...siteValues(LNG).prefixes, prefix] })
  const bgp = { bgp: true, asn: '64620', peer: '172.20.0.1' }

  it('is nothing in a form as it opens', () => {
    expect(said({})).toEqual([])
    expect(said(bgp)).toEqual([])
  })

  it.each<[rule: string, change: Partial<SiteValues>, says: RegExp]>([
    ['01', { address: ' ' }, /^address error: Enter either an IP address or a DNS name/],
    ['01', { by: 'fqdn' }, /^fqdn error: Enter either/],
    [
      '01',
      { by: 'fqdn', fqdn: '198.51.100.4' },
      /^fqdn error: This is an IP address.*\[Use it as the address\]/,
    ],
    ['01', { address: 'vpn.contoso.example' }, /^address error: This is a DNS name.*\[Use it as the name\]/],
    ['02', { address: '192.168.4.1' }, /^address error: Enter the device’s public address/],
    ['02', { address: '224.0.0.5' }, /^address error: Enter the device’s public address/],
    ['02', { address: '2001:db8::1' }, /^address error: Enter an IPv4 address/],
    ['02', { address: '198.51.100.7' }, /^address error: This is the address of the Azure gateway/],
    ['03', { prefixes: [] }, /^prefixes error: Enter at least one prefix/],
    ['03', withPrefix('10.80.0.1'), /^prefixes error: .*\[Use 10.80.0.1\/32\]/],
    ['03', withPrefix('10.80.4.1/16'), /^prefixes error: Bits after the mask are set.*\[Use 10.80.0.0\/16\]/],
    ['03', withPrefix('10.70.0.0/16'), /^prefixes error: The same as prefix 1.*\[Remove it\]/],
    ['03', withPrefix('plant'), /^prefixes error: A prefix looks like/],
    [
      '04',
      withPrefix('10.20.4.0/24'),
      /^prefixes error: .* overlaps 10.20.0.0\/16 of the virtual network vnet/,
    ],
    ['04', withPrefix('10.16.0.0/12'), /^prefixes advice: .* overlaps .* vnet/],
    ['05', withPrefix('10.99.4.0/24'), /^prefixes advice: .* is also routed to other/],
    ['06', { ...bgp, asn: '65515' }, /^asn error: AS 65515 belongs to Azure/],
    ['06', { ...bgp, asn: '' }, /^asn error: Enter a whole number/],
    ['06', { ...bgp, asn: '65010' }, /^asn error: AS 65010 is that of vgw/],
    ['07', { ...bgp, peer: '203.0.113.18' }, /^peer error: Use another address than the endpoint/],
    ['07', { ...bgp, peer: '10.20.0.9' }, /^peer error: This lies in the virtual network vnet/],
    ['08', { ...bgp, peer: '169.254.21.5' }, /^peer error: Add an APIPA address to vgw first/],
    [
      '08',
      { ...bgp, peer: '169.254.21.5', prefixes: ['169.254.21.4/30'] },
      /^peer error: An APIPA peer must not.*\[Remove 169.254.21.4\/30\]/,
    ],
    ['weight', { ...bgp, weight: 'heavy' }, /^weight error/],
  ])('VAL-LNG-%s %j', (_, change, says) => {
    expect(said(change)).toEqual([expect.stringMatching(says)])
  })

  it('is allowed where something is meant for it', () => {
    const translated = connection('cn', { natRuleIds: [natRule('in', { mode: 'IngressSnat' }).id] })
    expect(said(withPrefix('10.20.4.0/24'), [translated, natRule('in', { mode: 'IngressSnat' })])).toEqual([])
    expect(said({ ...bgp, prefixes: [] })).toEqual([])
    const overPrivate = connection('cn', { body: { properties: { useLocalAzureIpAddress: true } } })
    expect(said({ address: '192.168.4.1' }, [overPrivate])).toEqual([
      expect.stringMatching(/^address advice/),
    ])
  })

  it('is advised against where Azure has it already', () => {
    const properties = { ...BODY.properties, gatewayIpAddress: '10.0.0.1' }
    const lng = site('lng', { body: { properties } })
    expect(said({}, [joined], lng)).toEqual([expect.stringMatching(/^address advice/)])
  })

  it('is BGP going while a connection uses it', () => {
    const body = {
      properties: { ...BODY.properties, bgpSettings: { asn: 64620, bgpPeeringAddress: '172.20.0.1' } },
    }
    const lng = site('lng', { body })
    expect(said({ bgp: false }, [connection('cn', { enableBgp: true })], lng)).toEqual([
      'bgp error: cn uses BGP. Turn it off there first.',
    ])
    expect(said({ bgp: false }, [joined], lng)).toEqual([])
  })
})
