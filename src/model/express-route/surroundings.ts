import type { Around, Asked } from '../wizard/around.ts'

/** A connectivity provider as the subscription's list has it: names are sent back verbatim (ExpressRoute document 7.1). */
export interface ServiceProvider {
  name: string
  /** Peering locations, `Amsterdam`, `Amsterdam Metro`. */
  locations: readonly string[]
  /** Mbps. */
  bandwidths: readonly number[]
}

/**
 * What the wizard's answers are held against. `regions` and `gatewaySubnet` are of the gateway's subscription and network, `groups` of all
 * subscriptions that were chosen.
 */
export interface Surroundings extends Around {
  /** Of the circuits' subscription. */
  providers: Asked<readonly ServiceProvider[]>
}
