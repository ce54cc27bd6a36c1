import { typeOfId } from '../paths.ts'

/** What is timed: a write, or what will be one. `segment`, `topic`: see `Action` and `WriteFacts`. */
export interface Run {
  method: 'PUT' | 'PATCH' | 'DELETE' | 'POST'
  /** ARM id of the resource. */
  id: string
  segment?: string
  topic?: string
  /** The resource is not there yet. */
  creates?: boolean
  /** Of the resource; empty as long as nobody has named what is to be created: then the id is of what it will be in. */
  name?: string
}

/** How long a kind of operation takes, in milliseconds. `of`: recorded on Azure, or measured in this browser. */
export interface TypicalTime {
  from: number
  to: number
  of: 'azure' | 'browser'
}

const S = 1_000
const MIN = 60 * S

/**
 * Median and longest of the recorded operations until their terminal poll (real ARM behaviour 2.2, median / max column, and
 * the lines on gateways below the table); a single value where all were alike. The SKU: VPN Gateway 5.4. What is
 * not here was not recorded.
 */
const RECORDED: Readonly<Record<string, readonly [from: number, to?: number]>> = {
  'create connections': [20 * S, 3 * MIN],
  'PUT connections': [33 * S, 63 * S],
  'DELETE connections': [53 * S, 133 * S],
  'PUT connections/sharedkey': [40 * S],
  'POST connections/sharedkey/reset': [43 * S],
  'POST connections/startpacketcapture': [30 * S],
  'POST connections/stoppacketcapture': [91 * S],
  'create localnetworkgateways': [11 * S, 22 * S],
  'PUT localnetworkgateways': [31 * S],
  'DELETE localnetworkgateways': [13 * S],
  'create virtualnetworkgateways': [16 * MIN, 34 * MIN],
  'PUT virtualnetworkgateways': [134 * S, 144 * S],
  'PUT virtualnetworkgateways sku': [45 * MIN],
  'DELETE virtualnetworkgateways': [334 * S, 474 * S],
  'POST virtualnetworkgateways/reset': [478 * S],
  'POST virtualnetworkgateways/setvpnclientipsecparameters': [42 * S],
  'POST virtualnetworkgateways/startpacketcapture': [51 * S],
  'POST virtualnetworkgateways/stoppacketcapture': [90 * S],
  'POST virtualnetworkgateways/disconnectvirtualnetworkgatewayvpnconnections': [11 * S],
  'POST virtualnetworkgateways/generatevpnprofile': [21 * S],
  // The sound connection and the one whose device does not answer (java recording 2017).
  'POST networkwatchers/troubleshoot': [221 * S, 535 * S],
  'create publicipaddresses': [1 * S, 2 * S],
  'create virtualnetworks': [11 * S, 12 * S],
  'PUT virtualnetworks': [4 * S],
  'create expressroutecircuits': [42 * S, 103 * S],
  'PUT expressroutecircuits': [11 * S],
  'DELETE expressroutecircuits': [11 * S],
  'create expressroutecircuits/authorizations': [10 * S],
  'DELETE expressroutecircuits/authorizations': [10 * S],
  'create expressroutecircuits/peerings': [11 * S, 42 * S],
  'PUT expressroutecircuits/peerings': [21 * S],
  'DELETE expressroutecircuits/peerings': [11 * S],
  'PUT expressrouteports': [11 * S, 21 * S],
  'create expressroutegateways': [23 * MIN],
  'create virtualwans': [11 * S, 14 * S],
  'PUT virtualwans': [2 * S],
  'create virtualhubs': [379 * S, 385 * S],
  'PUT virtualhubs': [136 * S],
  'create virtualhubs/hubroutetables': [10 * S],
  'PUT virtualhubs/hubroutetables': [230 * S],
  'DELETE virtualhubs/hubroutetables': [12 * S],
  'create virtualhubs/hubvirtualnetworkconnections': [33 * S, 211 * S],
  'PUT virtualhubs/hubvirtualnetworkconnections': [12 * S, 201 * S],
  'DELETE virtualhubs/hubvirtualnetworkconnections': [96 * S],
  'create vpngateways': [26 * MIN, 32 * MIN],
  'PUT vpngateways': [223 * S],
  'DELETE vpngateways': [791 * S],
  'create vpngateways/vpnconnections': [93 * S, 162 * S],
  'PUT vpngateways/vpnconnections': [81 * S, 94 * S],
  'DELETE vpngateways/vpnconnections': [54 * S, 95 * S],
  'create vpnsites': [19 * S, 32 * S],
  'PUT vpnsites': [11 * S, 21 * S],
  'DELETE vpnsites': [12 * S],
  'create vpnserverconfigurations': [12 * S],
  'PUT vpnserverconfigurations': [12 * S],
  'DELETE vpnserverconfigurations': [12 * S],
  'create p2svpngateways': [21 * MIN, 27 * MIN],
  'PUT p2svpngateways': [20 * S, 38 * MIN],
  'DELETE p2svpngateways': [888 * S],
  'POST p2svpngateways/reset': [886 * S],
}

