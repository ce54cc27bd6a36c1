/** A paste of a whole file does not bury anybody in rows; a site takes up to 1,000 (VPN Gateway reference 4). */
const MOST = 1000

/** Prefixes in a pasted text: lines, lists with commas or blanks, JSON; `undefined` where it is a single one. */
export function pastedPrefixes(text: string): string[] | undefined {
  const parts = text.split(/[\s,;"'[\]]+/).filter((part) => part !== '')
  return parts.length > 1 ? [...new Set(parts)].slice(0, MOST) : undefined
}
