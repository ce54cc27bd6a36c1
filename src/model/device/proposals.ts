import { err, ok, type Result } from '../../lib/result.ts'
import {
  type Offer,
  PHASE_1,
  PHASE_1_ROUTE_BASED,
  PHASE_2_LIFETIMES,
  PHASE_2_RESPONDER,
} from '../ipsec/default-offers.ts'
import { algorithmKey } from '../ipsec/weak.ts'
import type { IpsecPolicy } from '../resources/vpn.ts'
import type { DeviceSettings } from './settings.ts'

const CBC = ['aes256', 'aes192', 'aes128', 'des3', 'des'] as const
const HASHES = ['sha384', 'sha256', 'sha1', 'md5'] as const

export type Cbc = (typeof CBC)[number]
export type Gcm = 'gcmaes256' | 'gcmaes192' | 'gcmaes128'
export type Hash = (typeof HASHES)[number]
export type Group = 1 | 2 | 14 | 24 | 19 | 20

/** With GCM `hash` is the pseudo-random function alone (VPN Gateway 3.5). */
export interface IkeProposal {
  encryption: Cbc | Exclude<Gcm, 'gcmaes192'>
  hash: Hash
  group: Group
}

export type EspProposal = { pfs?: Group } & (
  | { is: 'gcm'; encryption: Gcm }
  | { is: 'cbc'; encryption: Cbc | 'null'; hash: Exclude<Hash, 'sha384'> }
)

/** What a device offers, in its order. */
export interface Proposals {
  ike: IkeProposal[]
  esp: EspProposal[]
  ikeSeconds: number
  seconds: number
  kilobytes: number
}

/** Numbers of RFC 2409, 3526, 5114 and 5903 (VPN Gateway 3.5), by the algorithm's key. */
const GROUPS: Readonly<Record<string, Group>> = {
  dhgroup1: 1,
  dhgroup2: 2,
  dhgroup14: 14,
  dhgroup24: 24,
  pfs1: 1,
  pfs2: 2,
  pfs14: 14,
  pfs24: 24,
  ecp256: 19,
  ecp384: 20,
}

/**
 * A policy as proposals of the device, or why there is no translation, whole sentences (device proof 6; where it says “refuse”, no
 * configuration is made rather than a wrong one).
 */
export function proposalsOf({ policy, protocol }: DeviceSettings): Result<Proposals, string[]> {
  if (policy.is === 'azureDefault') return ok(defaultProposals())
  const problems: string[] = []
  const ike = ikeOf(policy.policy, problems)
  const esp = espOf(policy.policy, problems)
  if (protocol === 'IKEv1' && ike?.encryption.startsWith('gcm'))
    problems.push(
      `IKEv1 has no GCM in phase 1, and the policy demands ${policy.policy.ikeEncryption ?? 'it'}. Choose AES256 on the connection, or IKEv2.`,
    )
  if (ike === undefined || esp === undefined || problems.length > 0) return err(problems)
  const { seconds, kilobytes } = PHASE_2_LIFETIMES.routeBased
  return ok({
    ike: [ike],
    esp: [esp],
    ikeSeconds: PHASE_1.lifetimeSeconds,
    // 0 and absent are Azure's default.
    seconds: policy.policy.saLifeTimeSeconds || seconds,
    kilobytes: policy.policy.saDataSizeKilobytes || kilobytes,
  })
}

/**
 * Of Azure's published defaults those with AES, the strongest first, without PFS, since Azure starts without (VPN Gateway 3.6). 3DES and
 * DES are left out: the device needs one that Azure takes, not all of them.
 */
function defaultProposals(): Proposals {
  const policies = (offers: readonly Offer[]) =>
    offers.filter(({ encryption, pfs = 'None' }) => !encryption.startsWith('DES') && pfs === 'None')
  const ike = policies(PHASE_1_ROUTE_BASED).flatMap(
    ({ encryption, integrity }) =>
      ikeOf({ ikeEncryption: encryption, ikeIntegrity: integrity, dhGroup: PHASE_1.dhGroup }, []) ?? [],
  )
  const esp = policies(PHASE_2_RESPONDER).flatMap(
    ({ encryption, integrity, pfs = 'None' }) =>
      espOf({ ipsecEncryption: encryption, ipsecIntegrity: integrity, pfsGroup: pfs }, []) ?? [],
  )
  return {
    ike: ike.toSorted((a, b) => strength(b.encryption, b.hash) - strength(a.encryption, a.hash)),
    esp: esp.toSorted((a, b) => strengthOfEsp(b) - strengthOfEsp(a)),
    ikeSeconds: PHASE_1.lifetimeSeconds,
    ...PHASE_2_LIFETIMES.routeBased,
  }
}

