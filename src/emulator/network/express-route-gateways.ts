import { inUse, networkError } from '../arm/refusals.ts'
import { parentId } from '../arm/ids.ts'
import { idAt, numberAt, objectAt } from '../wire/read.ts'
import { notProvisioned } from './circuit-not-ready.ts'
import { find, livingIn } from './find.ts'
import type { Draft, NetworkType } from './network-type.ts'
import { routingOr } from './routing.ts'
import { refusePeeringKey } from './validate/circuit-key.ts'
import { refusePeeringLink } from './validate/circuit-links.ts'
import { refuseRouting } from './validate/hub-routing.ts'
import { references } from './validate/references.ts'
import { firstOf } from './validate/rule.ts'
import { refuseHubGateway } from './validate/virtual-hubs.ts'

/** ExpressRoute gateways of a hub; their lists are one object, never paged (ARM contract 9.6). */
export const expressRouteGateways: NetworkType = {
  type: 'expressRouteGateways',
  noun: 'ExpressRouteGateway',
  lists: ['subscription', 'group'],
  unpaged: true,
  seconds: { create: 1389, update: 223, remove: 791 },
  retryAfter: 10,
  notifies: true,
  etagHeader: false,
  typeAt: 'afterEtag',
  hasGuid: true,
  patch: true,
  inlines: [
    {
      member: 'expressRouteConnections',
      type: 'expressRouteGateways/expressRouteConnections',
      absent: 'deletes',
    },
  ],
  required: ['virtualHub'],
  refuse: firstOf(refuseHubGateway('expressRouteGateways'), refuseScale),
  fill: ({ sent }) => ({ autoScaleConfiguration: { bounds: { min: 1 } }, ...sent }),
  // Refusal documented, code assumed (ARM contract 5).
  holds: (at, exchange) => {
    const [user] = livingIn(exchange, `${at.row.key}/expressRouteConnections`)
    if (user === undefined) return undefined
    return inUse(
      'InUseExpressRouteGatewayCannotBeDeleted',
      `Express Route gateway ${at.row.id} is in use by ${user.row.id} and cannot be deleted.`,
    )
  },
}

/** One to ten scale units, the most not below the least (Virtual WAN document 6). Code and text assumed. */
function refuseScale({ sent, id }: Draft) {
  const { min, max } = objectAt(objectAt(sent.autoScaleConfiguration).bounds)
  const [least, most] = [numberAt(min), numberAt(max)]
  const wrong = [least, most].find((one) => one !== undefined && (one < 1 || one > 10))
  if (wrong === undefined && (least ?? 1) <= (most ?? 10)) return undefined
  return networkError(
    400,
    'InvalidExpressRouteGatewayScale',
    `The scale units of Express Route gateway ${id} are not valid: 1 to 10, and the largest not below the smallest.`,
  )
}

export const expressRouteConnections: NetworkType = {
  type: 'expressRouteGateways/expressRouteConnections',
  noun: 'ExpressRouteConnection',
  lists: ['parent'],
  unpaged: true,
  seconds: { create: 10, update: 10, remove: 81 },
  retryAfter: 10,
  notifies: true,
  etagHeader: false,
  typeAt: 'afterEtag',
  hasGuid: true,
  patch: false,
  required: ['expressRouteCircuitPeering'],
  refuse: firstOf(
    references(({ sent }) => [
      {
        member: 'expressRouteCircuitPeering',
        value: sent.expressRouteCircuitPeering,
        type: 'expressRouteCircuits/peerings',
      },
    ]),
    refusePeeringKey,
    refusePeeringLink,
    refuseRouting(({ exchange, id }) => hubOf(id, exchange)),
  ),
  fill: ({ sent, before, id, exchange }) => ({
    routingWeight: 0,
    enableInternetSecurity: false,
    expressRouteGatewayBypass: false,
    ...sent,
    // As of a network's connection.
    authorizationKey: sent.authorizationKey ?? before?.properties.authorizationKey,
    routingConfiguration: routingOr(exchange, sent, hubOf(id, exchange), false),
  }),
  fails: failsForProvider,
}

function hubOf(id: string, exchange: Draft['exchange']): string | undefined {
  const gateway = parentId(id)
  return gateway === undefined ? undefined : idAt(find(exchange, gateway)?.properties.virtualHub)
}

function failsForProvider({ sent, exchange }: Draft) {
  const peering = idAt(sent.expressRouteCircuitPeering)
  const circuit = peering === undefined ? undefined : find(exchange, parentId(peering) ?? '')
  return circuit && notProvisioned(circuit)
}
