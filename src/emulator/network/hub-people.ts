import type { Exchange } from '../arm/exchange.ts'
import type { Living } from '../store/living.ts'
import type { JsonObject } from '../wire/json.ts'
import { arrayAt, objectAt, objectsAt, textAt } from '../wire/read.ts'
import { clientsIn, type VpnClient } from './vpn-clients.ts'

/** One connection configuration of a hub's point-to-site gateway. */
export interface ClientPool {
  id: string
  routing: JsonObject
  internet: boolean
  prefixes: string[]
}

export function clientPools({ row, properties }: Living): ClientPool[] {
  return objectsAt(properties.p2SConnectionConfigurations).map((one) => {
    const own = objectAt(one.properties)
    return {
      id: `${row.id}/p2sConnectionConfigurations/${textAt(one.name) ?? 'default'}`,
      routing: objectAt(own.routingConfiguration),
      internet: own.enableInternetSecurity !== false,
      prefixes: arrayAt(objectAt(own.vpnClientAddressPool).addressPrefixes).flatMap(
        (prefix) => textAt(prefix) ?? [],
      ),
    }
  })
}

/** Who is connected to it now. */
export function peopleOf(exchange: Exchange, gateway: Living): VpnClient[] {
  return clientPools(gateway).some(({ prefixes }) => prefixes.length > 0) ? clientsIn(exchange, gateway) : []
}
