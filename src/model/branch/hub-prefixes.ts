import { formatPrefix, parseAddress, parsePrefix } from '../../lib/cidr.ts'
import type { Estate } from '../estate.ts'
import { meet, rangesIn, spanOf } from '../wizard/ranges.ts'

/** What is recommended, and the smallest that Azure takes (Virtual WAN document 2.1). */
export const HUB_LENGTH = 23
export const SMALLEST_HUB = 24

const WITHIN = ['10.100.0.0/14', '10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']

/** Address space for a new hub that nothing in reach has, the lowest; empty where there is none. @param others of the plan */
export function freeHubPrefix(estate: Estate, others: readonly string[] = []): string {
  const taken = [
    ...rangesIn(estate),
    ...others.flatMap((text) => {
      const prefix = parsePrefix(text)
      return prefix?.family === 4 && prefix.length > 0 ? [spanOf(prefix)] : []
    }),
  ]
  const size = 2 ** (32 - HUB_LENGTH)
  for (const text of WITHIN) {
    const within = parsePrefix(text)
    if (!within) continue
    const { first, last } = spanOf(within)
    for (let at = first; at + size - 1 <= last;) {
      const span = { first: at, last: at + size - 1 }
      const inTheWay = taken.find((one) => meet(one, span))
      if (!inTheWay) return formatPrefix({ family: 4, first: BigInt(at), length: HUB_LENGTH })
      // On past the whole of it.
      at = Math.ceil((inTheWay.last + 1) / size) * size
    }
  }
  return ''
}

/** Whether an address is of RFC 1918. */
export function isPrivate(prefix: string): boolean {
  const address = parseAddress(prefix.split('/')[0] ?? '')
  if (address?.family !== 4) return false
  return ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].some((text) => {
    const range = parsePrefix(text)
    return (
      range !== undefined &&
      meet(spanOf(range), { first: Number(address.value), last: Number(address.value) })
    )
  })
}
