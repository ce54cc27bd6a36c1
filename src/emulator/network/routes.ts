import type { Answer } from '../arm/answer.ts'
import type { Exchange } from '../arm/exchange.ts'
import { circuitTableRoutes } from './actions/circuit-tables.ts'
import { letterRoutes } from './actions/letter-of-authorization.ts'
import { hubActionRoutes } from './actions/hub-action-list.ts'
import { actionRoutes } from './actions/routes.ts'
import { authorizationKeyRoutes } from './authorizations.ts'
import { listGatewayConnections } from './gateway-connections.ts'
import { incomingRoutes } from './global-reach.ts'
import type { NetworkType } from './network-type.ts'
import { patchTags } from './patch.ts'
import { put } from './put.ts'
import { get, list, listInSubscription, readEmbedded } from './read.ts'
import { usages } from './usages.ts'
import { portsLocationByName, portsLocations, serviceProviders } from './reference-data.ts'
import { remove } from './remove.ts'
import { getSharedKey, putSharedKey } from './shared-key.ts'
import { troubleshoot } from './watcher/troubleshoot.ts'
import { NETWORK_TYPES } from './table.ts'

export interface Route {
  method: string
  /** Lower case, `:x` for a name. */
  path: string
  answer: (exchange: Exchange) => Answer
}

const SUBSCRIPTION = '/subscriptions/:s/providers/microsoft.network'
const GROUP = '/subscriptions/:s/resourcegroups/:g/providers/microsoft.network'

/** Every route of Microsoft.Network that is built. */
export function networkRoutes(): Route[] {
  return [
    { method: 'GET', path: `${SUBSCRIPTION}/expressrouteserviceproviders`, answer: serviceProviders },
    { method: 'GET', path: `${SUBSCRIPTION}/expressrouteportslocations`, answer: portsLocations },
    { method: 'GET', path: `${SUBSCRIPTION}/expressrouteportslocations/:l`, answer: portsLocationByName },
    { method: 'GET', path: `${SUBSCRIPTION}/locations/:l/usages`, answer: usages },
    { method: 'GET', path: `${GROUP}/connections/:c/sharedkey`, answer: getSharedKey },
    { method: 'PUT', path: `${GROUP}/connections/:c/sharedkey`, answer: putSharedKey },
    { method: 'GET', path: `${GROUP}/virtualnetworkgateways/:n/connections`, answer: listGatewayConnections },
    ...actionRoutes(GROUP),
    ...hubActionRoutes(GROUP),
    ...circuitTableRoutes(GROUP),
    ...incomingRoutes(GROUP),
    ...authorizationKeyRoutes(GROUP),
    ...letterRoutes(GROUP),
    { method: 'POST', path: `${GROUP}/networkwatchers/:n/troubleshoot`, answer: troubleshoot },
    ...NETWORK_TYPES.flatMap((type) => routesOf(type)),
  ]
}

function routesOf(type: NetworkType): Route[] {
  const parts = type.type.toLowerCase().split('/')
  const last = parts.length - 1
  const collection =
    GROUP + parts.map((part, index) => (index === last ? `/${part}` : `/${part}/:n${index}`)).join('')
  const one = `${collection}/:n${last}`
  const routes: Route[] = [
    { method: 'GET', path: collection, answer: (exchange) => list(exchange, type) },
    { method: 'GET', path: one, answer: (exchange) => get(exchange, type) },
    { method: 'PUT', path: one, answer: (exchange) => put(exchange, type) },
    { method: 'DELETE', path: one, answer: (exchange) => remove(exchange, type) },
  ]
  if (type.patch) routes.push({ method: 'PATCH', path: one, answer: (exchange) => patchTags(exchange, type) })
  if (type.lists.includes('subscription')) {
    const path = `${SUBSCRIPTION}/${parts[0]}`
    routes.push({ method: 'GET', path, answer: (exchange) => listInSubscription(exchange, type) })
  }
  for (const embedded of type.embeds ?? []) {
    if (!embedded.readable) continue
    const path = `${one}/${embedded.segment.toLowerCase()}`
    routes.push(
      { method: 'GET', path, answer: (exchange) => readEmbedded(exchange, type, embedded, 'list') },
      {
        method: 'GET',
        path: `${path}/:item`,
        answer: (exchange) => readEmbedded(exchange, type, embedded, 'one'),
      },
    )
  }
  return routes
}
