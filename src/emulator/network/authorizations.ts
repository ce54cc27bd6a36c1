import { ok, type Answer } from '../arm/answer.ts'
import { segment, type Exchange } from '../arm/exchange.ts'
import { groupOf } from '../arm/group-of.ts'
import { parentId } from '../arm/ids.ts'
import { childNotFound, groupNotFound } from '../arm/refusals.ts'
import type { Living } from '../store/living.ts'
import type { JsonObject } from '../wire/json.ts'
import { textAt } from '../wire/read.ts'
import { find, livingIn, referrers } from './find.ts'
import type { NetworkType } from './network-type.ts'
import type { Route } from './routes.ts'

const COMMON = {
  noun: 'ExpressRouteCircuitAuthorization',
  lists: ['parent'],
  seconds: { create: 10, update: 10, remove: 10 },
  retryAfter: 10,
  notifies: false,
  etagHeader: false,
  typeAt: 'end',
  hasGuid: false,
  patch: false,
} as const satisfies Partial<NetworkType>

export const circuitAuthorizations: NetworkType = {
  ...COMMON,
  type: 'expressRouteCircuits/authorizations',
  fill: ({ sent, before, exchange }) => ({
    authorizationKey: before?.properties.authorizationKey ?? exchange.newGuid(),
    authorizationUseStatus: before?.properties.authorizationUseStatus ?? 'Available',
    connectionResourceUri: before?.properties.connectionResourceUri ?? sent.connectionResourceUri,
  }),
  derive: (at, exchange) => {
    const user = usersOf(exchange, at)[0]
    return user === undefined ? {} : { authorizationUseStatus: 'InUse', connectionResourceUri: user.row.id }
  },
}

/** Who may build circuits on a port; shape of the published example. */
export const portAuthorizations: NetworkType = {
  ...COMMON,
  type: 'expressRoutePorts/authorizations',
  noun: 'ExpressRoutePortAuthorization',
  fill: ({ before, exchange }) => ({
    authorizationKey: before?.properties.authorizationKey ?? exchange.newGuid(),
    authorizationUseStatus: before?.properties.authorizationUseStatus ?? 'Available',
    circuitResourceUri: before?.properties.circuitResourceUri ?? '',
  }),
  derive: (at, exchange) => {
    const user = referrers(exchange, parentId(at.row.id) ?? '', 'expressRouteCircuits').find(hasKeyOf(at))
    return user === undefined ? {} : { authorizationUseStatus: 'InUse', circuitResourceUri: user.row.id }
  },
}

/** Connections of gateways and of Global Reach that were made with its key. */
export function usersOf(exchange: Exchange, at: Living): Living[] {
  const circuit = parentId(at.row.id) ?? ''
  const peerings = livingIn(exchange, `${circuit.toLowerCase()}/peerings`)
  return [
    ...referrers(exchange, circuit, 'connections'),
    ...peerings.flatMap(({ row }) => [
      ...referrers(exchange, row.id, 'expressRouteGateways/expressRouteConnections'),
      ...referrers(exchange, row.id, 'expressRouteCircuits/peerings/connections'),
    ]),
  ].filter(hasKeyOf(at))
}

function hasKeyOf({ properties: { authorizationKey } }: Living): (user: Living) => boolean {
  const key = textAt(authorizationKey)
  return ({ properties }) => key !== undefined && properties.authorizationKey === key
}

/** POST listKeys, of a circuit's authorization and of a port's (ARM contract 9.4 and 9.5). */
export function authorizationKeyRoutes(group: string): Route[] {
  return ['expressroutecircuits', 'expressrouteports'].map((type) => ({
    method: 'POST',
    path: `${group}/${type}/:n/authorizations/:a/listkeys`,
    answer: listKeys,
  }))
}

function listKeys(exchange: Exchange): Answer {
  if (groupOf(exchange) === undefined) return groupNotFound(segment(exchange, 3))
  const id = `/${exchange.segments.slice(0, 10).join('/')}`
  const at = find(exchange, id)
  if (at === undefined) return childNotFound(id)
  const answer: JsonObject = { authorizationKey: at.properties.authorizationKey ?? '' }
  return ok(answer)
}
