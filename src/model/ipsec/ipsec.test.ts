import { expect, test } from 'vitest'
import { connection, gateway, idOf, network, site } from '../../../tests/support/resources.ts'
import type { Resource } from '../resources/resource.ts'
import type { IpsecPolicy } from '../resources/vpn.ts'
import { customPolicy, defaultOffers, dpdWords, modeWords, policyNotes } from './effective-policy.ts'
import { phase1Differences, phase2Differences } from './ike-compare.ts'
import { selectorProblems, selectorsOf } from './selectors.ts'
import { algorithmKey, type PolicyMember, weakness } from './weak.ts'

const STRICT: IpsecPolicy = {
  ikeEncryption: 'GCMAES256',
  ikeIntegrity: 'SHA384',
  dhGroup: 'DHGroup14',
  ipsecEncryption: 'GCMAES256',
  ipsecIntegrity: 'GCMAES256',
  pfsGroup: 'PFS2048',
  saLifeTimeSeconds: 27_000,
  saDataSizeKilobytes: 102_400_000,
}

test.each<[PolicyMember, value: string, why: string | undefined]>([
  ['ikeEncryption', 'AES256', undefined],
  ['ikeEncryption', 'DES3', 'considered weak'],
  ['ikeIntegrity', 'MD5', 'considered weak'],
  ['ipsecIntegrity', 'SHA1', 'considered weak'],
  ['dhGroup', 'DHGroup2', 'considered weak'],
  ['dhGroup', 'DHGroup24', undefined],
  ['pfsGroup', 'PFS2', 'considered weak'],
  ['pfsGroup', 'None', 'no forward secrecy'],
  ['ipsecEncryption', 'None', 'traffic is not encrypted'],
  ['ipsecEncryption', 'NewCipher512', undefined],
])('%s %s: %s', (member, value, why) => {
  expect(weakness(member, value)).toBe(why)
})

test.each([
  ['GcmAes256', 'GCMAES256'],
  ['PfsNone', 'None'],
  ['DHGroup2048', 'DHGroup14'],
  ['3DES', 'DES3'],
])('%s is %s', (one, other) => {
  expect(algorithmKey(one)).toBe(algorithmKey(other))
})

test('a custom policy shows every value, also one that is not there', () => {
  const rows = customPolicy({ ...STRICT, dhGroup: undefined, ikeIntegrity: 'SHA1' }).rows
  expect(rows.map(({ cells }) => cells.map((cell) => ('text' in cell ? cell.text : '')).join(' · '))).toEqual(
    [
      'Phase 1 · Encryption · GCMAES256',
      'Phase 1 · Integrity · SHA1',
      'Phase 1 · DH group · not given by Azure',
      'Phase 1 · Lifetime · 28800 s, fixed by Azure',
      'Phase 2 · Encryption · GCMAES256',
      'Phase 2 · Integrity · GCMAES256',
      'Phase 2 · PFS group · PFS2048',
      'Phase 2 · Lifetime · 27000 s',
      'Phase 2 · Data · 102400000 KB',
    ],
  )
  expect(rows[1]?.cells[2]).toMatchObject({ is: 'state', verdict: 'attention', meaning: 'considered weak' })
})

test('the offers are as many as published, for a route-based and a policy-based gateway', () => {
  expect(defaultOffers(gateway('g')).map(({ title, rows }) => [title, rows.length])).toEqual([
    ['Phase 1, both roles', 6],
    ['Phase 2, Azure initiates', 6],
    ['Phase 2, Azure responds', 26],
  ])
  expect(defaultOffers(gateway('g', { vpnType: 'PolicyBased' })).map(({ rows }) => rows.length)).toEqual([4])
  expect(defaultOffers(undefined)).toHaveLength(3)
})

test.each([
  [undefined, { is: 'absent' }],
  [0, { is: 'text', text: '0: Azure’s default, 45 s' }],
  [45, { is: 'text', text: '45 s' }],
  [10, { is: 'state', verdict: 'attention' }],
  [600, { is: 'state', verdict: 'attention' }],
])('DPD %s', (seconds, shown) => {
  expect(dpdWords(seconds)).toMatchObject(shown)
})

test('a mode Azure adds is shown as it spells it', () => {
  expect(modeWords('ResponderOnly')).toMatchObject({ text: 'ResponderOnly: the device must initiate' })
  expect(modeWords('Whatever')).toEqual({ is: 'code', text: 'Whatever' })
})

test('without a policy it says what the defaults lack, but not of a policy-based gateway', () => {
  expect(policyNotes(connection('c'), gateway('g')).join(' ')).toContain('DH group 2')
  expect(policyNotes(connection('c'), gateway('g', { vpnType: 'PolicyBased' })).join(' ')).not.toContain('DH')
  expect(policyNotes(connection('c', { ipsecPolicies: [STRICT] }), undefined).join(' ')).toContain('PRF')
})

