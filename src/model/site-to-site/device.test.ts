import { expect, test } from 'vitest'
import {
  connection,
  gateway,
  idOf,
  publicAddress,
  site,
  SUBSCRIPTION,
} from '../../../tests/support/resources.ts'
import { fortiGate } from '../device/fortigate.ts'
import { openValues } from '../device/settings.ts'
import { strongSwan } from '../device/strongswan.ts'
import { PRESETS } from '../edits/ipsec-policy.ts'
import type { Resource } from '../resources/resource.ts'
import type { Answers } from './answers.ts'
import { settingsOfAnswers } from './device.ts'

const ANSWERS: Answers = {
  goal: { gateway: 'new', devices: 1, routing: 'bgp', use: 'production' },
  network: {
    subscriptionId: SUBSCRIPTION,
    group: { is: 'new', name: 'rg-net-weu' },
    region: 'westeurope',
    network: { is: 'new', name: 'vnet' },
    addressSpace: '10.20.0.0/16, 10.21.0.0/16',
    gatewaySubnet: '10.20.255.0/27',
  },
  gateway: {
    existing: '',
    name: 'vgw',
    sku: 'VpnGw2AZ',
    generation: 'Generation2',
    activeActive: true,
    addresses: [
      { is: 'existing', id: idOf('publicIPAddresses', 'pip-0') },
      { is: 'new', name: 'pip-1' },
    ],
    bgp: true,
    asn: '65515',
    apipa: ['', ''],
  },
  sites: [
    {
      key: 's1',
      use: 'new',
      existing: '',
      name: 'lng-malmo',
      values: {
        by: 'address',
        address: ' 203.0.113.18',
        fqdn: '',
        prefixes: ['10.70.0.0/16', ''],
        bgp: true,
        asn: '64620',
        peer: '10.70.0.254',
        weight: '',
      },
      connection: 'cn-weu-to-malmo',
    },
  ],
  connection: {
    key: 'generated',
    oneKey: true,
    protocol: 'IKEv2',
    policy: 'Strong',
    custom: PRESETS.Compatible,
    dpd: '45',
    mode: 'Default',
    policyBased: false,
    selectors: [],
  },
  device: { vendor: 'strongswan' },
  touched: [],
}

const estateOf = (...resources: Resource[]) => ({
  resources: new Map(resources.map((one) => [one.key, one])),
})

function only(answers: Answers, ...resources: Resource[]) {
  const [device, ...more] = settingsOfAnswers(answers, estateOf(...resources))
  expect(more).toEqual([])
  if (device?.device.is !== 'settings') throw new Error('no settings')
  return device.device.settings
}

test('before anything is there: what was typed, and marks for what Azure gives', () => {
  const settings = only(ANSWERS)
  expect(settings).toMatchObject({
    connection: 'cn-weu-to-malmo',
    gateway: 'vgw',
    site: 'lng-malmo',
    device: { by: 'address', endpoint: { value: '203.0.113.18' } },
    policy: { is: 'custom', policy: { ikeEncryption: 'GCMAES256', saLifeTimeSeconds: 27_000 } },
    azureNetworks: ['10.20.0.0/16', '10.21.0.0/16'],
    deviceNetworks: ['10.70.0.0/16'],
    bgp: {
      azureAsn: { value: '65515' },
      deviceAsn: { value: '64620' },
      devicePeer: { value: '10.70.0.254' },
    },
  })
  expect(openValues(settings)).toEqual(
    [
      ['REPLACE_AZURE_ADDRESS_0', 'the public address of instance 0'],
      ['REPLACE_AZURE_BGP_PEER_0', 'the BGP peer address of instance 0'],
      ['REPLACE_AZURE_ADDRESS_1', 'the public address of instance 1'],
      ['REPLACE_AZURE_BGP_PEER_1', 'the BGP peer address of instance 1'],
    ].map(([mark, what]) => ({ mark, why: `${what}, which is known when Azure has made it` })),
  )
})

