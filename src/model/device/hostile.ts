import { parseAddress, parsePrefix } from '../../lib/cidr.ts'
import { type Known, known, open } from './settings.ts'

/**
 * Text from Azure as a name in a configuration: lower-case letters, digits and single dashes, so that no syntax reads it as more
 * than a name. A longer one is cut and told apart by four digits made of the whole: a name that is there already would be overwritten.
 */
export function identifier(text: string, longest: number): string {
  const plain = trimmed(text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'))
  if (plain === '') return 'azure'
  if (plain.length <= longest) return plain
  return `${trimmed(plain.slice(0, longest - 5))}-${digest(text)}`
}

function trimmed(text: string): string {
  return text.replaceAll(/^-+|-+$/g, '')
}

/** FNV-1a, folded to four hexadecimal digits. */
function digest(text: string): string {
  let hash = 0x811c9dc5
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0
  return ((hash >>> 16) ^ (hash & 0xffff)).toString(16).padStart(4, '0')
}

const LONGEST_COMMENT = 120

/**
 * Text from Azure inside a comment: printable ASCII on one line, and no question mark, which a router's command line takes for a
 * call for help.
 */
export function commented(text: string): string {
  const plain = text.replaceAll(/[^\u0020-\u007e]|\?/g, '.')
  return plain.length > LONGEST_COMMENT ? `${plain.slice(0, LONGEST_COMMENT)}...` : plain
}

/** An IPv4 address, or its mark where the text is none. */
export function addressOr(text: string | undefined, mark: string, why: string): Known {
  return text !== undefined && parseAddress(text)?.family === 4 ? known(text) : open(mark, why)
}

/** A name as DNS knows it, or its mark. */
export function nameOr(text: string | undefined, mark: string, why: string): Known {
  return text !== undefined && /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/i.test(text)
    ? known(text)
    : open(mark, why)
}

/** A whole AS number, or its mark. */
export function asnOr(text: string | number | undefined, mark: string, why: string): Known {
  const asn = Number(text)
  return text !== undefined && text !== '' && Number.isInteger(asn) && asn > 0 && asn < 2 ** 32
    ? known(String(asn))
    : open(mark, why)
}

/** Whether a prefix can stand in a configuration: tunnels of a VPN gateway carry IPv4. */
export function isUsable(prefix: string): boolean {
  return parsePrefix(prefix)?.family === 4
}

/** `255.255.0.0` of a length of 0 to 32. */
export function maskOf(length: number): string {
  return [0, 8, 16, 24].map((from) => 256 - 2 ** (8 - Math.min(8, Math.max(0, length - from)))).join('.')
}

/** The two words in which routers write a prefix, `10.1.0.0 255.255.0.0`. @param wildcard `10.1.0.0 0.0.255.255` */
export function withMask(prefix: string, wildcard = false): string {
  const [address = '', length = '32'] = prefix.split('/')
  const mask = maskOf(Number(length))
  if (!wildcard) return `${address} ${mask}`
  return `${address} ${mask
    .split('.')
    .map((part) => 255 - Number(part))
    .join('.')}`
}

/** The bytes of a key as hexadecimal digits: no character of it means anything then (device proof 5). */
export function hexOf(key: string): string {
  return [...new TextEncoder().encode(key)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Stands for the key wherever nobody asked for it. */
export const KEY_MARK = 'REPLACE_SHARED_KEY'
