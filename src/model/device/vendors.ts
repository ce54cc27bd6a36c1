import { fortiGate } from './fortigate.ts'
import type { Rendered } from './head.ts'
import { identifier } from './hostile.ts'
import { iosXe } from './ios-xe.ts'
import type { DeviceSettings } from './settings.ts'
import { strongSwan } from './strongswan.ts'

export interface Vendor {
  /** As kept in the wizard's answers. */
  id: string
  name: string
  /** What is known to work, one sentence. */
  proof: string
  render: (settings: DeviceSettings, key?: string) => Rendered
  /** Ends the name of the file. */
  file: string
}

const STRONG_SWAN: Vendor = {
  id: 'strongswan',
  name: 'strongSwan (swanctl)',
  proof:
    'Proven with a handshake, a rekey and a ping against a second strongSwan that stands for Azure; not against a real gateway, and not with NAT or XFRM interfaces.',
  render: strongSwan,
  file: 'swanctl.conf',
}

/** Each maker's configuration from the same settings. */
export const VENDORS: readonly Vendor[] = [
  STRONG_SWAN,
  {
    id: 'ios-xe',
    name: 'Cisco IOS-XE',
    proof: 'Reviewed only: nothing of it was proven on a router.',
    render: iosXe,
    file: 'ios-xe.txt',
  },
  {
    id: 'fortigate',
    name: 'FortiGate (FortiOS)',
    proof: 'Reviewed only: nothing of it was proven on a device.',
    render: fortiGate,
    file: 'fortigate.conf',
  },
]

/** What is stored is anybody's: what names no vendor is the first. */
export function vendorOf(id: string): Vendor {
  return VENDORS.find((one) => one.id === id) ?? STRONG_SWAN
}

/** `cn-sdc-to-malmo.swanctl.conf` */
export function fileNameOf({ connection }: DeviceSettings, { file }: Vendor): string {
  return `${identifier(connection, 60)}.${file}`
}
