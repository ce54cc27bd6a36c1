import { expect, test } from 'vitest'
import {
  BGP,
  custom,
  deviceSettings,
  EVERY_CHARACTER,
  HOSTILE_NAMES,
  preset,
  TWO_TUNNELS,
} from '../../../tests/support/device-settings.ts'
import { fortiGate } from './fortigate.ts'
import { type DeviceSettings, known, open } from './settings.ts'

function text(change: Partial<DeviceSettings> = {}, key?: string): string {
  const rendered = fortiGate(deviceSettings({ connection: 'cn-malmo', ...change }), key)
  if (rendered.is === 'refused') throw new Error(rendered.reasons.join(' '))
  return rendered.text
}

function all(file: string, name: string): string[] {
  return [...file.matchAll(new RegExp(`^ +set ${name} (.*)$`, 'gm'))].map(([, value = '']) => value)
}

test.each<[what: string, policy: DeviceSettings['policy'], proposals: string[], groups: string[]]>([
  ['Strong', preset('Strong'), ['aes256gcm-prfsha384', 'aes256gcm'], ['20', '20']],
  ['Compatible', preset('Compatible'), ['aes256-sha256', 'aes256-sha256'], ['14', '14']],
  [
    'Azure’s defaults',
    { is: 'azureDefault' },
    [
      'aes256-sha256 aes256-sha1 aes128-sha256 aes128-sha1',
      'aes256gcm aes256-sha256 aes256-sha1 aes128-sha256 aes128-sha1',
    ],
    ['2'],
  ],
  [
    'without encryption or PFS',
    custom({ ipsecEncryption: 'None', ipsecIntegrity: 'SHA256', pfsGroup: 'None', ikeEncryption: 'DES3' }),
    ['3des-sha256', 'null-sha256'],
    ['14'],
  ],
])('%s', (_, policy, proposals, groups) => {
  const file = text({ policy })
  expect(all(file, 'proposal')).toEqual(proposals)
  expect(all(file, 'dhgrp')).toEqual(groups)
  expect(all(file, 'pfs')).toEqual([groups.length === 2 ? 'enable' : 'disable'])
})

test('an active-active gateway gets two tunnels, and the second route is for when the first is down', () => {
  const file = text({ tunnels: TWO_TUNNELS })
  expect(all(file, 'remote-gw')).toEqual(['198.51.100.22', '198.51.100.23'])
  expect(all(file, 'distance')).toEqual(['10', '11'])
  expect(all(file, 'dst')).toEqual(['10.20.0.0 255.255.0.0', '10.20.0.0 255.255.0.0'])
  expect(file).toContain('edit "cn-malmo-az1"')
})

test('names of tunnel interfaces have 15 characters at most', () => {
  const file = text({ connection: 'cn-weu-to-a-very-long-name', tunnels: TWO_TUNNELS, bgp: BGP })
  const names = [...file.matchAll(/phase1name "(.*)"/g)].map(([, name = '']) => name)
  expect(names).toHaveLength(2)
  for (const name of names) expect(name.length).toBeLessThanOrEqual(15)
})

test('BGP from a loopback, with a route to each peer through its tunnel', () => {
  const file = text({ tunnels: TWO_TUNNELS, bgp: BGP })
  expect(all(file, 'dst')).toEqual(['10.20.255.4 255.255.255.255', '10.20.255.5 255.255.255.255'])
  expect(all(file, 'remote-as')).toEqual(['65515', '65515'])
  expect(all(file, 'update-source')).toEqual(['"cn-malmo-lo"', '"cn-malmo-lo"'])
  expect(all(file, 'prefix')).toEqual(['10.70.0.0 255.255.0.0', '10.71.128.0 255.255.128.0'])
})

test('pairs of prefixes are phase 2 each, seen from the device', () => {
  const file = text({
    selectors: { is: 'pairs', pairs: [{ local: '10.20.0.0/16', remote: '10.70.0.0/16' }] },
  })
  expect(all(file, 'src-subnet')).toEqual(['10.70.0.0 255.255.0.0'])
  expect(all(file, 'dst-subnet')).toEqual(['10.20.0.0 255.255.0.0'])
})

test('behind NAT it is known by its public address', () => {
  expect(all(text({ nat: { is: 'behind', address: known('192.168.1.2') } }), 'localid')).toEqual([
    '"203.0.113.18"',
  ])
  expect(text()).not.toContain('localid')
})

test('only marks that stand in the file are to be filled in', () => {
  const file = text({ nat: { is: 'behind', address: open('PRIVATE_ADDRESS', 'x') } })
  expect(file).not.toContain('PRIVATE_ADDRESS')
  expect(file).toContain('#   REPLACE_LAN_INTERFACE: ')
})

test('segments are kept small in every rule, and the device only answers where Azure starts', () => {
  expect(all(text(), 'tcp-mss-sender')).toEqual(['1350', '1350'])
  expect(text()).not.toContain('passive-mode')
  expect(text({ starts: 'azure' })).toContain('set passive-mode enable')
})

test('the key is a mark, and digits where it is asked for', () => {
  expect(all(text(), 'psksecret')).toEqual(['REPLACE_SHARED_KEY'])
  const [value = ''] = all(text({}, EVERY_CHARACTER), 'psksecret')
  expect(Buffer.from(value.replace(/^0x/, ''), 'hex').toString()).toBe(EVERY_CHARACTER)
})

test('it says that it was only reviewed', () => {
  expect(text()).toContain('# Review before applying.\n# Reviewed only')
})

test.each(HOSTILE_NAMES)('the name %j adds no line and ends no quotation', (name) => {
  const plain = text({ connection: 'cn', gateway: 'g', site: 's', notes: ['n'] })
  const hostile = text({ connection: name, gateway: name, site: name, notes: [name] })
  const shape = (file: string) =>
    file.split('\n').map((line) => line.replace(/^#.*/, '').replaceAll(/"[^"]*"/g, 'TEXT'))
  expect(shape(hostile)).toEqual(shape(plain))
  expect(hostile.replaceAll(/^#.*$/gm, '')).not.toContain('\\')
})

test.each<[what: string, policy: DeviceSettings['policy'], says: RegExp]>([
  ['DH group 24', custom({ dhGroup: 'DHGroup24' }), /no DH group 24/],
  ['PFS group 24', custom({ pfsGroup: 'PFS24' }), /no DH group 24/],
  ['GCM with 192 bits', custom({ ipsecEncryption: 'GCMAES192', ipsecIntegrity: 'GCMAES192' }), /192 bits/],
  ['MD5 beside GCM', custom({ ikeEncryption: 'GCMAES256', ikeIntegrity: 'MD5' }), /no MD5 beside GCM/],
])('%s is refused with the reason', (_, policy, says) => {
  const rendered = fortiGate(deviceSettings({ policy }))
  expect(rendered.is === 'refused' && rendered.reasons.join(' ')).toMatch(says)
})
