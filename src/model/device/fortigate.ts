import { headOf, refusals, type Rendered } from './head.ts'
import { commented, hexOf, identifier, KEY_MARK, withMask } from './hostile.ts'
import {
  type Cbc,
  type EspProposal,
  type Gcm,
  type IkeProposal,
  type Proposals,
  proposalsOf,
} from './proposals.ts'
import {
  BGP_HOLD_SECONDS,
  BGP_KEEPALIVE_SECONDS,
  type DeviceSettings,
  type DeviceTunnel,
  identity,
  MSS,
  written,
} from './settings.ts'
import { dpdInterval } from './values.ts'

const CIPHERS: Record<Exclude<Cbc | Gcm, 'gcmaes192'> | 'null', string> = {
  gcmaes256: 'aes256gcm',
  gcmaes128: 'aes128gcm',
  aes256: 'aes256',
  aes192: 'aes192',
  aes128: 'aes128',
  des3: '3des',
  des: 'des',
  null: 'null',
}

const WAN = 'REPLACE_WAN_INTERFACE'
const LAN = 'REPLACE_LAN_INTERFACE'

/** Names of tunnel interfaces have 15 characters at most. */
const LONGEST_NAME = 10

/**
 * FortiGate (FortiOS) with one tunnel interface for each end of the gateway (VPN Gateway 9.3 and 9.4). Nothing of it was proven on a
 * device. The key goes in as hexadecimal digits after 0x, as FortiOS documents for psksecret.
 * @param key absent: a mark stands for it
 */
export function fortiGate(settings: DeviceSettings, key?: string): Rendered {
  const reasons = refusals(settings)
  if (reasons.length > 0) return { is: 'refused', reasons }
  const proposals = proposalsOf(settings)
  if (!proposals.ok) return { is: 'refused', reasons: proposals.error }
  const missing = notOffered(proposals.value)
  if (missing.length > 0) return { is: 'refused', reasons: missing }
  const name = identifier(settings.connection, LONGEST_NAME)
  const names = settings.tunnels.map((_, index) => `${name}-az${index}`)
  const body = [
    '',
    ...block(
      'vpn ipsec phase1-interface',
      settings.tunnels.flatMap((tunnel, index) =>
        entry(names[index], phase1(settings, proposals.value, tunnel, key)),
      ),
    ),
    ...block(
      'vpn ipsec phase2-interface',
      names.flatMap((one) => phase2(settings, proposals.value, one)),
    ),
    ...(settings.bgp ? loopback(settings, name) : []),
    ...policies(settings, names, name),
    ...staticRoutes(settings, names),
    ...bgpLines(settings, name),
  ]
  const head = headOf(settings, {
    vendor: 'FortiGate (FortiOS)',
    proven: ['Reviewed only: nothing of this was proven on a device.'],
    marks: [
      { mark: WAN, why: 'the interface to the internet, such as wan1' },
      { mark: LAN, why: 'the interface of the own networks, such as internal' },
    ],
    key: key !== undefined,
    body,
  }).map((line) => (line === '' ? '#' : `# ${line}`))
  return { is: 'text', text: `${[...head, ...body].join('\n')}\n` }
}

/** What FortiOS has no word for, as whole sentences. */
function notOffered({ ike, esp }: Proposals): string[] {
  return [
    ...(ike.some(({ group }) => group === 24) || esp.some(({ pfs }) => pfs === 24)
      ? ['FortiOS has no DH group 24. Choose group 14, ECP256 or ECP384 on the connection.']
      : []),
    ...(ike.some(({ encryption, hash }) => encryption.startsWith('gcm') && hash === 'md5')
      ? ['FortiOS has no MD5 beside GCM in phase 1. Choose SHA256 or SHA384 on the connection.']
      : []),
    ...(esp.some(({ encryption }) => encryption === 'gcmaes192')
      ? ['FortiOS has no GCM with 192 bits. Choose GCMAES256 or GCMAES128 on the connection.']
      : []),
  ]
}

function block(path: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`config ${path}`, ...lines.map((line) => `    ${line}`), 'end', '']
}

/** @param name absent: FortiOS gives the next number */
function entry(name: string | undefined, settings: readonly string[]): string[] {
  return [
    name === undefined ? 'edit 0' : `edit "${name}"`,
    ...settings.map((line) => `    set ${line}`),
    'next',
  ]
}

function ikeWords({ encryption, hash }: IkeProposal): string {
  return encryption.startsWith('gcm') ? `${CIPHERS[encryption]}-prf${hash}` : `${CIPHERS[encryption]}-${hash}`
}

function espWords(proposal: EspProposal): string {
  // What has no word was refused before.
  if (proposal.encryption === 'gcmaes192') return ''
  return proposal.is === 'gcm'
    ? CIPHERS[proposal.encryption]
    : `${CIPHERS[proposal.encryption]}-${proposal.hash}`
}

