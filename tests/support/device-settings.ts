import { type DeviceSettings, known } from '../../src/model/device/settings.ts'
import { PRESETS } from '../../src/model/edits/ipsec-policy.ts'
import type { IpsecPolicy } from '../../src/model/resources/vpn.ts'

/** A device at one instance, with nothing remarkable; a test says only what it is about. */
export function deviceSettings(change: Partial<DeviceSettings> = {}): DeviceSettings {
  return {
    connection: 'cn-weu-to-malmo',
    gateway: 'vgw-weu',
    site: 'lng-malmo',
    device: { by: 'address', endpoint: known('203.0.113.18') },
    nat: { is: 'none' },
    tunnels: [{ label: 'Instance 0', address: known('198.51.100.22'), bgpPeer: known('10.20.255.4') }],
    protocol: 'IKEv2',
    authentication: 'key',
    policy: { is: 'azureDefault' },
    dpdSeconds: 45,
    starts: 'either',
    azureNetworks: ['10.20.0.0/16'],
    deviceNetworks: ['10.70.0.0/16', '10.71.128.0/17'],
    selectors: { is: 'any' },
    notes: [],
    ...change,
  }
}

export const TWO_TUNNELS: DeviceSettings['tunnels'] = [
  { label: 'Instance 0', address: known('198.51.100.22'), bgpPeer: known('10.20.255.4') },
  { label: 'Instance 1', address: known('198.51.100.23'), bgpPeer: known('10.20.255.5') },
]

export const BGP: DeviceSettings['bgp'] = {
  azureAsn: known('65515'),
  deviceAsn: known('64620'),
  devicePeer: known('10.70.0.254'),
}

export function custom(change: Partial<IpsecPolicy> = {}): DeviceSettings['policy'] {
  const { saLifeTimeSeconds, saDataSizeKilobytes, ...algorithms } = PRESETS.Compatible
  return {
    is: 'custom',
    policy: {
      ...algorithms,
      saLifeTimeSeconds: Number(saLifeTimeSeconds),
      saDataSizeKilobytes: Number(saDataSizeKilobytes),
      ...change,
    },
  }
}

export function preset(name: keyof typeof PRESETS): DeviceSettings['policy'] {
  const { saLifeTimeSeconds: _seconds, saDataSizeKilobytes: _size, ...algorithms } = PRESETS[name]
  return custom(algorithms)
}

/** What somebody may have called a resource in another estate, or an attacker: no line of a file may begin with any of it. */
export const HOSTILE_NAMES = [
  'cn\nsecrets { ike-x { secret = "y" } }',
  'cn\r\nend\r\nno ip access-list extended OUTSIDE',
  'cn"\nset psksecret "stolen',
  'cn } } connections {',
  "cn' $(reboot) `id` \\",
  'cn\u2028next\u0085line\u0000nul\u001b[2J',
  'cn \u202etxet neddih',
  '?? ! # ; "',
  '',
  'x'.repeat(300),
]

/** Printable ASCII without the blank: what Azure takes as a key, every character of it. */
export const EVERY_CHARACTER = Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at)).join('')
