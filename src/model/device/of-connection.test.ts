import { expect, test } from 'vitest'
import { connection, gateway, idOf, network, publicAddress, site } from '../../../tests/support/resources.ts'
import type { Resource } from '../resources/resource.ts'
import type { Connection } from '../resources/vpn.ts'
import { settingsOfConnection } from './of-connection.ts'
import { type DeviceSettings, openValues } from './settings.ts'
import { deviceValues, valuesText } from './values.ts'

const ends = [0, 1].map((index) => `${idOf('virtualNetworkGateways', 'vgw')}/ipConfigurations/ip${index}`)

const GATEWAY = gateway('vgw', {
  activeActive: true,
  enableBgp: true,
  vpnType: 'RouteBased',
  ipConfigurations: ends.map((id, index) => ({
    id,
    name: `ip${index}`,
    subnetId: `${idOf('virtualNetworks', 'vnet')}/subnets/GatewaySubnet`,
    publicIPAddressId: idOf('publicIPAddresses', `pip${index}`),
    privateIPAddress: `10.20.255.${4 + index}`,
  })),
  bgp: {
    asn: 65_515,
    addresses: ends.map((ipConfigurationId, index) => ({
      ipConfigurationId,
      defaultAddresses: [`10.20.255.${4 + index}`],
      customAddresses: [],
      tunnelAddresses: [],
    })),
  },
})
const SITE = site('lng', {
  addressPrefixes: ['10.70.0.0/16', 'fd00::/48', '10.71.0.0/16\nend'],
  bgp: { asn: 64_620, peeringAddress: '10.70.0.254', addresses: [] },
})
const NETWORK = network('vnet')
const ADDRESSES = [0, 1].map((index) =>
  publicAddress(`pip${index}`, { ipAddress: `198.51.100.${22 + index}` }),
)

const estateOf = (...resources: Resource[]) => ({
  resources: new Map(resources.map((one) => [one.key, one])),
})

function settings(
  change: Partial<Connection> = {},
  resources: Resource[] = [GATEWAY, SITE, NETWORK, ...ADDRESSES],
): DeviceSettings {
  const device = settingsOfConnection(connection('cn', change), estateOf(...resources))
  if (device.is === 'none') throw new Error(device.why)
  return device.settings
}

test('a connection of an active-active gateway, as it was read', () => {
  expect(settings({ enableBgp: true, connectionProtocol: 'IKEv2', dpdTimeoutSeconds: 0 })).toMatchObject({
    connection: 'cn',
    gateway: 'vgw',
    site: 'lng',
    device: { by: 'address', endpoint: { value: '203.0.113.18' } },
    tunnels: [
      { label: 'Instance 0', address: { value: '198.51.100.22' }, bgpPeer: { value: '10.20.255.4' } },
      { label: 'Instance 1', address: { value: '198.51.100.23' }, bgpPeer: { value: '10.20.255.5' } },
    ],
    policy: { is: 'azureDefault' },
    dpdSeconds: 45,
    azureNetworks: ['10.20.0.0/16'],
    // What no device takes is left out, and said.
    deviceNetworks: ['10.70.0.0/16'],
    selectors: { is: 'any' },
    bgp: {
      azureAsn: { value: '65515' },
      deviceAsn: { value: '64620' },
      devicePeer: { value: '10.70.0.254' },
    },
    notes: ['2 prefixes are not IPv4 and are left out.'],
  })
})

test('networks that use the gateway by peering are reached as well', () => {
  const spoke = network('spoke', {
    addressPrefixes: ['10.30.0.0/16'],
    peerings: [
      {
        id: 'x',
        name: 'back',
        remoteVirtualNetworkId: NETWORK.id,
        useRemoteGateways: true,
        allowGatewayTransit: false,
      },
    ],
  })
  const hub = network('vnet', {
    peerings: [
      {
        id: 'y',
        name: 'to',
        remoteVirtualNetworkId: spoke.id,
        useRemoteGateways: false,
        allowGatewayTransit: true,
      },
    ],
  })
  expect(settings({}, [GATEWAY, SITE, hub, spoke]).azureNetworks).toEqual(['10.20.0.0/16', '10.30.0.0/16'])
})

const apipa = (custom: string[][]) => ({
  ...GATEWAY,
  bgp: {
    asn: 65_515,
    addresses: ends.map((ipConfigurationId, index) => ({
      ipConfigurationId,
      defaultAddresses: [`10.20.255.${4 + index}`],
      customAddresses: custom[index] ?? [],
      tunnelAddresses: [],
    })),
  },
})
const APIPA_SITE = site('lng', { bgp: { asn: 64_620, peeringAddress: '169.254.21.2', addresses: [] } })

test.each<[what: string, custom: string[][], chosen: string[], peers: (string | RegExp)[]]>([
  [
    'the only custom address of each',
    [['169.254.21.1'], ['169.254.22.1']],
    [],
    ['169.254.21.1', '169.254.22.1'],
  ],
  [
    'what the connection chose',
    [['169.254.21.1', '169.254.21.5'], ['169.254.22.1']],
    ['169.254.21.5', '169.254.22.1'],
    ['169.254.21.5', '169.254.22.1'],
  ],
  [
    'the one in the device’s /30, and open where that does not decide',
    [
      ['169.254.21.1', '169.254.21.5'],
      ['169.254.22.1', '169.254.22.5'],
    ],
    [],
    ['169.254.21.1', /169\.254\.22\.1 and 169\.254\.22\.5/],
  ],
])('APIPA: %s', (_, custom, chosen, peers) => {
  const { tunnels } = settings(
    {
      enableBgp: true,
      body: {
        properties: {
          gatewayCustomBgpIpAddresses: chosen.map((customBgpIpAddress, index) => ({
            ipConfigurationId: ends[index] ?? '',
            customBgpIpAddress,
          })),
        },
      },
    },
    [apipa(custom), APIPA_SITE, NETWORK],
  )
  tunnels.forEach(({ bgpPeer }, index) => {
    const peer = peers[index]
    if (typeof peer === 'string') expect(bgpPeer).toEqual({ is: 'known', value: peer })
    else expect(bgpPeer).toMatchObject({ is: 'open', why: expect.stringMatching(peer ?? /$^/) })
  })
})

