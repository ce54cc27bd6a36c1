import type { Peering } from '../edits/peering.ts'

/** Public prefixes of one family of a Microsoft peering, and how far Microsoft is with its check of them. */
export interface AnnouncedPrefixes {
  family: 'IPv4' | 'IPv6'
  prefixes: readonly string[]
  /** As Azure spells it, or that it does not. */
  state: string
  /** ARM id. */
  routeFilterId: string | undefined
}

/** Of each family that announces something: each is checked, and filtered, by itself (ExpressRoute document 3.1). */
export function announcedPrefixes({
  microsoft,
  ipv6,
}: Pick<Peering, 'microsoft' | 'ipv6'>): AnnouncedPrefixes[] {
  const families = [
    ['IPv4', microsoft],
    ['IPv6', ipv6?.microsoft],
  ] as const
  return families.flatMap(([family, facts]) =>
    facts && facts.prefixes.length > 0
      ? [
          {
            family,
            prefixes: facts.prefixes,
            state: facts.prefixesState ?? 'not told',
            routeFilterId: facts.routeFilterId,
          },
        ]
      : [],
  )
}

/** Whether BGP stays down until Microsoft has proof whose they are (ExpressRoute finding ER-008). */
export function isProofAsked({ state }: Pick<AnnouncedPrefixes, 'state'>): boolean {
  return state.toLowerCase() === 'validationneeded'
}
