import type { Answer } from '../../arm/answer.ts'
import { networkError } from '../../arm/refusals.ts'
import type { Json } from '../../wire/json.ts'
import { numberAt } from '../../wire/read.ts'

/** Reserved by Azure and by IANA (VPN gateway document 3.2; the misprinted 429496729 is read as 4294967295). */
const RESERVED: [first: number, last: number][] = [
  [8074, 8075],
  [12076, 12076],
  [23456, 23456],
  [64496, 64511],
  [65517, 65520],
  [65535, 65551],
  [4294967295, 4294967295],
]

/** Azure's own side may be 65515, the other side may not. */
function isReservedAsn(asn: number, side: 'azure' | 'other'): boolean {
  if (asn === 65515) return side === 'other'
  return RESERVED.some(([first, last]) => asn >= first && asn <= last)
}

/** That a reserved number is refused is documented; code and text are assumed. */
export function refuseAsn(id: string, value: Json | undefined, side: 'azure' | 'other'): Answer | undefined {
  const asn = numberAt(value)
  if (asn === undefined || !isReservedAsn(asn, side)) return undefined
  return networkError(
    400,
    'ReservedAsnNotAllowed',
    `The ASN ${asn} of resource ${id} is reserved and cannot be used.`,
  )
}
