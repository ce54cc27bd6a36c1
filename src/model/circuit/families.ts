import type { Family } from '../../lib/cidr.ts'
import type { PathReading } from './path-tables.ts'

export const FAMILY_NAMES = { 4: 'IPv4', 6: 'IPv6' } as const satisfies Record<Family, string>

/** What of a peering tells its families. */
interface FamiliesOfPeering {
  state?: string
  primaryPrefix?: string
  secondaryPrefix?: string
  ipv6?: { state?: string; primaryPrefix?: string; secondaryPrefix?: string }
}

/** Families that a peering speaks BGP for, with a session of each on both links; one that is switched off is none (ExpressRoute document 3.1). */
export function peeringFamilies(peering: FamiliesOfPeering): Family[] {
  const has = (half: Pick<FamiliesOfPeering, 'state' | 'primaryPrefix' | 'secondaryPrefix'> | undefined) =>
    half !== undefined &&
    half.state?.toLowerCase() !== 'disabled' &&
    (half.primaryPrefix ?? half.secondaryPrefix ?? '') !== ''
  return [...(has(peering) ? ([4] as const) : []), ...(has(peering.ipv6) ? ([6] as const) : [])]
}

/** Of an address as a router writes it; what is no address is taken for IPv4. */
export function familyOfAddress(address: string | undefined): Family {
  return address?.includes(':') ? 6 : 4
}

/** Families of which a session was told on either path. */
export function familiesTold(paths: readonly Pick<PathReading, 'summary'>[]): Family[] {
  const told = new Set(
    paths.flatMap(({ summary }) =>
      summary.ok ? summary.value.map(({ neighbor }) => familyOfAddress(neighbor)) : [],
    ),
  )
  return inOrder([...told])
}

/** Each once, IPv4 first. */
export function inOrder(families: readonly Family[]): Family[] {
  return ([4, 6] as const).filter((family) => families.includes(family))
}

/** One path as a single family sees it. Layer 2 is that of the link, where no row of this family is told. */
export function pathOfFamily(path: PathReading, family: Family): PathReading {
  const { arp, summary } = path
  const own = arp.ok ? arp.value.filter(({ ipAddress }) => familyOfAddress(ipAddress) === family) : []
  return {
    ...path,
    arp: arp.ok && own.length > 0 ? { ok: true, value: own } : arp,
    summary: summary.ok
      ? { ok: true, value: summary.value.filter(({ neighbor }) => familyOfAddress(neighbor) === family) }
      : summary,
  }
}
