import type { Resource } from '../resources/resource.ts'
import type { HubRouteTable, HubVirtualNetworkConnection, RoutingIntent } from '../resources/virtual-wan.ts'

/** What a hub's own lists hold; undefined where that was not read. */
export interface HubChildren {
  connections?: readonly HubVirtualNetworkConnection[] | undefined
  tables?: readonly HubRouteTable[] | undefined
  intents?: readonly RoutingIntent[] | undefined
  /** Its network virtual appliances, each read by itself. */
  appliances?: readonly Pick<Resource, 'id' | 'name' | 'provisioningState'>[] | undefined
}