function estateOf(...all: Resource[]) {
  return { resources: new Map(all.map((one) => [one.key, one])) }
}

const HOME = network('vnet', { addressPrefixes: ['10.20.0.0/16', '10.21.0.0/16'] })
const FULL = estateOf(
  gateway('vgw'),
  HOME,
  site('lng', { addressPrefixes: ['10.70.0.0/16', '10.71.0.0/16'] }),
)
const PBTS = { usePolicyBasedTrafficSelectors: true }

test('selectors: everything, every pair of prefixes, custom ones, or what is missing', () => {
  expect(selectorsOf(connection('c'), FULL)).toEqual({ is: 'any' })
  expect(selectorsOf(connection('c', PBTS), FULL)).toEqual({
    is: 'prefixes',
    localOf: 'vnet',
    remoteOf: 'lng',
    pairs: [
      { local: '10.20.0.0/16', remote: '10.70.0.0/16' },
      { local: '10.20.0.0/16', remote: '10.71.0.0/16' },
      { local: '10.21.0.0/16', remote: '10.70.0.0/16' },
      { local: '10.21.0.0/16', remote: '10.71.0.0/16' },
    ],
  })
  const custom = [{ local: ['10.20.1.0/24'], remote: ['10.70.1.0/24', '10.70.2.0/24'] }]
  expect(selectorsOf(connection('c', { ...PBTS, trafficSelectors: custom }), FULL)).toMatchObject({
    is: 'custom',
    pairs: [{}, {}],
  })
  expect(selectorsOf(connection('c', PBTS), estateOf(gateway('vgw')))).toEqual({
    is: 'notRead',
    of: ['the virtual network of the gateway', 'the local network gateway'],
  })
  expect(selectorsOf(connection('c'), estateOf(gateway('vgw', { vpnType: 'PolicyBased' })))).toEqual({
    is: 'notTold',
  })
})

test('selectors between two gateways take the prefixes of the other network', () => {
  const far = gateway('far', {
    ipConfigurations: [{ name: 'a', subnetId: `${idOf('virtualNetworks', 'vnet2')}/subnets/GatewaySubnet` }],
  })
  const between = connection('c', {
    ...PBTS,
    connectionType: 'Vnet2Vnet',
    localNetworkGatewayId: undefined,
    gateway2Id: far.id,
  })
  const estate = estateOf(gateway('vgw'), HOME, far, network('vnet2', { addressPrefixes: ['10.30.0.0/16'] }))
  expect(selectorsOf(between, estate)).toMatchObject({ is: 'prefixes', remoteOf: 'vnet2', pairs: [{}, {}] })
})

test('what stands in the way of selectors is said', () => {
  const many = Array.from({ length: 51 }, (_, index) => `10.${index}.0.0/16`)
  const wide = estateOf(gateway('vgw'), HOME, site('lng', { addressPrefixes: many }))
  const one = connection('c', { ...PBTS, natRuleIds: ['/x'] })
  expect(selectorProblems(one, selectorsOf(one, wide))).toEqual([
    expect.stringMatching(/^NAT rules do not work/),
    expect.stringMatching(/^These are 102 pairs/),
  ])
  const idle = connection('c', { trafficSelectors: [{ local: ['10.0.0.0/8'], remote: ['10.0.0.0/8'] }] })
  expect(selectorProblems(idle, selectorsOf(idle, FULL))).toEqual([expect.stringMatching(/have no effect/)])
  expect(selectorProblems(connection('c'), { is: 'any' })).toEqual([])
})

test('associations differ from the policy only where both say something', () => {
  const raw = {}
  const agreed = {
    encryption: 'GcmAes256',
    integrity: 'SHA1',
    dhGroup: 'DHGroup2048',
    childAssociations: [],
    raw,
  }
  expect(phase1Differences(agreed, STRICT)).toEqual([])
  expect(phase1Differences({ ...agreed, dhGroup: 'ECP384', encryption: undefined }, STRICT)).toEqual([
    { part: 'DH group', agreed: 'ECP384', policy: 'DHGroup14' },
  ])
  const child = { localSelectors: [], remoteSelectors: [], raw, pfsGroup: 'PfsNone', integrity: 'GcmAes256' }
  expect(phase2Differences(child, STRICT)).toEqual([
    { part: 'PFS group', agreed: 'PfsNone', policy: 'PFS2048' },
  ])
  expect(phase2Differences({ ...child, pfsGroup: 'DHGroup14' }, STRICT)).toEqual([])
})
