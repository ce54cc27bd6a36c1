import type { VirtualWan } from '../resources/virtual-wan.ts'

/** Something a virtual WAN may carry, and whether its type allows it. */
export interface Capability {
  what: string
  basic: boolean
  standard: boolean
}

/** Virtual WAN 1, from Microsoft's table of the two types. */
export const CAPABILITIES: readonly Capability[] = [
  { what: 'Site-to-site VPN of branches', basic: true, standard: true },
  { what: 'Point-to-site VPN of people', basic: false, standard: true },
  { what: 'ExpressRoute', basic: false, standard: true },
  { what: 'Traffic between hubs', basic: false, standard: true },
  { what: 'Traffic between virtual networks through a hub', basic: false, standard: true },
]

export type WanType = 'basic' | 'standard' | 'unknown'

/** The type as a choice; what Azure may add is unknown. */
export function wanTypeOf({ wanType }: VirtualWan): WanType {
  const type = wanType?.toLowerCase()
  return type === 'basic' || type === 'standard' ? type : 'unknown'
}

/** What the type means, whole sentences. A Basic one can be made Standard; there is no way back (Virtual WAN 1). */
export function wanTypeWords(wan: VirtualWan): string {
  const type = wanTypeOf(wan)
  switch (type) {
    case 'standard':
      return 'Standard: branches, people, circuits and virtual networks reach each other, and all hubs are joined with each other by themselves. It cannot become Basic again.'
    case 'basic':
      return 'Basic: it carries site-to-site VPN to one hub at a time and nothing else. It can be made Standard, and there is no way back.'
    case 'unknown':
      return wan.wanType === undefined
        ? 'Azure did not give its type, so what it allows is not known.'
        : `Its type is “${wan.wanType}”, which this hub does not know; what it allows is not known.`
    default:
      return type satisfies never
  }
}
