import type { HubVirtualNetworkConnection } from '../resources/virtual-wan.ts'
import type { Around, Asked } from '../wizard/around.ts'

/** Virtual network connections of hubs, by the hub's key: no list over a subscription has them. */
export type NetworksOfHubs = ReadonlyMap<string, Asked<readonly HubVirtualNetworkConnection[]>>

/** What the wizard's answers are held against. */
export interface Surroundings extends Around {
  /** Of the hubs of the chosen WAN; of others what the estate happens to know. */
  networks?: NetworksOfHubs
}
