import type { Answer } from '../../arm/answer.ts'
import { networkError } from '../../arm/refusals.ts'
import type { Json, JsonObject } from '../../wire/json.ts'
import { numberAt, objectsAt, textAt } from '../../wire/read.ts'

const ALGORITHMS = [
  'ipsecEncryption',
  'ipsecIntegrity',
  'ikeEncryption',
  'ikeIntegrity',
  'dhGroup',
  'pfsGroup',
]

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
  const missing = ALGORITHMS.find((member) => textAt(policy[member]) === undefined)
  if (missing !== undefined) return `The member ${missing} is missing.`
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
