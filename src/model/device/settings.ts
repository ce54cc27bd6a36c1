import type { SelectorPair } from '../ipsec/selectors.ts'
import type { IpsecPolicy } from '../resources/vpn.ts'

/** A value, or the mark that stands in a configuration until somebody knows it. */
export type Known =
  | { is: 'known'; value: string }
  /** `mark` is plain letters, digits and `_`, so that it can stand in any syntax; `why` is a clause. */
  | { is: 'open'; mark: string; why: string }

export const known = (value: string): Known => ({ is: 'known', value })

export function open(mark: string, why: string): Known {
  return { is: 'open', mark: `REPLACE_${mark}`, why }
}

/** What stands in a configuration for a value. */
export function written(value: Known): string {
  return value.is === 'known' ? value.value : value.mark
}

/** One of the gateway's ends. */
export interface DeviceTunnel {
  /** `Instance 0`, as the app names it elsewhere. */
  label: string
  /** Where the device reaches it. */
  address: Known
  /** Azure's BGP peer there; without meaning where BGP is off. */
  bgpPeer: Known
}

/** What goes into a tunnel, seen from Azure: `local` is Azure's side. */
export type DeviceSelectors =
  | { is: 'any' }
  | { is: 'pairs'; pairs: readonly SelectorPair[] }
  /** `why` is a whole sentence. */
  | { is: 'unknown'; why: string }

/**
 * Everything one device has to know of one connection (VPN Gateway 9.1), whatever its maker. Plain data without the key, so
 * that it can be kept and shown; names come from Azure and are hostile text.
 */
export interface DeviceSettings {
  connection: string
  gateway: string
  /** The local network gateway, or how the wizard names it. */
  site: string
  device: {
    by: 'address' | 'name'
    /** The public address, or the name that Azure resolves. */
    endpoint: Known
  }
  /** Azure does not know of a NAT in front of the device: somebody has to say so. */
  nat: { is: 'none' } | { is: 'behind'; address: Known }
  /** One, or two of an active-active gateway: the device needs a tunnel to each. */
  tunnels: readonly DeviceTunnel[]
  protocol: 'IKEv2' | 'IKEv1'
  authentication: 'key' | 'certificate'
  policy: { is: 'azureDefault' } | { is: 'custom'; policy: IpsecPolicy }
  dpdSeconds: number
  starts: 'either' | 'azure' | 'device'
  /** What the device reaches through the tunnel. Prefixes that can be read, IPv4. */
  azureNetworks: readonly string[]
  deviceNetworks: readonly string[]
  selectors: DeviceSelectors
  bgp?: { azureAsn: Known; deviceAsn: Known; devicePeer: Known }
  /** What is to be known besides, whole sentences. */
  notes: readonly string[]
}

/** TCP segments inside the tunnel, and its MTU: Azure does not put fragments together (VPN Gateway 3.4). */
export const MSS = 1350
export const MTU = 1400
/** Azure's BGP timers are fixed (VPN Gateway 3.2). */
export const BGP_KEEPALIVE_SECONDS = 60
export const BGP_HOLD_SECONDS = 180
/** Azure’s default, also where the wire says 0 (VPN Gateway 3.3, ARM contract 9.3). */
export const DPD_SECONDS = 45

/** The marks that a configuration of these settings holds, with what to put there. */
export function openValues(settings: DeviceSettings): { mark: string; why: string }[] {
  const { device, nat, tunnels, bgp } = settings
  const values = [
    identity(settings) ?? device.endpoint,
    ...(nat.is === 'behind' ? [nat.address] : []),
    ...tunnels.flatMap(({ address, bgpPeer }) => (bgp ? [address, bgpPeer] : [address])),
    ...(bgp ? [bgp.azureAsn, bgp.deviceAsn, bgp.devicePeer] : []),
  ]
  return values.flatMap((value) => (value.is === 'open' ? [{ mark: value.mark, why: value.why }] : []))
}

/** What the device identifies itself by to Azure: its public address; `undefined` where it has a name and no fixed address. */
export function identity({ device, nat }: DeviceSettings): Known | undefined {
  if (device.by === 'address') return device.endpoint
  return nat.is === 'behind'
    ? open('PUBLIC_ADDRESS', 'the public address that the name of the device leads to')
    : undefined
}
