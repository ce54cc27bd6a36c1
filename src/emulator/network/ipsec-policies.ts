import type { Json, JsonObject } from '../wire/json.ts'
import { objectsAt, textAt } from '../wire/read.ts'

/** What is agreed on without a custom policy: the first of what Azure offers (VPN gateway document 3.6). */
export const OFFERED: JsonObject = {
  ikeEncryption: 'AES256',
  ikeIntegrity: 'SHA1',
  dhGroup: 'DHGroup2',
  ipsecEncryption: 'GCMAES256',
  ipsecIntegrity: 'GCMAES256',
  pfsGroup: 'None',
  saLifeTimeSeconds: 27_000,
  saDataSizeKilobytes: 102_400_000,
}

/** The phases of a tunnel, each with what both ends have to name alike; lifetimes need not be the same (VPN gateway document 3.4). */
export const PHASES = {
  ike: ['ikeEncryption', 'ikeIntegrity', 'dhGroup'],
  ipsec: ['ipsecEncryption', 'ipsecIntegrity', 'pfsGroup'],
} as const

export type Phase = keyof typeof PHASES

/** The custom policy; undefined where the connection takes what Azure offers by itself. */
export function policyOf(properties: JsonObject): JsonObject | undefined {
  return objectsAt(properties.ipsecPolicies)[0]
}

/** The first phase in which two policies do not agree; one that is absent is what Azure offers. */
export function disagreement(one: JsonObject = OFFERED, other: JsonObject = OFFERED): Phase | undefined {
  const agree = (phase: Phase) => PHASES[phase].every((member) => lower(one[member]) === lower(other[member]))
  return !agree('ike') ? 'ike' : !agree('ipsec') ? 'ipsec' : undefined
}

function lower(value: Json | undefined): string | undefined {
  return textAt(value)?.toLowerCase()
}
