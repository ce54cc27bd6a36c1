import { ok } from '../../lib/result.ts'
import { type Rendered, headOf, refusals } from './head.ts'
import { commented, hexOf, identifier, KEY_MARK } from './hostile.ts'
import {
  type Cbc,
  type EspProposal,
  type Gcm,
  type Group,
  type IkeProposal,
  type Proposals,
  proposalsOf,
} from './proposals.ts'
import { type DeviceSettings, type DeviceTunnel, identity, written } from './settings.ts'
import { OWN_PREFIXES, routingNotes } from './strongswan-routing.ts'
import { dpdInterval } from './values.ts'

const CIPHERS: Record<Cbc | Gcm | 'null', string> = {
  gcmaes256: 'aes256gcm16',
  gcmaes192: 'aes192gcm16',
  gcmaes128: 'aes128gcm16',
  aes256: 'aes256',
  aes192: 'aes192',
  aes128: 'aes128',
  des3: '3des',
  des: 'des',
  null: 'null',
}

const GROUPS: Record<Group, string> = {
  1: 'modp768',
  2: 'modp1024',
  14: 'modp2048',
  24: 'modp2048s256',
  19: 'ecp256',
  20: 'ecp384',
}

/** Each row was brought up, rekeyed and pinged through (device proof 6). */
function ikeKeywords({ encryption, hash, group }: IkeProposal): string {
  const integrity = encryption.startsWith('gcm') ? `prf${hash}` : hash
  return [CIPHERS[encryption], integrity, GROUPS[group]].join('-')
}

function espKeywords(proposal: EspProposal): string {
  return [
    CIPHERS[proposal.encryption],
    ...(proposal.is === 'cbc' ? [proposal.hash] : []),
    ...(proposal.pfs === undefined ? [] : [GROUPS[proposal.pfs]]),
  ].join('-')
}

/** The first of the numbers that join a tunnel's policies with its XFRM interface. */
const FIRST_IF_ID = 1000

export interface StrongSwanTunnel {
  name: string
  ifId: number
  tunnel: DeviceTunnel
}

/** One connection of strongSwan for each end of the gateway, with names of this file. */
export function strongSwanTunnels(settings: DeviceSettings): StrongSwanTunnel[] {
  return settings.tunnels.map((tunnel, index) => ({
    name: `azure-${identifier(settings.connection, 80)}-${index}`,
    ifId: FIRST_IF_ID + index,
    tunnel,
  }))
}

/**
 * `swanctl.conf` of strongSwan 5.9 (device proof 4 to 7; swanctl.conf of strongSwan). The key goes in as hexadecimal digits, which no
 * character of it can break, and never `default` as a proposal, which Azure refuses.
 * @param key absent: a mark stands for it
 */
export function strongSwan(settings: DeviceSettings, key?: string): Rendered {
  const reasons = refusals(settings)
  const proposals = reasons.length > 0 ? ok(undefined) : proposalsOf(settings)
  if (!proposals.ok || proposals.value === undefined)
    return { is: 'refused', reasons: proposals.ok ? reasons : proposals.error }
  const { value } = proposals
  const tunnels = strongSwanTunnels(settings)
  const body = [
    '',
    'connections {',
    ...tunnels.flatMap((tunnel) => connection(settings, value, tunnel)),
    '}',
    '',
    'secrets {',
    ...tunnels.flatMap((tunnel) => secret(settings, tunnel, key)),
    '}',
    '',
    ...asComment(routingNotes(settings, tunnels)),
  ]
  const head = headOf(settings, {
    vendor: 'strongSwan 5.9, swanctl.conf',
    proven: [
      'Proven: files of this kind are brought up, rekeyed and used in the tests of this app, against a second',
      'strongSwan that stands for Azure. Not proven: a real gateway of Azure, NAT, and XFRM interfaces.',
    ],
    marks: [{ mark: OWN_PREFIXES, why: 'the own prefixes that Azure is to learn by BGP' }],
    key: key !== undefined,
    body,
  })
  const lines = [...asComment([...head, ...weakDefaults(settings)]), ...body]
  return { is: 'text', text: `${lines.join('\n')}\n` }
}

