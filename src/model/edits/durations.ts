import { typeOfId } from '../paths.ts'
import { duration } from '../format.ts'
import type { Write } from './write.ts'

/** How long something takes, in milliseconds. */
export interface Typical {
  least: number
  median: number
  most: number
  /** How often it was measured; absent: as documented. */
  count?: number
}

const SECOND = 1_000
const MINUTE = 60 * SECOND

/**
 * Measured from the start to the answer that ends it (recorded behaviour 2.2, and 7 for the reset of a gateway), each a poll
 * or two too long at most. Every place that tells a typical time asks here.
 */
const RECORDED: Readonly<
  Record<string, readonly [least: number, median: number, most: number, count: number]>
> = {
  'put connections': [32, 33, 63, 12],
  'delete connections': [53, 133, 133, 12],
  'put connections/sharedkey': [40, 40, 40, 3],
  'post connections/sharedkey/reset': [43, 43, 43, 1],
  'post connections/startpacketcapture': [30, 30, 30, 1],
  'post connections/stoppacketcapture': [91, 91, 91, 1],
  'put localnetworkgateways': [31, 31, 31, 6],
  'delete localnetworkgateways': [13, 13, 13, 3],
  'put virtualnetworkgateways': [94, 134, 1288, 37],
  'delete virtualnetworkgateways': [334, 436, 474, 6],
  'post virtualnetworkgateways/reset': [478, 478, 830, 3],
  'post virtualnetworkgateways/startpacketcapture': [51, 51, 51, 1],
  'post virtualnetworkgateways/stoppacketcapture': [90, 90, 90, 1],
}

/** As documented: VPN Gateway reference 1.7 and 5.4. */
const DOCUMENTED: Readonly<Record<string, number>> = { 'put virtualnetworkgateways sku': 45 * MINUTE }

/** How long a write of this kind takes; `undefined` where nothing is known. PATCH of tags is answered at once. */
export function typicalTime(
  write: Pick<Write, 'id' | 'method' | 'topic'> & { segment?: string },
): Typical | undefined {
  const type = (typeOfId(write.id) ?? '').replace(/^[^/]*\//, '')
  const what = `${write.method} ${[type, write.segment].filter(Boolean).join('/')}`.toLowerCase()
  const documented = DOCUMENTED[`${what} ${write.topic}`]
  if (documented !== undefined) return { least: documented, median: documented, most: documented }
  const [least, median, most, count] = RECORDED[what] ?? []
  if (least === undefined || median === undefined || most === undefined || count === undefined)
    return undefined
  return { least: least * SECOND, median: median * SECOND, most: most * SECOND, count }
}

/** `2 min to 21 min, typically 2 min, in 37 recorded runs.` */
export function typicalWords(typical: Typical | undefined): string {
  if (!typical) return 'How long it takes was not recorded.'
  const { least, median, most, count } = typical
  if (count === undefined) return `About ${about(median)}, as Azure documents it.`
  const runs = `in ${count} recorded ${count === 1 ? 'run' : 'runs'}`
  if (about(least) === about(most)) return `About ${about(median)}, ${runs}.`
  return `${about(least)} to ${about(most)}, typically ${about(median)}, ${runs}.`
}

/** To the nearest minute above one. */
function about(milliseconds: number): string {
  return duration(milliseconds < MINUTE ? milliseconds : Math.round(milliseconds / MINUTE) * MINUTE)
}

/** One after another; `undefined` where one of them is not known. */
export function together(all: readonly (Typical | undefined)[]): Typical | undefined {
  return all.reduce((sum, one) => {
    if (!sum || !one) return undefined
    const counted = [sum.count, one.count].filter((count) => count !== undefined)
    return {
      least: sum.least + one.least,
      median: sum.median + one.median,
      most: sum.most + one.most,
      ...(counted.length > 0 && { count: Math.min(...counted) }),
    }
  })
}
