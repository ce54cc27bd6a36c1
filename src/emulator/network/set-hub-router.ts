import type { Exchange } from '../arm/exchange.ts'
import { settled } from '../store/living.ts'
import type { RouterState } from '../wire/control.ts'
import { textAt } from '../wire/read.ts'
import { find } from './find.ts'
import { networkTypeOfId } from './table.ts'
import { routerAddresses } from './virtual-hubs.ts'

/**
 * Sets the router of a hub, however the hub itself reads. A PUT of the hub lets one that is not Provisioned come up.
 * @returns why it cannot be: a sentence
 */
export function setHubRouter(exchange: Exchange, hub: string, is: RouterState): string | undefined {
  const at = find(exchange, hub)
  if (at === undefined || networkTypeOfId(hub)?.type !== 'virtualHubs') return `There is no hub ${hub}.`
  const base = settled(at.row, exchange.now)
  const virtualRouterIps = is === 'Provisioned' ? routerAddresses(textAt(at.properties.addressPrefix)) : []
  exchange.save({
    ...base,
    properties: { ...base.properties, routingState: is, virtualRouterIps },
    etag: `W/"${exchange.newGuid()}"`,
    due: base.due.filter(({ merge }) => merge.routingState === undefined),
  })
  return undefined
}
