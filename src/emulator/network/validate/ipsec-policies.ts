import type { Answer } from '../../arm/answer.ts'
import { networkError } from '../../arm/refusals.ts'
import type { Json, JsonObject } from '../../wire/json.ts'
import { numberAt, objectsAt, textAt } from '../../wire/read.ts'

const GCM = ['GCMAES256', 'GCMAES128']

/** What each member may be, by the published enumerations (VPN gateway document 3.5). */
const ALGORITHMS: Record<string, readonly string[]> = {
  ipsecEncryption: [...GCM, 'GCMAES192', 'AES256', 'AES192', 'AES128', 'DES3', 'DES', 'None'],
  ipsecIntegrity: [...GCM, 'GCMAES192', 'SHA256', 'SHA1', 'MD5'],
  ikeEncryption: [...GCM, 'AES256', 'AES192', 'AES128', 'DES3', 'DES'],
  ikeIntegrity: [...GCM, 'SHA384', 'SHA256', 'SHA1', 'MD5'],
  dhGroup: ['DHGroup24', 'ECP384', 'ECP256', 'DHGroup14', 'DHGroup2048', 'DHGroup2', 'DHGroup1', 'None'],
  pfsGroup: ['PFS24', 'ECP384', 'ECP256', 'PFS2048', 'PFS2', 'PFS1', 'None', 'PFS14', 'PFSMM'],
}

/**
 * A custom policy is whole, one at most, with encryption and integrity both or neither the same GCM, lifetimes within their
 * bounds (VPN gateway document 3.5). Code and text assumed.
 */
export function refusePolicies(id: string, policies: Json | undefined): Answer | undefined {
  const all = objectsAt(policies)
  const reason =
    all.length > 1 ? 'Only one policy can be given.' : all.map(faultOf).find((one) => one !== undefined)
  if (reason === undefined) return undefined
  return networkError(400, 'InvalidIpsecPolicy', `The IPsec policy specified for ${id} is invalid. ${reason}`)
}

function faultOf(policy: JsonObject): string | undefined {
  for (const [member, known] of Object.entries(ALGORITHMS)) {
    const value = textAt(policy[member])
    if (value === undefined) return `The member ${member} is missing.`
    if (!known.some((one) => one.toLowerCase() === value.toLowerCase()))
      return `The value ${value} of ${member} is not known.`
  }
  const encryption = textAt(policy.ipsecEncryption) ?? ''
  const integrity = textAt(policy.ipsecIntegrity) ?? ''
  if ((encryption.startsWith('GCM') || integrity.startsWith('GCM')) && encryption !== integrity) {
    return 'Encryption and integrity must be the same GCM algorithm.'
  }
  if (outside(policy.saLifeTimeSeconds, 300, 172_799))
    return 'saLifeTimeSeconds must be between 300 and 172799.'
  if (outside(policy.saDataSizeKilobytes, 1024, 2_147_483_647)) {
    return 'saDataSizeKilobytes must be between 1024 and 2147483647.'
  }
  return undefined
}

function outside(value: Json | undefined, low: number, high: number): boolean {
  const number = numberAt(value)
  return number === undefined || number < low || number > high
}