test('an address that is there already stands in', () => {
  const [first, second] = only(ANSWERS, publicAddress('pip-0', { ipAddress: '198.51.100.22' })).tunnels
  expect(first?.address).toEqual({ is: 'known', value: '198.51.100.22' })
  expect(second?.address.is).toBe('open')
})

test('custom BGP addresses are known before the run', () => {
  const [only0] = ANSWERS.sites
  const answers: Answers = {
    ...ANSWERS,
    gateway: { ...ANSWERS.gateway, apipa: ['169.254.21.1', '169.254.22.1'] },
    sites: only0 ? [{ ...only0, values: { ...only0.values, peer: '169.254.21.2' } }] : [],
  }
  expect(only(answers).tunnels.map(({ bgpPeer }) => bgpPeer)).toEqual([
    { is: 'known', value: '169.254.21.1' },
    { is: 'known', value: '169.254.22.1' },
  ])
})

test('after the run everything is as it was read', () => {
  const made = gateway('vgw', {
    bgp: {
      asn: 65_515,
      addresses: [0, 1].map((index) => ({
        defaultAddresses: [`10.20.255.${4 + index}`],
        customAddresses: [],
        tunnelAddresses: [`198.51.100.${22 + index}`],
      })),
    },
    activeActive: true,
    enableBgp: true,
    ipConfigurations: [0, 1].map((index) => ({ name: `ip${index}` })),
  })
  const settings = only(
    ANSWERS,
    made,
    connection('cn-weu-to-malmo', {
      enableBgp: true,
      localNetworkGatewayId: idOf('localNetworkGateways', 'lng-malmo'),
    }),
  )
  expect(openValues(settings)).toEqual([])
})

test('an existing gateway and an existing site, in another group', () => {
  const settings = only(
    {
      ...ANSWERS,
      goal: { ...ANSWERS.goal, gateway: 'existing' },
      gateway: { ...ANSWERS.gateway, existing: idOf('virtualNetworkGateways', 'vgw') },
      sites: ANSWERS.sites.map((one) => ({
        ...one,
        use: 'existing',
        existing: idOf('localNetworkGateways', 'lng', 'rg-b'),
      })),
    },
    gateway('vgw', { bgp: { asn: 65_515, addresses: [] } }),
    {
      ...site('lng', { bgp: { asn: 64_700, peeringAddress: '10.80.0.1', addresses: [] } }),
      key: idOf('localNetworkGateways', 'lng', 'rg-b').toLowerCase(),
    },
  )
  expect(settings).toMatchObject({ site: 'lng', bgp: { deviceAsn: { value: '64700' } } })
})

test.each([
  ['default', { is: 'azureDefault' }],
  ['Compatible', { is: 'custom', policy: { dhGroup: 'DHGroup14' } }],
  ['custom', { is: 'custom', policy: { dhGroup: 'DHGroup14' } }],
] as const)('the policy %s', (policy, wanted) => {
  expect(only({ ...ANSWERS, connection: { ...ANSWERS.connection, policy } }).policy).toMatchObject(wanted)
})

test('a wizard where nobody typed anything yet gives files full of marks, not errors', () => {
  const [first] = ANSWERS.sites
  const empty: Answers = {
    ...ANSWERS,
    network: { ...ANSWERS.network, subscriptionId: '', group: { is: 'new', name: '' }, addressSpace: '' },
    gateway: { ...ANSWERS.gateway, name: '', asn: '' },
    sites: first
      ? [
          {
            ...first,
            name: '',
            connection: '',
            values: { ...first.values, address: '', asn: '', peer: '', prefixes: [] },
          },
        ]
      : [],
  }
  const settings = only(empty)
  for (const render of [strongSwan, fortiGate]) expect(render(settings)).toMatchObject({ is: 'text' })
  expect(openValues(settings)).toHaveLength(8)
})