function asComment(lines: readonly string[]): string[] {
  return lines.map((line) => (line === '' ? '#' : `# ${line}`))
}

function weakDefaults({ policy }: DeviceSettings): string[] {
  if (policy.is === 'custom') return []
  return [
    '',
    'The connection has no policy of its own. These are the published defaults of Azure with AES; 3DES and DES are left out.',
    'They have DH group 2 and no PFS: a custom policy on the connection is stronger.',
  ]
}

function connection(
  settings: DeviceSettings,
  proposals: Proposals,
  { name, ifId, tunnel }: StrongSwanTunnel,
): string[] {
  const { protocol, device, nat, dpdSeconds } = settings
  const id = identity(settings)
  const local =
    nat.is === 'behind' ? written(nat.address) : device.by === 'address' ? written(device.endpoint) : '%any'
  return [
    `  ${name} {`,
    `    # ${commented(tunnel.label)}`,
    `    version = ${protocol === 'IKEv1' ? 1 : 2}`,
    '    mobike = no',
    `    local_addrs = ${local}`,
    `    remote_addrs = ${written(tunnel.address)}`,
    `    proposals = ${proposals.ike.map(ikeKeywords).join(',')}`,
    // Renewed before Azure's time is over, and given up at it.
    `    rekey_time = ${nineTenths(proposals.ikeSeconds)}s`,
    `    over_time = ${proposals.ikeSeconds - nineTenths(proposals.ikeSeconds)}s`,
    `    dpd_delay = ${dpdInterval(dpdSeconds)}s`,
    ...(protocol === 'IKEv1' ? [`    dpd_timeout = ${dpdSeconds}s`] : []),
    ...(settings.starts === 'azure' ? [] : ['    keyingtries = 0']),
    '    local {',
    '      auth = psk',
    ...(id === undefined ? [] : [`      id = ${written(id)}`]),
    '    }',
    '    remote {',
    '      auth = psk',
    `      id = ${written(tunnel.address)}`,
    '    }',
    '    children {',
    ...pairsOf(settings).flatMap(({ local: azure, remote: own }, index) => [
      `      ${name}-${index} {`,
      `        local_ts = ${own}`,
      `        remote_ts = ${azure}`,
      `        esp_proposals = ${proposals.esp.map(espKeywords).join(',')}`,
      `        rekey_time = ${nineTenths(proposals.seconds)}s`,
      `        life_time = ${proposals.seconds}s`,
      `        rekey_bytes = ${nineTenths(proposals.kilobytes * 1024)}`,
      `        life_bytes = ${proposals.kilobytes * 1024}`,
      `        if_id_in = ${ifId}`,
      `        if_id_out = ${ifId}`,
      ...(settings.starts === 'azure'
        ? ['        start_action = none']
        : ['        start_action = start', '        close_action = start', '        dpd_action = restart']),
      '      }',
    ]),
    '    }',
    '  }',
  ]
}

function nineTenths(value: number): number {
  return Math.floor(value * 0.9)
}

function pairsOf({ selectors }: DeviceSettings) {
  return selectors.is === 'pairs' ? selectors.pairs : [{ local: '0.0.0.0/0', remote: '0.0.0.0/0' }]
}

function secret(
  settings: DeviceSettings,
  { name, tunnel }: StrongSwanTunnel,
  key: string | undefined,
): string[] {
  const id = identity(settings)
  return [
    `  ike-${name} {`,
    ...(id === undefined ? [] : [`    id-1 = ${written(id)}`]),
    `    id-2 = ${written(tunnel.address)}`,
    ...(key === undefined
      ? [
          "    # As 0x and the key in hexadecimal digits, which takes every character: printf %s 'KEY' | od -An -v -tx1 | tr -d ' \\n'",
          `    secret = ${KEY_MARK}`,
        ]
      : [`    secret = 0x${hexOf(key)}`]),
    '  }',
  ]
}
