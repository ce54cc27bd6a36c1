/** Strict IPv4 and IPv6 addresses and prefixes: whatever Azure would refuse or read differently is refused here. */
export type Family = 4 | 6

export interface Address {
  family: Family
  value: bigint
}

/** A block of addresses. `first` is its lowest address: bits after the mask are always zero. */
export interface Prefix {
  family: Family
  first: bigint
  length: number
}

/** Number of bits in an address of the family. */
export function bitsOf(family: Family): number {
  return family === 4 ? 32 : 128
}

/** Refuses leading zeros, short forms (`10.1`), zones (`fe80::1%eth0`) and blanks around the text. */
export function parseAddress(text: string): Address | undefined {
  const family: Family = text.includes(':') ? 6 : 4
  const value = family === 4 ? parseIPv4(text) : parseIPv6(text)
  return value === undefined ? undefined : { family, value }
}

/**
 * Reads `10.0.0.0/8`; the mask is needed. Bits after the mask may be set and are cut (`10.1.0.0/8` is `10.0.0.0/8`):
 * ask `hasHostBits` where that matters.
 */
export function parsePrefix(text: string): Prefix | undefined {
  const [address, mask, ...more] = text.split('/')
  if (address === undefined || mask === undefined || more.length > 0) return undefined
  if (!/^(0|[1-9]\d{0,2})$/.test(mask)) return undefined
  const parsed = parseAddress(address)
  const length = Number(mask)
  if (!parsed || length > bitsOf(parsed.family)) return undefined
  return prefixOf(parsed, length)
}

/** The block of that length an address lies in. */
export function prefixOf(address: Address, length: number): Prefix {
  const host = BigInt(bitsOf(address.family) - length)
  return { family: address.family, first: (address.value >> host) << host, length }
}

/** True for a readable prefix that names an address inside its block, `10.1.0.0/8`. Azure refuses most of these. */
export function hasHostBits(text: string): boolean {
  const prefix = parsePrefix(text)
  const address = parseAddress(text.split('/')[0] ?? '')
  return prefix !== undefined && address !== undefined && address.value !== prefix.first
}

/** The number of addresses in a block. */
function sizeOf(prefix: Prefix): bigint {
  return 1n << BigInt(bitsOf(prefix.family) - prefix.length)
}

/** The highest address in a block. */
function lastOf(prefix: Prefix): bigint {
  return prefix.first + sizeOf(prefix) - 1n
}

/** True when the whole of `inner` lies in `outer`; a block contains itself. */
export function contains(outer: Prefix, inner: Prefix | Address): boolean {
  if (outer.family !== inner.family) return false
  if ('value' in inner) return inner.value >= outer.first && inner.value <= lastOf(outer)
  return inner.length >= outer.length && inner.first >= outer.first && lastOf(inner) <= lastOf(outer)
}

/** True when two blocks share an address. */
export function overlaps(one: Prefix, other: Prefix): boolean {
  return one.family === other.family && one.first <= lastOf(other) && other.first <= lastOf(one)
}

/** `10.0.0.1`, or RFC 5952 for IPv6: lower case, the longest run of zeros cut. */
function formatAddress({ family, value }: Address): string {
  return family === 4 ? formatIPv4(value) : formatIPv6(value)
}

export function formatPrefix(prefix: Prefix): string {
  return `${formatAddress({ family: prefix.family, value: prefix.first })}/${prefix.length}`
}

/** The one spelling of a prefix or an address, for comparing; `undefined` when it is neither. */
export function normalise(text: string): string | undefined {
  const prefix = parsePrefix(text)
  if (prefix) return formatPrefix(prefix)
  const address = parseAddress(text)
  return address && formatAddress(address)
}

/**
 * Blocks of a length that lie in `space` and share nothing with `taken`, the highest first.
 * @param most how many are looked for
 */
export function freeBlocks(
  space: readonly Prefix[],
  taken: readonly Prefix[],
  length: number,
  most = 1,
): Prefix[] {
  const found: Prefix[] = []
  for (const outer of space.toSorted((one, other) => (one.first < other.first ? 1 : -1))) {
    if (length < outer.length || length > bitsOf(outer.family)) continue
    const size = 1n << BigInt(bitsOf(outer.family) - length)
    const inTheWay = runsOf(taken.filter((one) => overlaps(one, outer)))
    let first = lastOf(outer) - size + 1n
    while (first >= outer.first && found.length < most) {
      while ((inTheWay.at(-1)?.first ?? -1n) >= first + size) inTheWay.pop()
      const run = inTheWay.at(-1)
      if (run && run.last >= first) {
        // Past the whole of it at once: a large space has very many small blocks.
        first = (run.first / size) * size - size
      } else {
        found.push({ family: outer.family, first, length })
        first -= size
      }
    }
  }
  return found
}

/** Blocks as runs of addresses, in ascending order, those that meet as one. */
function runsOf(blocks: readonly Prefix[]): { first: bigint; last: bigint }[] {
  const runs: { first: bigint; last: bigint }[] = []
  for (const block of blocks.toSorted((one, other) => (one.first < other.first ? -1 : 1))) {
    const run = runs.at(-1)
    const last = lastOf(block)
    if (!run || block.first > run.last) runs.push({ first: block.first, last })
    else if (last > run.last) run.last = last
  }
  return runs
}

function parseIPv4(text: string): bigint | undefined {
  const parts = text.split('.')
  if (parts.length !== 4) return undefined
  let value = 0n
  for (const part of parts) {
    if (!/^(0|[1-9]\d{0,2})$/.test(part) || Number(part) > 255) return undefined
    value = (value << 8n) | BigInt(part)
  }
  return value
}

function parseIPv6(text: string): bigint | undefined {
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const [head, tail] = halves.map((half, index) => groupsOf(half, index === halves.length - 1))
  if (!head || (halves.length === 2 && !tail)) return undefined
  const after = tail ?? []
  const missing = 8 - head.length - after.length
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined
  const groups = [...head, ...Array.from({ length: missing }, () => 0n), ...after]
  return groups.reduce((value, group) => (value << 16n) | group, 0n)
}

/** Groups of 16 bits; the last may be a dotted IPv4 address, which counts as two. */
function groupsOf(half: string, last: boolean): bigint[] | undefined {
  if (half === '') return []
  const groups: bigint[] = []
  const parts = half.split(':')
  for (const [index, part] of parts.entries()) {
    if (last && index === parts.length - 1 && part.includes('.')) {
      const value = parseIPv4(part)
      if (value === undefined) return undefined
      groups.push(value >> 16n, value & 0xffffn)
    } else if (/^[0-9a-f]{1,4}$/i.test(part)) {
      groups.push(BigInt(`0x${part}`))
    } else return undefined
  }
  return groups
}

function formatIPv4(value: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 255n)).join('.')
}

function formatIPv6(value: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) => (value >> BigInt(112 - 16 * index)) & 0xffffn)
  let run = { at: 0, length: 0 }
  for (let at = 0; at < 8; at++) {
    const end = groups.findIndex((group, index) => index >= at && group !== 0n)
    const length = (end === -1 ? 8 : end) - at
    if (length > run.length) run = { at, length }
  }
  const texts = groups.map((group) => group.toString(16))
  if (run.length < 2) return texts.join(':')
  return `${texts.slice(0, run.at).join(':')}::${texts.slice(run.at + run.length).join(':')}`
}