function strengthOfEsp(proposal: EspProposal): number {
  return proposal.is === 'gcm' ? 10_000 : strength(proposal.encryption, proposal.hash)
}

function strength(encryption: string, hash: Hash): number {
  return Number(/\d+$/.exec(encryption)?.[0] ?? 0) * 10 + (HASHES.length - HASHES.indexOf(hash))
}

function ikeOf(policy: IpsecPolicy, problems: string[]): IkeProposal | undefined {
  const encryption = read(policy, 'ikeEncryption', problems, [...CBC, 'gcmaes256', 'gcmaes128'] as const)
  const hash = read(policy, 'ikeIntegrity', problems, HASHES)
  const group = groupOf(policy, 'dhGroup', problems)
  if (group === 'none')
    problems.push(
      'The policy has the DH group None, and IKE cannot start without one. Choose a group on the connection.',
    )
  if (encryption === undefined || hash === undefined || group === undefined || group === 'none')
    return undefined
  return { encryption, hash, group }
}

const GCM = ['gcmaes256', 'gcmaes192', 'gcmaes128'] as const

function espOf(policy: IpsecPolicy, problems: string[]): EspProposal | undefined {
  const encryption = read(policy, 'ipsecEncryption', problems, [...CBC, ...GCM, 'none'] as const)
  const integrity = read(policy, 'ipsecIntegrity', problems, ['sha256', 'sha1', 'md5', ...GCM] as const)
  const group = groupOf(policy, 'pfsGroup', problems)
  if (encryption === undefined || integrity === undefined || group === undefined) return undefined
  const pfs = group === 'none' ? {} : { pfs: group }
  switch (encryption) {
    case 'gcmaes256':
    case 'gcmaes192':
    case 'gcmaes128':
      if (integrity === encryption) return { is: 'gcm', encryption, ...pfs }
      break
    default:
      if (integrity === 'sha256' || integrity === 'sha1' || integrity === 'md5')
        return { is: 'cbc', encryption: encryption === 'none' ? 'null' : encryption, hash: integrity, ...pfs }
  }
  problems.push(
    `In phase 2 ${policy.ipsecEncryption ?? ''} does not go together with ${policy.ipsecIntegrity ?? ''}: with GCM both are the same.`,
  )
  return undefined
}

function read<const T extends string>(
  policy: IpsecPolicy,
  member: keyof typeof NAMES,
  problems: string[],
  allowed: readonly T[],
): T | undefined {
  const value = policy[member]
  if (value === undefined) {
    problems.push(`The policy does not tell its ${NAMES[member]}.`)
    return undefined
  }
  const key = algorithmKey(value)
  const found = allowed.find((one) => one === key)
  if (found === undefined)
    problems.push(
      member === 'ikeIntegrity' && key.startsWith('gcm')
        ? `The policy has ${value} as integrity of phase 1. What a device has to set for it is not documented: choose SHA384 or SHA256 on the connection.`
        : `What a device has to set for ${value} as ${NAMES[member]} is not documented.`,
    )
  return found
}

function groupOf(
  policy: IpsecPolicy,
  member: 'dhGroup' | 'pfsGroup',
  problems: string[],
): Group | 'none' | undefined {
  const value = policy[member]
  if (value === undefined) {
    problems.push(`The policy does not tell its ${NAMES[member]}.`)
    return undefined
  }
  const key = algorithmKey(value)
  if (key === 'none') return 'none'
  const group = GROUPS[key]
  if (group === undefined)
    problems.push(
      `What a device has to set for ${value} as ${NAMES[member]} is not documented. Choose another on the connection.`,
    )
  return group
}

const NAMES = {
  ikeEncryption: 'encryption of phase 1',
  ikeIntegrity: 'integrity of phase 1',
  dhGroup: 'DH group',
  ipsecEncryption: 'encryption of phase 2',
  ipsecIntegrity: 'integrity of phase 2',
  pfsGroup: 'PFS group',
} as const
