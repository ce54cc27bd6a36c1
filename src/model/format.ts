const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** A thin space between number and unit, so that they stay together and read apart. */
const THIN = '\u2009'

/** `12 s`, `4 min`, `3 h`, `9 d`: how long, from milliseconds. Never negative: clocks of two machines differ. */
export function duration(milliseconds: number): string {
  const length = Math.max(0, milliseconds)
  if (length < MINUTE) return `${Math.floor(length / SECOND)}${THIN}s`
  if (length < HOUR) return `${Math.floor(length / MINUTE)}${THIN}min`
  if (length < DAY) return `${Math.floor(length / HOUR)}${THIN}h`
  return `${Math.floor(length / DAY)}${THIN}d`
}

/** Relative up to a day, then date and time: `12 s ago`, `14 Nov 2026, 10:02`. */
export function ago(at: number, now: number): string {
  return now - at < DAY ? `${duration(now - at)} ago` : exactTime(at)
}

const EXACT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'short',
})

/** Date and time with zone, for a hover and for what is older than a day. */
export function exactTime(at: number): string {
  return EXACT.format(at)
}

const MINUTES = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** `14 Nov 2026, 10:02`, where there is little room. */
export function minuteTime(at: number): string {
  return MINUTES.format(at)
}

const SHORT = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
})

/** `4 Nov, 05:12`, for a sentence; the exact time stands with the fact it rests on. */
export function shortTime(at: number): string {
  return SHORT.format(at)
}

const CLOCK = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** `05:12`, for what is minutes away. */
export function clockTime(at: number): string {
  return CLOCK.format(at)
}

/** Milliseconds of an instant as ARM sends it; `undefined` for anything that is no date (`allocationDate` is prose). */
export function readTime(text: string | undefined): number | undefined {
  if (text === undefined || !/^\d{4}-\d{2}-\d{2}/.test(text)) return undefined
  const at = Date.parse(text)
  return Number.isNaN(at) ? undefined : at
}

const BYTE_UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const

/** Sizes in bytes, `1.82 TB`. */
export function bytes(count: number): string {
  let value = count
  let unit = 0
  while (value >= 1000 && unit < BYTE_UNITS.length - 1) {
    value /= 1000
    unit += 1
  }
  const text = unit === 0 ? String(value) : value.toPrecision(3).replace(/\.?0+$/, '')
  return `${text}${THIN}${BYTE_UNITS[unit]}`
}

/** Rates in bits, from Mbps as ARM counts them: `50 Mbps`, `10 Gbps`. */
export function bandwidth(megabits: number): string {
  return megabits >= 1000 ? `${megabits / 1000}${THIN}Gbps` : `${megabits}${THIN}Mbps`
}

/** `1 connection`, `2 connections`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}

/** `a`, `a and b`, `a, b and c`. */
export function sentenceList(parts: readonly string[]): string {
  if (parts.length < 2) return parts[0] ?? ''
  return `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`
}
