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
import { type DeviceSettings, known, open } from './settings.ts'
import { strongSwan } from './strongswan.ts'

function text(change: Partial<DeviceSettings> = {}, key?: string): string {
  const rendered = strongSwan(deviceSettings(change), key)
  if (rendered.is === 'refused') throw new Error(rendered.reasons.join(' '))
  return rendered.text
}

/** What stands after a name, in every place. */
function all(file: string, name: string): string[] {
  return [...file.matchAll(new RegExp(`^ +${name} = (.*)$`, 'gm'))].map(([, value = '']) => value)
}

test.each<[what: string, policy: DeviceSettings['policy'], ike: string, esp: string]>([
  ['Strong', preset('Strong'), 'aes256gcm16-prfsha384-ecp384', 'aes256gcm16-ecp384'],
  ['Compatible', preset('Compatible'), 'aes256-sha256-modp2048', 'aes256-sha256-modp2048'],
  [
    'Azure’s defaults, never strongSwan’s',
    { is: 'azureDefault' },
    'aes256-sha256-modp1024,aes256-sha1-modp1024,aes128-sha256-modp1024,aes128-sha1-modp1024',
    'aes256gcm16,aes256-sha256,aes256-sha1,aes128-sha256,aes128-sha1',
  ],
  [
    'GCM with 192 bits, group 24, without PFS',
    custom({
      ipsecEncryption: 'GCMAES192',
      ipsecIntegrity: 'GCMAES192',
      dhGroup: 'DHGroup24',
      pfsGroup: 'None',
    }),
    'aes256-sha256-modp2048s256',
    'aes192gcm16',
  ],
  [
    'old algorithms',
    custom({
      ikeEncryption: 'DES3',
      ikeIntegrity: 'MD5',
      dhGroup: 'DHGroup1',
      ipsecEncryption: 'None',
      pfsGroup: 'PFS2',
    }),
    '3des-md5-modp768',
    'null-sha256-modp1024',
  ],
])('%s', (_, policy, ike, esp) => {
  const file = text({ policy })
  expect(all(file, 'proposals')).toEqual([ike])
  expect(all(file, 'esp_proposals')).toEqual([esp])
  expect(file).not.toMatch(/proposals = .*default/)
})

test('phase 2 is renewed at nine tenths of what Azure keeps', () => {
  const file = text({ policy: custom({ saLifeTimeSeconds: 27_000, saDataSizeKilobytes: 102_400_000 }) })
  expect(all(file, 'rekey_time')).toEqual(['25920s', '24300s'])
  expect(all(file, 'life_time')).toEqual(['27000s'])
  expect(all(file, 'rekey_bytes')).toEqual(['94371840000'])
  expect(all(file, 'life_bytes')).toEqual(['104857600000'])
})

test('an active-active gateway gets two tunnels, each with its own interface', () => {
  const file = text({ tunnels: TWO_TUNNELS })
  expect(all(file, 'remote_addrs')).toEqual(['198.51.100.22', '198.51.100.23'])
  expect(all(file, 'if_id_in')).toEqual(['1000', '1001'])
  expect(all(file, 'id-2')).toEqual(['198.51.100.22', '198.51.100.23'])
  expect(file).toContain('#   ip link add azure1 type xfrm if_id 1001')
  expect(file).toContain('#   ip route add 10.20.0.0/16 dev azure1 metric 101')
})

test('BGP by BIRD, with a route to each peer through its tunnel', () => {
  const file = text({ tunnels: TWO_TUNNELS, bgp: BGP })
  expect(file).toContain('#   ip route add 10.20.255.5/32 dev azure1 src 10.70.0.254')
  expect(file).toContain('#     neighbor 10.20.255.4 as 65515;')
  expect(file).toContain('export where net ~ [ 10.70.0.0/16, 10.71.128.0/17 ];')
  expect(text()).not.toContain('neighbor')
})

test('APIPA addresses stand as they are', () => {
  const [first, second] = TWO_TUNNELS
  const file = text({
    tunnels: [first, second].flatMap((one, at) =>
      one ? [{ ...one, bgpPeer: known(`169.254.21.${1 + 4 * at}`) }] : [],
    ),
    bgp: { azureAsn: known('65515'), deviceAsn: known('64620'), devicePeer: known('169.254.21.2') },
  })
  expect(file).toContain('#     neighbor 169.254.21.5 as 65515;')
  expect(file).toContain('#   ip address add 169.254.21.2/32 dev lo')
})