/** From how many runs of its own on a browser goes by them. */
const ENOUGH = 3

/** The topics that take another time than the rest of their kind. */
const OWN_TOPICS: ReadonlySet<string> = new Set(['sku'])

/** What runs that take the same time have in common: `PUT virtualnetworkgateways`. */
export function runKey({ method, id, segment, topic, creates }: Run): string {
  const type = (typeOfId(id) ?? '').toLowerCase().replace(/^microsoft\.network\//, '')
  const action = segment === undefined ? '' : `/${segment.toLowerCase()}`
  const special = topic !== undefined && OWN_TOPICS.has(topic) ? ` ${topic}` : ''
  return `${creates === true ? 'create' : method} ${type}${action}${special}`
}

/**
 * How long it usually takes.
 * @param own how long it took in this browser, milliseconds: from the third run on their median is taken
 * @returns `undefined` where nobody knows
 */
export function typicalTime(run: Run, own: readonly number[] = []): TypicalTime | undefined {
  if (run.creates === true && run.name === '') return undefined
  if (own.length >= ENOUGH) {
    const median = medianOf(own)
    return { from: median, to: median, of: 'browser' }
  }
  const key = runKey(run)
  const recorded = Object.hasOwn(RECORDED, key) ? RECORDED[key] : undefined
  if (!recorded) return undefined
  const [from, to = from] = recorded
  return { from, to, of: 'azure' }
}

/** `a few seconds`, `40 s`, `8 min`, `16 to 34 min`. */
export function typicalWords({ from, to }: Pick<TypicalTime, 'from' | 'to'>): string {
  if (to < 15 * S) return 'a few seconds'
  const last = rounded(to)
  const first =
    last.endsWith('h') && from >= 90 * MIN ? `${Math.round(from / MIN / 30) / 2}${THIN}h` : rounded(from)
  if (first === last) return last
  const [number = '', unit] = first.split(THIN)
  return last.endsWith(`${THIN}${unit}`) ? `${number} to ${last}` : `${first} to ${last}`
}

/** One after another; `undefined` where one of them is not known, or there is none. */
export function together(all: readonly (TypicalTime | undefined)[]): TypicalTime | undefined {
  const [first, ...rest] = all
  return rest.reduce(
    (sum, one) =>
      sum &&
      one && { from: sum.from + one.from, to: sum.to + one.to, of: sum.of === one.of ? sum.of : 'azure' },
    first,
  )
}

const THIN = '\u2009'

/** As exact as it is known: a poll is ten seconds and more. */
function rounded(milliseconds: number): string {
  if (milliseconds < 90 * S) return `${Math.max(10, Math.round(milliseconds / S / 10) * 10)}${THIN}s`
  if (milliseconds >= 3 * 60 * MIN) return `${Math.round(milliseconds / MIN / 60)}${THIN}h`
  return `${Math.round(milliseconds / MIN)}${THIN}min`
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}
