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
import { iosXe } from './ios-xe.ts'
import { type DeviceSettings, known } from './settings.ts'

function text(change: Partial<DeviceSettings> = {}, key?: string): string {
  const rendered = iosXe(deviceSettings(change), key)
  if (rendered.is === 'refused') throw new Error(rendered.reasons.join(' '))
  return rendered.text
}

test.each<[what: string, policy: DeviceSettings['policy'], lines: string[]]>([
  [
    'Strong',
    preset('Strong'),
    [' encryption aes-gcm-256', ' prf sha384', ' group 20', ' set pfs group20', 'esp-gcm 256'],
  ],
  [
    'Compatible',
    preset('Compatible'),
    [
      ' encryption aes-cbc-256',
      ' integrity sha256',
      ' group 14',
      ' set pfs group14',
      'esp-aes 256 esp-sha256-hmac',
    ],
  ],
  [
    'Azure’s defaults',
    { is: 'azureDefault' },
    [
      ' encryption aes-cbc-256 aes-cbc-128',
      ' integrity sha256 sha1',
      ' group 2',
      'esp-gcm 256',
      'esp-aes 128 esp-sha-hmac',
      ' set transform-set azure-cn-weu-to-malmo-0 azure-cn-weu-to-malmo-1 azure-cn-weu-to-malmo-2',
    ],
  ],
  [
    'without encryption or PFS',
    custom({ ipsecEncryption: 'None', ipsecIntegrity: 'MD5', pfsGroup: 'None' }),
    ['esp-null esp-md5-hmac'],
  ],
])('%s', (_, policy, lines) => {
  const file = text({ policy })
  for (const line of lines) expect(file).toContain(line)
})

test('PFS stands where the policy has it and nowhere else', () => {
  expect(text({ policy: custom({ pfsGroup: 'None' }) })).not.toContain('set pfs')
  expect(text()).not.toContain('set pfs')
})

test('lifetimes, and what is less than the router takes', () => {
  expect(text({ policy: preset('Strong') })).toMatch(
    /lifetime seconds 27000\n set security-association lifetime kilobytes 102400000/,
  )
  expect(text({ policy: custom({ saDataSizeKilobytes: 1_024 }) })).not.toContain('lifetime kilobytes')
})

test('an active-active gateway gets two tunnel interfaces, and the second route is for when the first is down', () => {
  const file = text({ tunnels: TWO_TUNNELS })
  expect(file).toContain('interface Tunnel1001')
  expect(file).toContain(' tunnel destination 198.51.100.23')
  expect(file).toContain('ip route 10.20.0.0 255.255.0.0 Tunnel1000\n')
  expect(file).toContain('ip route 10.20.0.0 255.255.0.0 Tunnel1001 10')
  expect(file.match(/ip tcp adjust-mss 1350/g)).toHaveLength(2)
})

test('BGP from a loopback, with a route to each peer through its tunnel', () => {
  const file = text({ tunnels: TWO_TUNNELS, bgp: BGP })
  expect(file).toContain('ip route 10.20.255.5 255.255.255.255 Tunnel1001')
  expect(file).toContain(' neighbor 10.20.255.5 remote-as 65515')
  expect(file).toContain(' neighbor 10.20.255.4 ebgp-multihop 2')
  expect(file).toContain('  network 10.71.128.0 mask 255.255.128.0')
  expect(file).not.toContain('ip route 10.20.0.0')
})

test('pairs of prefixes are an access list of the tunnel', () => {
  const file = text({
    selectors: { is: 'pairs', pairs: [{ local: '10.20.0.0/16', remote: '10.71.128.0/17' }] },
  })
  expect(file).toContain(' permit ip 10.71.128.0 0.0.127.255 10.20.0.0 0.0.255.255')
  expect(file).toContain(' tunnel protection ipsec policy ipv4 azure-cn-weu-to-malmo')
})

test('behind NAT it is known by its public address', () => {
  expect(text({ nat: { is: 'behind', address: known('192.168.1.2') } })).toContain(
    ' identity local address 203.0.113.18',
  )
})

test('the device only answers where Azure starts', () => {
  expect(text({ starts: 'azure' })).toContain(' responder-only')
  expect(text()).not.toContain('responder-only')
})

test.each([
  [undefined, '0 REPLACE_SHARED_KEY'],
  ['Plain0123', '0 Plain0123'],
  ['with?mark', 'hex 776974683f6d61726b'],
])('the key %s stands as %s', (key, stands) => {
  expect(text({}, key)).toContain(`  pre-shared-key ${stands}\n`)
})

test('no character of a key reaches the command line as it is', () => {
  const [, hex = ''] = /pre-shared-key hex ([0-9a-f]+)\n/.exec(text({}, EVERY_CHARACTER)) ?? []
  expect(Buffer.from(hex, 'hex').toString()).toBe(EVERY_CHARACTER)
})

test('it says that it was only reviewed', () => {
  expect(text()).toContain('! Review before applying.\n! Reviewed only')
})

test.each(HOSTILE_NAMES)('the name %j adds no line and no word of command', (name) => {
  const plain = text({ connection: 'cn', gateway: 'g', site: 's', notes: ['n'] })
  const hostile = text({ connection: name, gateway: name, site: name, notes: [name] })
  const shape = (file: string) =>
    file
      .split('\n')
      .map((line) => line.replace(/^!.*|^ description .*/, ''))
      .map((line) => line.replaceAll(/azure-[a-z0-9-]+?(?=(?:-\d)?(?:\s|$))/g, 'NAME'))
  expect(shape(hostile)).toEqual(shape(plain))
  expect(hostile).not.toContain('?')
})

test('IKEv1 is refused with the reason', () => {
  expect(iosXe(deviceSettings({ protocol: 'IKEv1' }))).toMatchObject({
    is: 'refused',
    reasons: [expect.stringMatching(/IKEv1/)],
  })
})
