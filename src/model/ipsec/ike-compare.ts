import type { ChildAssociation, IkeAssociation } from '../diagnostics/ike-association.ts'
import type { IpsecPolicy } from '../resources/vpn.ts'
import { algorithmKey } from './weak.ts'

/** A part of an association that is not what the custom policy asks for. */
export interface Difference {
  part: string
  agreed: string
  policy: string
}

/** Phase 1 against the policy. With GCM the integrity value is only the PRF and may be told otherwise (VPN Gateway 3.5). */
export function phase1Differences(one: IkeAssociation, policy: IpsecPolicy): Difference[] {
  const gcm = /gcm/i.test(policy.ikeEncryption ?? '')
  return differences([
    ['encryption', one.encryption, policy.ikeEncryption],
    ['integrity', gcm ? undefined : one.integrity, policy.ikeIntegrity],
    ['DH group', one.dhGroup, policy.dhGroup],
  ])
}

export function phase2Differences(one: ChildAssociation, policy: IpsecPolicy): Difference[] {
  return differences([
    ['encryption', one.encryption, policy.ipsecEncryption],
    ['integrity', one.integrity, policy.ipsecIntegrity],
    ['PFS group', one.pfsGroup, policy.pfsGroup],
  ])
}

/** What either end does not tell is no difference. */
function differences(
  parts: [part: string, agreed: string | undefined, policy: string | undefined][],
): Difference[] {
  return parts.flatMap(([part, agreed, policy]) =>
    agreed === undefined || policy === undefined || groupKey(agreed) === groupKey(policy)
      ? []
      : { part, agreed, policy },
  )
}

/** Whether a group is named as one of phase 1 or of phase 2 does not matter: `PFS2` is `DHGroup2`. */
function groupKey(value: string): string {
  return algorithmKey(value).replace(/^(dhgroup|pfs)/, '')
}
