import { contains, hasHostBits, overlaps, parsePrefix, type Prefix } from '../../../lib/cidr.ts'
import type { DrawnProblem } from '../drawn-form.ts'

/** A problem of a field, or of one part of a row. */
export function wrong(field: string, text: string, row?: number, part?: string): DrawnProblem {
  return { field, is: 'error', text, ...(row !== undefined && { row }), ...(part !== undefined && { part }) }
}

export function advise(field: string, text: string, row?: number, part?: string): DrawnProblem {
  return { ...wrong(field, text, row, part), is: 'advice' }
}

/** Names of Microsoft.Network: 1 to 80 letters, digits, `_`, `.`, `-`. @param taken those there are */
export function nameText(name: string, taken: readonly string[] = []): string | undefined {
  if (!/^[A-Za-z0-9]([\w.-]{0,78}\w)?$/.test(name))
    return 'Use 1 to 80 letters, digits, _ . - ; start with a letter or digit, and end with one or with _.'
  return taken.some((one) => one.toLowerCase() === name.toLowerCase())
    ? `There is ${name} already.`
    : undefined
}

/** Several in one field: `10.0.0.0/8, 10.1.0.0/16`. */
export function listed(text: string): string[] {
  return text
    .split(/[\s,;]+/)
    .map((one) => one.trim())
    .filter((one) => one !== '')
}

/** Whole numbers alone; `NaN` otherwise. */
export function wholeNumber(text: string): number {
  return /^\s*\d+\s*$/.test(text) ? Number(text) : NaN
}

/** What is wrong with the text of an IPv4 prefix. */
export function prefixText(text: string): string | undefined {
  const prefix = parsePrefix(text)
  if (prefix?.family !== 4) return `${text || 'Nothing'} is no prefix: 10.1.0.0/16 is one.`
  return hasHostBits(text) ? `${text} is no network address: bits after the mask are set.` : undefined
}

/** A block of addresses, and whose it is, for a sentence. */
export interface Used {
  prefix: Prefix
  of: string
}

/** The first that a prefix shares an address with. */
export function usedBy(text: string, used: readonly Used[]): Used | undefined {
  const prefix = parsePrefix(text)
  return prefix && used.find((one) => overlaps(one.prefix, prefix))
}

export function blocks(texts: readonly string[], of: string): Used[] {
  return texts.flatMap((text) => {
    const prefix = parsePrefix(text)
    return prefix ? [{ prefix, of }] : []
  })
}

const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'].flatMap((text) => parsePrefix(text) ?? [])

/** RFC 1918, the whole of it. */
export function isPrivateRange(text: string): boolean {
  const prefix = parsePrefix(text)
  return prefix !== undefined && PRIVATE.some((one) => contains(one, prefix))
}
