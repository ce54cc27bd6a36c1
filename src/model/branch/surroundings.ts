import type { HubVirtualNetworkConnection } from '../resources/virtual-wan.ts'
import type { Around, Asked } from '../wizard/around.ts'

/** The virtual networks of a hub, which no list of a subscription has. */
export type HubNetworks = Asked<readonly HubVirtualNetworkConnection[]>

/** What the wizard's answers are held against. */
export interface Surroundings extends Around {
  /** Of each hub of the chosen virtual WAN, by the hub's key; absent where nobody asked. What was read is in the estate too. */
  hubNetworks?: ReadonlyMap<string, HubNetworks>
}