function phase1(
  settings: DeviceSettings,
  { ike, ikeSeconds }: Proposals,
  tunnel: DeviceTunnel,
  key: string | undefined,
): string[] {
  const { protocol, nat, starts, dpdSeconds } = settings
  const own = identity(settings)
  return [
    `interface "${WAN}"`,
    `comments "${commented(`${settings.gateway}, ${tunnel.label}`).replaceAll(/["\\]/g, '.')}"`,
    `ike-version ${protocol === 'IKEv1' ? 1 : 2}`,
    'peertype any',
    'net-device disable',
    `proposal ${ike.map(ikeWords).join(' ')}`,
    `dhgrp ${[...new Set(ike.map(({ group }) => group))].join(' ')}`,
    `keylife ${ikeSeconds}`,
    ...(own !== undefined && nat.is === 'behind'
      ? ['localid-type address', `localid "${written(own)}"`]
      : []),
    'nattraversal enable',
    'dpd on-idle',
    'dpd-retrycount 3',
    `dpd-retryinterval ${dpdInterval(dpdSeconds)}`,
    ...(starts === 'azure' ? ['passive-mode enable'] : []),
    `remote-gw ${written(tunnel.address)}`,
    `psksecret ${key === undefined ? KEY_MARK : `0x${hexOf(key)}`}`,
  ]
}

function phase2(
  { selectors, starts }: DeviceSettings,
  { esp, seconds, kilobytes }: Proposals,
  name: string,
): string[] {
  const pairs = selectors.is === 'pairs' ? selectors.pairs : [{ local: '0.0.0.0/0', remote: '0.0.0.0/0' }]
  const pfs = esp[0]?.pfs
  return pairs.flatMap(({ local, remote }, index) =>
    entry(`${name}-${index}`, [
      `phase1name "${name}"`,
      `proposal ${esp.map(espWords).join(' ')}`,
      ...(pfs === undefined ? ['pfs disable'] : ['pfs enable', `dhgrp ${pfs}`]),
      ...(starts === 'azure' ? [] : ['auto-negotiate enable']),
      'keylife-type both',
      `keylifeseconds ${seconds}`,
      `keylifekbs ${kilobytes}`,
      `src-subnet ${withMask(remote)}`,
      `dst-subnet ${withMask(local)}`,
    ]),
  )
}

/** Both sessions come from one address, which no tunnel interface can hold twice. */
function loopback({ bgp }: DeviceSettings, name: string): string[] {
  if (!bgp) return []
  return block(
    'system interface',
    entry(`${name}-lo`, [
      'vdom "root"',
      'type loopback',
      `ip ${written(bgp.devicePeer)} 255.255.255.255`,
      'allowaccess ping',
    ]),
  )
}

function policies({ bgp }: DeviceSettings, names: readonly string[], name: string): string[] {
  const tunnels = names.map((one) => `"${one}"`).join(' ')
  const policy = (title: string, from: string, to: string) =>
    entry(undefined, [
      `name "${title}"`,
      `srcintf ${from}`,
      `dstintf ${to}`,
      'srcaddr "all"',
      'dstaddr "all"',
      'action accept',
      'schedule "always"',
      'service "ALL"',
      `tcp-mss-sender ${MSS}`,
      `tcp-mss-receiver ${MSS}`,
    ])
  return [
    '# These let everything pass: narrow them to what has to.',
    ...block('firewall policy', [
      ...policy(`${name}-to-azure`, `"${LAN}"`, tunnels),
      ...policy(`${name}-from-azure`, tunnels, `"${LAN}"`),
      ...(bgp ? policy(`${name}-bgp`, tunnels, `"${name}-lo"`) : []),
    ]),
  ]
}

/** With BGP to Azure's peers alone; else to the networks, through the second tunnel when the first is down. */
function staticRoutes({ bgp, tunnels, azureNetworks }: DeviceSettings, names: readonly string[]): string[] {
  return block(
    'router static',
    tunnels.flatMap(({ bgpPeer }, index) => {
      const device = `device "${names[index] ?? ''}"`
      if (bgp) return entry(undefined, [`dst ${written(bgpPeer)} 255.255.255.255`, device])
      return azureNetworks.flatMap((prefix) =>
        entry(undefined, [`dst ${withMask(prefix)}`, device, `distance ${10 + index}`]),
      )
    }),
  )
}

function bgpLines({ bgp, tunnels, deviceNetworks }: DeviceSettings, name: string): string[] {
  if (!bgp) return []
  const indented = (lines: readonly string[]) => lines.map((line) => `    ${line}`)
  return block('router bgp', [
    `set as ${written(bgp.deviceAsn)}`,
    `set router-id ${written(bgp.devicePeer)}`,
    'set ebgp-multipath enable',
    'config neighbor',
    ...indented(
      tunnels.flatMap(({ bgpPeer }) =>
        entry(written(bgpPeer), [
          `remote-as ${written(bgp.azureAsn)}`,
          'ebgp-enforce-multihop enable',
          'ebgp-multihop-ttl 2',
          `update-source "${name}-lo"`,
          `keep-alive-timer ${BGP_KEEPALIVE_SECONDS}`,
          `holdtime-timer ${BGP_HOLD_SECONDS}`,
        ]),
      ),
    ),
    'end',
    ...(deviceNetworks.length === 0
      ? []
      : [
          'config network',
          ...indented(deviceNetworks.flatMap((prefix) => entry(undefined, [`prefix ${withMask(prefix)}`]))),
          'end',
        ]),
  ])
}
