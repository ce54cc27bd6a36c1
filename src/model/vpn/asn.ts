/** Reserved by Azure and by IANA on both sides of a session (VPN Gateway 3.2); the printed 429496729 is a misprint of the last. */
const RESERVED: readonly (readonly [first: number, last: number])[] = [
  [8074, 8075],
  [12076, 12076],
  [23456, 23456],
  [64496, 64511],
  [65517, 65520],
  [65535, 65551],
  [4294967295, 4294967295],
]

/** What every Azure gateway has until somebody changes it; no device may have it. */
export const AZURE_ASN = 65515

/** Why an AS number cannot be used (VPN Gateway 3.2, VAL-GW-13, VAL-LNG-06); `undefined` when it can. */
export function asnProblem(asn: number, side: 'azure' | 'onPremises'): string | undefined {
  if (!Number.isInteger(asn) || asn < 1 || asn > 4294967295)
    return 'Enter a whole number from 1 to 4294967294.'
  if (asn === AZURE_ASN && side === 'onPremises')
    return `AS ${asn} belongs to Azure and cannot be used on-premises.`
  return RESERVED.some(([first, last]) => asn >= first && asn <= last) ? `AS ${asn} is reserved.` : undefined
}
