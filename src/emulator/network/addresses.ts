import { numberOf } from '../clock.ts'

/** A made-up public address from the documentation ranges (RFC 5737): it can never be somebody's. */
export function publicAddress(seed: string): string {
  const range = ['192.0.2', '198.51.100', '203.0.113'][numberOf(`range:${seed}`, 3)] ?? '192.0.2'
  return `${range}.${1 + numberOf(seed, 254)}`
}

/** The n-th address of an IPv4 prefix; undefined for anything else. Only for what the service allocates itself. */
export function addressIn(prefix: string | undefined, offset: number): string | undefined {
  const match = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(prefix ?? '')
  if (match === null) return undefined
  const bytes = match.slice(1, 5).map(Number)
  const base = bytes.reduce((sum, byte) => sum * 256 + byte, 0)
  const size = 2 ** (32 - Number(match[5]))
  const value = base + (offset < 0 ? size + offset : offset)
  return [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256).join('.')
}
