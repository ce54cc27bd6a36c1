import { type EspProposal, type Group, type IkeProposal, proposalsOf } from './proposals.ts'
import {
  BGP_HOLD_SECONDS,
  BGP_KEEPALIVE_SECONDS,
  type DeviceSettings,
  identity,
  type Known,
  MSS,
  MTU,
} from './settings.ts'

/** A value that every device needs, whatever its maker. */
export interface DeviceValue {
  label: string
  /** More than one where there are several. */
  values: readonly string[]
  /** What is missing, a clause; then `values` says nothing. */
  missing?: string
}

/** The values of VPN Gateway 9.1, in the order in which a device asks for them. The key is not among them. */
export function deviceValues(settings: DeviceSettings): DeviceValue[] {
  const { tunnels, device, nat, protocol, authentication, dpdSeconds, bgp } = settings
  return [
    ...tunnels.map(({ label, address }) => row(`Azure, ${label.toLowerCase()}`, address)),
    row(device.by === 'name' ? 'Device, by name' : 'Device, public address', device.endpoint),
    ...(nat.is === 'behind' ? [row('Device, private address behind NAT', nat.address)] : []),
    row(
      'IKE identity of the device',
      identity(settings) ?? { is: 'known', value: 'its current public address' },
    ),
    text('Authentication', authentication === 'key' ? 'pre-shared key' : 'certificates'),
    text('IKE version', protocol),
    ...proposalRows(settings),
    text(
      'Dead peer detection',
      `Azure gives up after ${dpdSeconds} s: ask every ${dpdInterval(dpdSeconds)} s, three times`,
    ),
    text('Who starts', STARTS[settings.starts]),
    { label: 'Networks in Azure', ...listOr(settings.azureNetworks, 'no prefix of Azure’s side was read') },
    {
      label: 'Networks on-premises',
      ...listOr(settings.deviceNetworks, bgp ? 'told by BGP' : 'no prefix of the site is known'),
    },
    selectorRow(settings),
    ...(bgp
      ? [
          row('BGP, ASN of Azure', bgp.azureAsn),
          ...tunnels.map(({ label, bgpPeer }) => row(`BGP, Azure’s peer, ${label.toLowerCase()}`, bgpPeer)),
          row('BGP, ASN of the device', bgp.deviceAsn),
          row('BGP, peer address of the device', bgp.devicePeer),
          text(
            'BGP, session',
            `eBGP multihop, keepalive ${BGP_KEEPALIVE_SECONDS} s, hold ${BGP_HOLD_SECONDS} s, a /32 route to each peer of Azure through its tunnel`,
          ),
        ]
      : [text('BGP', 'off: static routes to the networks in Azure')]),
    text('Segment size', `TCP MSS ${MSS}, or MTU ${MTU} of the tunnel`),
    text('Firewall', 'let pass UDP 500, UDP 4500 and ESP (protocol 50) between these addresses'),
  ]
}

/** The table as lines of label and value with a tab between, for a ticket or a sheet. */
export function valuesText(values: readonly DeviceValue[]): string {
  return values
    .map(
      ({ label, values: all, missing }) =>
        `${label}\t${missing === undefined ? all.join(', ') : `(${missing})`}`,
    )
    .join('\n')
}

/** A third of the time after which the peer is given up: three questions fit in (VPN Gateway 9.1). */
export function dpdInterval(seconds: number): number {
  return Math.max(3, Math.floor(seconds / 3))
}

const STARTS: Record<DeviceSettings['starts'], string> = {
  either: 'either side',
  azure: 'Azure; the device answers',
  device: 'the device; Azure answers',
}

function text(label: string, value: string): DeviceValue {
  return { label, values: [value] }
}

function row(label: string, value: Known): DeviceValue {
  return value.is === 'known'
    ? { label, values: [value.value] }
    : { label, values: [], missing: `to be filled in: ${value.why}` }
}

function listOr(values: readonly string[], missing: string) {
  return values.length > 0 ? { values } : { values, missing }
}

function proposalRows(settings: DeviceSettings): DeviceValue[] {
  const proposals = proposalsOf(settings)
  if (!proposals.ok) return [{ label: 'Phase 1 and 2', values: [], missing: proposals.error.join(' ') }]
  const { ike, esp, ikeSeconds, seconds, kilobytes } = proposals.value
  return [
    { label: 'Phase 1', values: ike.map(ikeWords) },
    text('Phase 1, lifetime', `${ikeSeconds} s`),
    { label: 'Phase 2', values: esp.map(espWords) },
    text('Phase 2, lifetime', `${seconds} s, ${kilobytes} KB; each side keeps its own`),
  ]
}

function selectorRow({ selectors }: DeviceSettings): DeviceValue {
  const label = 'Traffic selectors'
  switch (selectors.is) {
    case 'any':
      return text(label, '0.0.0.0/0 to 0.0.0.0/0, and routes decide')
    case 'pairs':
      return { label, values: selectors.pairs.map(({ local, remote }) => `${remote} to ${local}`) }
    case 'unknown':
      return { label, values: [], missing: selectors.why }
    default:
      return selectors satisfies never
  }
}

const GROUP_NAMES: Record<Group, string> = {
  1: '1 (MODP 768)',
  2: '2 (MODP 1024)',
  14: '14 (MODP 2048)',
  24: '24 (MODP 2048, 256)',
  19: '19 (ECP 256)',
  20: '20 (ECP 384)',
}

/** As algorithms are named outside of Azure. */
function cipherName(encryption: string): string {
  if (encryption.startsWith('gcm')) return `AES-${encryption.slice(6)}-GCM`
  if (encryption.startsWith('aes')) return `AES-${encryption.slice(3)}-CBC`
  return encryption === 'des3' ? '3DES' : encryption === 'null' ? 'no encryption' : 'DES'
}

function ikeWords({ encryption, hash, group }: IkeProposal): string {
  const name = hash.startsWith('sha') ? hash.replace('sha', 'SHA-') : 'MD5'
  return `${cipherName(encryption)}, ${encryption.startsWith('gcm') ? 'PRF ' : ''}${name}, DH group ${GROUP_NAMES[group]}`
}

function espWords(proposal: EspProposal): string {
  const parts = [cipherName(proposal.encryption)]
  if (proposal.is === 'cbc')
    parts.push(proposal.hash === 'md5' ? 'MD5' : proposal.hash.replace('sha', 'SHA-'))
  parts.push(proposal.pfs === undefined ? 'no PFS' : `PFS group ${GROUP_NAMES[proposal.pfs]}`)
  return parts.join(', ')
}
