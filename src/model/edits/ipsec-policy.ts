import type { Json } from '../../lib/json.ts'
import type { Connection, IpsecPolicy } from '../resources/vpn.ts'
import { memberAt, type MemberChange, type Replacement } from './edit.ts'
import { heldBy } from './held-by.ts'
import { setMembers, writeAction } from './set-members.ts'

/** What the service documents for each member (VPN Gateway 3.5); what is set already is offered beside it. */
export const IPSEC_OPTIONS = {
  ikeEncryption: ['GCMAES256', 'GCMAES128', 'AES256', 'AES192', 'AES128'],
  ikeIntegrity: ['SHA384', 'SHA256', 'SHA1', 'MD5'],
  dhGroup: ['ECP384', 'ECP256', 'DHGroup24', 'DHGroup14', 'DHGroup2048', 'DHGroup2', 'DHGroup1', 'None'],
  ipsecEncryption: [
    'GCMAES256',
    'GCMAES192',
    'GCMAES128',
    'AES256',
    'AES192',
    'AES128',
    'DES3',
    'DES',
    'None',
  ],
  ipsecIntegrity: ['GCMAES256', 'GCMAES192', 'GCMAES128', 'SHA256', 'SHA1', 'MD5'],
  pfsGroup: ['ECP384', 'ECP256', 'PFS24', 'PFS2048', 'PFS2', 'PFS1', 'None'],
} as const satisfies Partial<Record<keyof IpsecPolicy, readonly string[]>>

type Algorithm = keyof typeof IPSEC_OPTIONS

/** A policy as it is typed: all members are needed together. */
export type TypedPolicy = Record<Algorithm | 'saLifeTimeSeconds' | 'saDataSizeKilobytes', string>

const ALGORITHMS: readonly Algorithm[] = [
  'ikeEncryption',
  'ikeIntegrity',
  'dhGroup',
  'ipsecEncryption',
  'ipsecIntegrity',
  'pfsGroup',
]

/** Suggested whole policies (VPN Gateway 3.5). */
export const PRESETS: Readonly<Record<'Strong' | 'Compatible', TypedPolicy>> = {
  Strong: {
    ikeEncryption: 'GCMAES256',
    ikeIntegrity: 'SHA384',
    dhGroup: 'ECP384',
    ipsecEncryption: 'GCMAES256',
    ipsecIntegrity: 'GCMAES256',
    pfsGroup: 'ECP384',
    saLifeTimeSeconds: '27000',
    saDataSizeKilobytes: '102400000',
  },
  Compatible: {
    ikeEncryption: 'AES256',
    ikeIntegrity: 'SHA256',
    dhGroup: 'DHGroup14',
    ipsecEncryption: 'AES256',
    ipsecIntegrity: 'SHA256',
    pfsGroup: 'PFS2048',
    saLifeTimeSeconds: '27000',
    saDataSizeKilobytes: '102400000',
  },
}

/** @returns `undefined` where Azure's defaults are in force */
export function typedPolicyOf({ ipsecPolicies: [policy] }: Connection): TypedPolicy | undefined {
  if (policy === undefined) return undefined
  const typed = (value: string | number | undefined) => (value === undefined ? '' : String(value))
  return {
    ikeEncryption: typed(policy.ikeEncryption),
    ikeIntegrity: typed(policy.ikeIntegrity),
    dhGroup: typed(policy.dhGroup),
    ipsecEncryption: typed(policy.ipsecEncryption),
    ipsecIntegrity: typed(policy.ipsecIntegrity),
    pfsGroup: typed(policy.pfsGroup),
    saLifeTimeSeconds: typed(policy.saLifeTimeSeconds),
    saDataSizeKilobytes: typed(policy.saDataSizeKilobytes),
  }
}

export interface PolicyProblem {
  field: keyof TypedPolicy
  is: 'error' | 'advice'
  text: string
}

