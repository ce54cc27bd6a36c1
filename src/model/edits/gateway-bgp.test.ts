import { describe, expect, it, test } from 'vitest'
import { gateway } from '../../../tests/support/resources.ts'
import type { VirtualNetworkGateway } from '../resources/vpn.ts'
import { bodyOf } from './edit.ts'
import { type GatewayBgp, gatewayBgpEdit, gatewayBgpOf, gatewayBgpProblems } from './gateway-bgp.ts'

const BODY = {
  properties: {
    enableBgp: true,
    bgpSettings: {
      asn: 65515,
      peerWeight: 0,
      bgpPeeringAddresses: [
        { ipconfigurationId: '/a', customBgpIpAddresses: ['169.254.21.5'], tunnelIpAddresses: ['1.2.3.4'] },
        { ipconfigurationId: '/b' },
      ],
    },
  },
}
const GATEWAY = gateway('gw', {
  enableBgp: true,
  body: BODY,
  bgp: {
    asn: 65515,
    addresses: [
      { defaultAddresses: [], customAddresses: ['169.254.21.5'], tunnelAddresses: [] },
      { defaultAddresses: [], customAddresses: [], tunnelAddresses: [] },
    ],
  },
})

test('a form that nobody changed changes nothing', () => {
  expect(gatewayBgpEdit(GATEWAY, gatewayBgpOf(GATEWAY)).changes).toEqual([])
})

test('only what is typed changes; addresses of the tunnels and the weight stay', () => {
  const edit = gatewayBgpEdit(GATEWAY, { enabled: true, asn: '64512', apipa: [[], ['169.254.22.1']] })
  expect(bodyOf(edit, BODY)).toEqual({
    properties: {
      enableBgp: true,
      bgpSettings: {
        asn: 64512,
        peerWeight: 0,
        bgpPeeringAddresses: [
          { ipconfigurationId: '/a', customBgpIpAddresses: [], tunnelIpAddresses: ['1.2.3.4'] },
          { ipconfigurationId: '/b', customBgpIpAddresses: ['169.254.22.1'] },
        ],
      },
    },
  })
  expect(edit.effect).toMatch(/each device has to be given the new AS number/)
})

describe('what Azure refuses is said while typing:', () => {
  it.each<[what: string, typed: Partial<GatewayBgp>, change: Partial<VirtualNetworkGateway>, text: RegExp]>([
    ['BGP on Basic', { enabled: true }, { sku: 'Basic' }, /other than Basic/],
    ['BGP on a policy-based gateway', { enabled: true }, { vpnType: 'PolicyBased' }, /route-based/],
    ['a reserved number', { asn: '65518' }, {}, /AS 65518 is reserved/],
    ['no number', { asn: ' ' }, {}, /needs an AS number/],
    ['letters', { asn: 'x' }, {}, /whole number/],
    ['an address of another range', { apipa: [['169.254.23.1']] }, {}, /between 169.254.21.0/],
    ['an address used twice', { apipa: [['169.254.21.5'], ['169.254.21.5']] }, {}, /used twice/],
    ['what is no address', { apipa: [['169.254.21']] }, {}, /between 169.254.21.0/],
  ])('%s', (_, typed, change, text) => {
    const problems = gatewayBgpProblems({ ...GATEWAY, ...change }, { ...gatewayBgpOf(GATEWAY), ...typed })
    expect(problems.map((one) => one.text)).toEqual(expect.arrayContaining([expect.stringMatching(text)]))
  })

  it('nothing of what stands', () => {
    expect(gatewayBgpProblems(GATEWAY, gatewayBgpOf(GATEWAY))).toEqual([])
  })
})