test('over a private network the tunnels end at the private addresses', () => {
  const { tunnels } = settings({ body: { properties: { useLocalAzureIpAddress: true } } })
  expect(tunnels.map(({ address }) => address)).toEqual([
    { is: 'known', value: '10.20.255.4' },
    { is: 'known', value: '10.20.255.5' },
  ])
})

test('what was not read stays open, with what to put there', () => {
  const open = openValues(settings({ enableBgp: true }, []))
  expect(open.map(({ mark }) => mark)).toEqual([
    'REPLACE_PUBLIC_ADDRESS',
    'REPLACE_AZURE_ADDRESS_0',
    'REPLACE_AZURE_BGP_PEER_0',
    'REPLACE_AZURE_ASN',
    'REPLACE_DEVICE_ASN',
    'REPLACE_DEVICE_BGP_PEER',
  ])
  for (const { why } of open) expect(why).not.toBe('')
})

test.each<[what: string, change: Partial<Connection>, selectors: unknown]>([
  ['off', { usePolicyBasedTrafficSelectors: false }, { is: 'any' }],
  [
    'of prefixes',
    { usePolicyBasedTrafficSelectors: true },
    { is: 'pairs', pairs: [{ local: '10.20.0.0/16', remote: '10.70.0.0/16' }] },
  ],
  [
    'custom',
    {
      usePolicyBasedTrafficSelectors: true,
      trafficSelectors: [{ local: ['10.20.1.0/24'], remote: ['10.70.1.0/24', '10.70.2.0/24'] }],
    },
    {
      is: 'pairs',
      pairs: [
        { local: '10.20.1.0/24', remote: '10.70.1.0/24' },
        { local: '10.20.1.0/24', remote: '10.70.2.0/24' },
      ],
    },
  ],
])('policy-based selectors: %s', (_, change, selectors) => {
  expect(settings(change).selectors).toEqual(selectors)
})

test('a policy-based gateway does not tell its selectors', () => {
  const old = { ...GATEWAY, vpnType: 'PolicyBased' }
  expect(settings({}, [old, SITE, NETWORK]).selectors).toMatchObject({
    is: 'unknown',
    why: expect.stringMatching(/policy-based/),
  })
})

test.each<[what: string, change: Partial<Connection>, why: RegExp]>([
  [
    'to another gateway',
    { connectionType: 'Vnet2Vnet', gateway2Id: idOf('virtualNetworkGateways', 'x') },
    /another gateway/,
  ],
  ['of ExpressRoute', { connectionType: 'ExpressRoute' }, /VPN device/],
])('a connection %s has no device', (_, change, why) => {
  expect(settingsOfConnection(connection('cn', change), estateOf())).toMatchObject({
    is: 'none',
    why: expect.stringMatching(why),
  })
})

test('NAT rules are named, since they are not worked in', () => {
  expect(settings({ natRuleIds: ['x'] }).notes.join(' ')).toMatch(/NAT rules/)
})

test('the values as lines to copy, without a key', () => {
  const lines = valuesText(
    deviceValues(settings({ enableBgp: true, ipsecPolicies: [POLICY], connectionMode: 'ResponderOnly' })),
  )
  expect(lines.split('\n').map((line) => line.split('\t'))).toEqual(
    expect.arrayContaining([
      ['Azure, instance 1', '198.51.100.23'],
      ['Device, public address', '203.0.113.18'],
      ['IKE version', 'IKEv2'],
      ['Phase 1', 'AES-256-GCM, PRF SHA-384, DH group 20 (ECP 384)'],
      ['Phase 1, lifetime', '28800 s'],
      ['Phase 2', 'AES-256-CBC, SHA-256, PFS group 14 (MODP 2048)'],
      ['Phase 2, lifetime', '3600 s, 102400000 KB; each side keeps its own'],
      ['Who starts', 'the device; Azure answers'],
      ['BGP, Azure’s peer, instance 0', '10.20.255.4'],
      ['Segment size', 'TCP MSS 1350, or MTU 1400 of the tunnel'],
    ]),
  )
})

test('a policy that cannot be translated says so in the values', () => {
  const values = deviceValues(settings({ ipsecPolicies: [{ ...POLICY, dhGroup: 'None' }] }))
  expect(values.find(({ missing }) => missing?.includes('DH group None'))).toBeDefined()
})

const POLICY = {
  ikeEncryption: 'GCMAES256',
  ikeIntegrity: 'SHA384',
  dhGroup: 'ECP384',
  ipsecEncryption: 'AES256',
  ipsecIntegrity: 'SHA256',
  pfsGroup: 'PFS2048',
  saLifeTimeSeconds: 3_600,
  saDataSizeKilobytes: 102_400_000,
}
