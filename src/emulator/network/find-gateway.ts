import type { Exchange } from '../arm/exchange.ts'
import type { JsonObject } from '../wire/json.ts'
import { idAt, objectAt } from '../wire/read.ts'
import { find } from './find.ts'

/** Whether a connection's own gateway is one of the SKU Basic. */
export function isBasic(exchange: Exchange, connection: JsonObject): boolean {
  const gateway = find(exchange, idAt(connection.virtualNetworkGateway1) ?? '')
  return objectAt(gateway?.properties.sku).name === 'Basic'
}
