import { open, type DeviceSettings, known } from '../../src/model/device/settings.ts'
import type { Rendered } from '../../src/model/device/head.ts'
import { AZURE_0, AZURE_1, DEVICE } from './lab.ts'

/** A key with every kind of character that a syntax could stumble over. */
export const KEY = '0xA{}#"\\\'$`?!;=~- %s/\\n'.replace(' ', '_')

/** The device of the lab. */
export function deviceOf(change: Partial<DeviceSettings> = {}): DeviceSettings {
  return {
    connection: 'cn-lab',
    gateway: 'vgw-lab',
    site: 'lng-lab',
    device: { by: 'address', endpoint: known(DEVICE) },
    nat: { is: 'none' },
    tunnels: [{ label: 'Instance 0', address: known(AZURE_0), bgpPeer: open('AZURE_BGP_PEER_0', 'none') }],
    protocol: 'IKEv2',
    authentication: 'key',
    policy: { is: 'azureDefault' },
    dpdSeconds: 45,
    starts: 'either',
    azureNetworks: ['10.1.0.0/16'],
    deviceNetworks: ['192.168.50.0/24'],
    selectors: { is: 'any' },
    notes: [],
    ...change,
  }
}

export const BOTH_TUNNELS: DeviceSettings['tunnels'] = [AZURE_0, AZURE_1].map((address, index) => ({
  label: `Instance ${index}`,
  address: known(address),
  bgpPeer: known(`169.254.21.${1 + 4 * index}`),
}))

/** The text of a file that has to be made. */
export function textOf(rendered: Rendered): string {
  if (rendered.is === 'refused') throw new Error(rendered.reasons.join(' '))
  return rendered.text
}
