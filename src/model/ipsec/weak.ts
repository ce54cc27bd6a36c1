/** Names of one algorithm however Azure spells it: `GcmAes256`, `PfsNone`, `DHGroup2048`. */
export function algorithmKey(value: string): string {
  const key = value.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  return SAME[key] ?? key
}

/** DHGroup14 and DHGroup2048 are one group (VPN Gateway 3.5). */
const SAME: Readonly<Record<string, string>> = {
  dhgroup2048: 'dhgroup14',
  pfs2048: 'pfs14',
  pfsnone: 'none',
  '3des': 'des3',
}

const WEAK: Readonly<Record<string, string>> = {
  des: 'considered weak',
  des3: 'considered weak',
  md5: 'considered weak',
  sha1: 'considered weak',
  dhgroup1: 'considered weak',
  dhgroup2: 'considered weak',
  pfs1: 'considered weak',
  pfs2: 'considered weak',
}

/** Why an algorithm of a policy is pointed at, in words; `undefined` where there is nothing to say (VPN Gateway 3.5). */
export function weakness(member: PolicyMember, value: string): string | undefined {
  const key = algorithmKey(value)
  if (key === 'none') return NONE[member]
  return WEAK[key]
}

export type PolicyMember =
  | 'ikeEncryption'
  | 'ikeIntegrity'
  | 'dhGroup'
  | 'ipsecEncryption'
  | 'ipsecIntegrity'
  | 'pfsGroup'

const NONE: Record<PolicyMember, string> = {
  ikeEncryption: 'considered weak',
  ikeIntegrity: 'considered weak',
  dhGroup: 'considered weak',
  ipsecEncryption: 'traffic is not encrypted',
  ipsecIntegrity: 'considered weak',
  pfsGroup: 'no forward secrecy',
}