test('pairs of prefixes are children of their own, seen from the device', () => {
  const file = text({
    selectors: {
      is: 'pairs',
      pairs: [
        { local: '10.20.0.0/16', remote: '10.70.0.0/16' },
        { local: '10.20.0.0/16', remote: '10.71.128.0/17' },
      ],
    },
  })
  expect(all(file, 'local_ts')).toEqual(['10.70.0.0/16', '10.71.128.0/17'])
  expect(all(file, 'remote_ts')).toEqual(['10.20.0.0/16', '10.20.0.0/16'])
})

test('behind NAT it speaks from its private address and is known by the public one', () => {
  const file = text({ nat: { is: 'behind', address: known('192.168.1.2') } })
  expect(all(file, 'local_addrs')).toEqual(['192.168.1.2'])
  expect(all(file, 'id')).toEqual(['203.0.113.18', '198.51.100.22'])
  expect(all(file, 'id-1')).toEqual(['203.0.113.18'])
})

test('a device that Azure knows by name has no fixed identity', () => {
  const file = text({ device: { by: 'name', endpoint: known('vpn.example.com') } })
  expect(all(file, 'local_addrs')).toEqual(['%any'])
  expect(all(file, 'id')).toEqual(['198.51.100.22'])
  expect(file).not.toContain('id-1')
})

test.each<[starts: DeviceSettings['starts'], action: string]>([
  ['either', 'start'],
  ['device', 'start'],
  ['azure', 'none'],
])('who starts: %s', (starts, action) => {
  expect(all(text({ starts }), 'start_action')).toEqual([action])
})

test('what is not known yet is marked, and listed first', () => {
  const file = text({
    tunnels: [
      {
        label: 'Instance 0',
        address: open('AZURE_ADDRESS_0', 'known after the deployment'),
        bgpPeer: open('AZURE_BGP_PEER_0', 'known after the deployment'),
      },
    ],
  })
  expect(all(file, 'remote_addrs')).toEqual(['REPLACE_AZURE_ADDRESS_0'])
  expect(file).toContain('#   REPLACE_AZURE_ADDRESS_0: known after the deployment')
  // Without BGP nobody needs the peer.
  expect(file).not.toContain('AZURE_BGP_PEER')
})

test('the key is a mark, and its digits where it is asked for', () => {
  expect(all(text(), 'secret')).toEqual(['REPLACE_SHARED_KEY'])
  const file = text({ tunnels: TWO_TUNNELS }, EVERY_CHARACTER)
  for (const value of all(file, 'secret'))
    expect(Buffer.from(value.replace(/^0x/, ''), 'hex').toString()).toBe(EVERY_CHARACTER)
  expect(file).toContain('holds the shared key')
})

test('every file says what to do before it is used, and what is proven', () => {
  expect(text()).toContain('# Review before applying.')
  expect(text()).toContain('# Proven: ')
  expect(text()).toContain('Not proven: a real gateway')
})

test.each(HOSTILE_NAMES)('the name %j changes no line but its own', (name) => {
  const plain = text({ connection: 'cn', gateway: 'g', site: 's', notes: ['n'] })
  const hostile = text({ connection: name, gateway: name, site: name, notes: [name] })
  const shape = (file: string) =>
    file
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .map((line) => line.replaceAll(/azure-[a-z0-9-]+?-0/g, 'NAME'))
  expect(shape(hostile)).toEqual(shape(plain))
  expect(hostile.split('\n')).toHaveLength(plain.split('\n').length)
})

test.each<[what: string, change: Partial<DeviceSettings>, says: RegExp]>([
  ['DH group None', { policy: custom({ dhGroup: 'None' }) }, /without one/],
  ['PFSMM', { policy: custom({ pfsGroup: 'PFSMM' }) }, /PFSMM/],
  ['GCM as integrity of phase 1', { policy: custom({ ikeIntegrity: 'GCMAES128' }) }, /GCMAES128/],
  ['certificates', { authentication: 'certificate' }, /certificates/],
  ['selectors that are not known', { selectors: { is: 'unknown', why: 'Not read.' } }, /Not read\./],
])('%s is refused with the reason', (_, change, says) => {
  const rendered = strongSwan(deviceSettings(change))
  expect(rendered.is === 'refused' && rendered.reasons.join(' ')).toMatch(says)
})
