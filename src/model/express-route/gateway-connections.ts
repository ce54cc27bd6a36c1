import { hubConnectionsOf, linksOn } from '../circuit/link-limit.ts'
import { connectionsOf } from '../edits/gateway-connections.ts'
import { keyOf } from '../paths.ts'
import type { ExpressRouteCircuit } from '../resources/expressroute.ts'
import type { Answers } from './answers.ts'
import { type Linked, linkedTo } from './linked.ts'
import { connectionIdOf, existingGateway, gatewayIdOf } from './place.ts'
import type { Surroundings } from './surroundings.ts'

/** Connections that the gateway has already, but for those of this plan that an earlier run has made. */
export function otherConnections(answers: Answers, around: Surroundings): Linked[] {
  const own = new Set(answers.circuits.map((circuit) => keyOf(connectionIdOf(circuit, answers, around))))
  return connectionsOfGateway(answers, around).filter(({ connection }) => !own.has(connection.key))
}

function connectionsOfGateway(answers: Answers, around: Surroundings): Linked[] {
  const { estate } = around
  return linkedTo(
    existingGateway(answers, around) ?? estate.resources.get(keyOf(gatewayIdOf(answers, around))),
    estate,
  )
}

/** Links that a circuit has already, to virtual networks, hubs and other circuits, but for the connections of this plan (ExpressRoute document 1.4). */
export function linksOfCircuit(circuit: ExpressRouteCircuit, answers: Answers, around: Surroundings): number {
  const { estate } = around
  const own = new Set(answers.circuits.map((one) => keyOf(connectionIdOf(one, answers, around))))
  const joined = [...connectionsOf(circuit, estate), ...hubConnectionsOf(circuit, estate)]
  return linksOn(circuit, estate) - joined.filter(({ key }) => own.has(key)).length
}