/** Upper bounds are those of Microsoft's own tools for point-to-site; for site-to-site unverified, so only advised against. */
const BOUNDS = {
  saLifeTimeSeconds: { least: 300, most: 172_799, unit: 'seconds' },
  saDataSizeKilobytes: { least: 1024, most: 2_147_483_647, unit: 'kilobytes' },
} as const

/** Considered weak, or discouraged (VPN Gateway 3.5, VAL-CON-05). */
const WEAK = new Set(['DES', 'DES3', 'MD5', 'SHA1', 'DHGroup1', 'DHGroup2', 'PFS1', 'PFS2', 'None'])
const DISCOURAGED = new Set(['DHGroup24', 'PFS24'])

/** VAL-CON-04 and VAL-CON-05 (VPN Gateway 3.9). */
export function policyProblems(policy: TypedPolicy): PolicyProblem[] {
  const problems: PolicyProblem[] = []
  for (const field of ALGORITHMS) {
    const value = policy[field]
    if (value === '') problems.push({ field, is: 'error', text: 'A custom policy needs all of its values.' })
    else if (WEAK.has(value)) problems.push({ field, is: 'advice', text: `${value} is considered weak.` })
    else if (DISCOURAGED.has(value)) problems.push({ field, is: 'advice', text: `${value} is discouraged.` })
  }
  const { ipsecEncryption, ipsecIntegrity } = policy
  const gcm = [ipsecEncryption, ipsecIntegrity].find((value) => value.startsWith('GCM'))
  if (gcm !== undefined && ipsecEncryption !== ipsecIntegrity)
    problems.push({
      field: 'ipsecIntegrity',
      is: 'error',
      text: `Encryption and integrity must both be ${gcm}.`,
    })
  for (const field of ['saLifeTimeSeconds', 'saDataSizeKilobytes'] as const) {
    const { least, most, unit } = BOUNDS[field]
    const value = Number(policy[field])
    if (policy[field].trim() === '' || !Number.isInteger(value) || value < least)
      problems.push({ field, is: 'error', text: `Enter a whole number of ${unit}, ${least} or more.` })
    else if (value > most)
      problems.push({ field, is: 'advice', text: `Azure may refuse more than ${most} ${unit}.` })
  }
  return problems
}

/** @param policy `undefined`: back to Azure's defaults */
export function policyEdit(connection: Connection, policy: TypedPolicy | undefined): Replacement {
  return {
    is: 'edit',
    method: 'PUT',
    topic: 'policy',
    id: connection.id,
    name: connection.name,
    changes: policyChanges(connection, policy),
    what: `the IPsec policy of ${connection.name}`,
    effect:
      'The tunnel starts anew with it, which takes seconds; the policy is in force after about a minute. The other end has to offer the same, or the tunnel stays down.',
    action: writeAction('Microsoft.Network/connections'),
    holds: heldBy(connection),
  }
}

/** Member by member where there is a policy already, so that what nobody here knows of it stays. */
function policyChanges({ body }: Connection, policy: TypedPolicy | undefined): MemberChange[] {
  const path = ['properties', 'ipsecPolicies']
  const before = memberAt(body, [...path, '0'])
  if (policy === undefined) return before === undefined ? [] : [{ path: [...path, '0'], from: before }]
  const wanted: Record<string, Json> = {
    saLifeTimeSeconds: Number(policy.saLifeTimeSeconds),
    saDataSizeKilobytes: Number(policy.saDataSizeKilobytes),
    ipsecEncryption: policy.ipsecEncryption,
    ipsecIntegrity: policy.ipsecIntegrity,
    ikeEncryption: policy.ikeEncryption,
    ikeIntegrity: policy.ikeIntegrity,
    dhGroup: policy.dhGroup,
    pfsGroup: policy.pfsGroup,
  }
  if (before === undefined) {
    // Without a list there is no place in it to set.
    return Array.isArray(memberAt(body, path))
      ? [{ path: [...path, '0'], to: wanted }]
      : [{ path, to: [wanted] }]
  }
  return setMembers(
    body,
    Object.entries(wanted).map(([name, to]) => [[...path, '0', name], to]),
  )
}
