import { contains, parseAddress, parsePrefix } from '../../lib/cidr.ts'

/** 169.254.21.0 to 169.254.22.255: what Azure takes for custom BGP addresses (VPN Gateway 3.2). */
const RANGES = ['169.254.21.0/24', '169.254.22.0/24'].flatMap((range) => parsePrefix(range) ?? [])

/** Why an address cannot be a custom BGP address of an instance (VAL-GW-14); `undefined` when it can. */
export function apipaProblem(text: string, others: readonly string[]): string | undefined {
  const address = parseAddress(text)
  if (!address || address.family !== 4 || !RANGES.some((range) => contains(range, address)))
    return 'Use an address between 169.254.21.0 and 169.254.22.255.'
  return others.includes(text) ? `${text} is used twice.` : undefined
}
