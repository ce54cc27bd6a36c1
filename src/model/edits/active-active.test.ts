import { describe, expect, it, test } from 'vitest'
import { gateway, publicAddress } from '../../../tests/support/resources.ts'
import type { PublicIPAddress } from '../resources/network.ts'
import type { VirtualNetworkGateway } from '../resources/vpn.ts'
import {
  activeActiveEdit,
  activeStandbyEdit,
  whyNotActiveActive,
  whyNotSecondAddress,
} from './active-active.ts'
import { bodyOf, withChanges } from './edit.ts'

const BODY = {
  properties: {
    activeActive: false,
    ipConfigurations: [{ name: 'default', properties: { later: 1 } }],
    bgpSettings: { asn: 65515, bgpPeeringAddresses: [{ ipconfigurationId: '/default', later: 2 }] },
  },
}
const one = { name: 'default', subnetId: '/vnet/subnets/GatewaySubnet' }
const GATEWAY = gateway('gw', { body: BODY, ipConfigurations: [one] })

test('a second address brings its configuration and its BGP entry, and nothing else changes', () => {
  const address = publicAddress('pip')
  expect(bodyOf(activeActiveEdit(GATEWAY, address), BODY)).toEqual({
    properties: {
      activeActive: true,
      ipConfigurations: [
        BODY.properties.ipConfigurations[0],
        {
          name: 'activeActive',
          properties: {
            privateIPAllocationMethod: 'Dynamic',
            subnet: { id: '/vnet/subnets/GatewaySubnet' },
            publicIPAddress: { id: address.id },
          },
        },
      ],
      bgpSettings: {
        asn: 65515,
        bgpPeeringAddresses: [
          { ipconfigurationId: '/default', later: 2 },
          { ipconfigurationId: `${GATEWAY.id}/ipConfigurations/activeActive`, customBgpIpAddresses: [] },
        ],
      },
    },
  })
})

test('going back takes both away again', () => {
  const both = bodyOf(activeActiveEdit(GATEWAY, publicAddress('pip')), BODY)
  const two = {
    ...GATEWAY,
    activeActive: true,
    body: both,
    ipConfigurations: [one, { name: 'activeActive' }],
  }
  expect(withChanges(both, activeStandbyEdit(two).changes)).toEqual(BODY)
})

test('the BGP entry that goes is that of the configuration that goes, wherever it stands', () => {
  const id = GATEWAY.id
  const peers = [
    { ipconfigurationId: `${id}/ipConfigurations/ACTIVEACTIVE` },
    { ipconfigurationId: `${id}/ipConfigurations/default` },
  ]
  const two = {
    ...GATEWAY,
    activeActive: true,
    body: {
      properties: {
        activeActive: true,
        ipConfigurations: [{ name: 'default' }, { name: 'activeActive' }],
        bgpSettings: { bgpPeeringAddresses: peers },
      },
    },
    ipConfigurations: [one, { name: 'activeActive' }],
  }
  expect(bodyOf(activeStandbyEdit(two), two.body)).toMatchObject({
    properties: { bgpSettings: { bgpPeeringAddresses: [peers[1]] } },
  })
})

test('a name that is taken is not used again', () => {
  const taken = { ...GATEWAY, ipConfigurations: [{ ...one, name: 'ActiveActive' }] }
  const names = activeActiveEdit(taken, publicAddress('pip')).changes.map(({ to }) => JSON.stringify(to))
  expect(names.join()).toContain('"name":"secondary"')
})

describe('a gateway', () => {
  it.each<[what: string, change: Partial<VirtualNetworkGateway>, why: RegExp | undefined]>([
    ['of two addresses goes back', { activeActive: true, ipConfigurations: [one, one] }, undefined],
    ['of one address goes on', {}, undefined],
    ['of Basic does not', { sku: 'Basic' }, /not available on Basic/],
    ['that is policy-based does not', { vpnType: 'PolicyBased' }, /route-based/],
    ['of ExpressRoute does not', { gatewayType: 'ExpressRoute' }, /not a VPN gateway/],
    [
      'with zones and point-to-site needs three',
      { clientAddressPool: ['10.0.0.0/24'] },
      /three public addresses/,
    ],
    [
      'of three does not go back here',
      { activeActive: true, ipConfigurations: [one, one, one] },
      /has 3 public/,
    ],
  ])('%s', (_, change, why) => {
    const found = whyNotActiveActive({ ...GATEWAY, ...change })
    if (why) expect(found).toMatch(why)
    else expect(found).toBeUndefined()
  })
})

describe('an address', () => {
  it.each<[what: string, change: Partial<PublicIPAddress>, sku: string, why: RegExp | undefined]>([
    ['that is free, Standard and static is taken', { zones: ['1'] }, 'VpnGw2AZ', undefined],
    ['that is in use is not', { usedBy: '/x' }, 'VpnGw2AZ', /attached/],
    ['that is Basic is not', { sku: 'Basic' }, 'VpnGw2AZ', /Standard/],
    ['that is dynamic is not', { allocationMethod: 'Dynamic' }, 'VpnGw2AZ', /static/],
    ['of another region is not', { location: 'northeurope' }, 'VpnGw2AZ', /region/],
    ['with zones is none for a SKU without', { zones: ['1'] }, 'VpnGw2', /zones/],
  ])('%s', (_, change, sku, why) => {
    const found = whyNotSecondAddress({ ...GATEWAY, sku }, publicAddress('pip', change))
    if (why) expect(found).toMatch(why)
    else expect(found).toBeUndefined()
  })
})
