import type { Exchange } from '../arm/exchange.ts'
import type { Living } from '../store/living.ts'
import type { JsonObject } from '../wire/json.ts'
import { idAt, numberAt, objectAt, objectsAt, textAt } from '../wire/read.ts'
import { type CircuitPath, pathsOf } from './circuit-paths.ts'
import { find, referrers } from './find.ts'

/** A connection of an ExpressRoute gateway with the circuit it leads to and where that is. */
export interface CircuitSite {
  connection: Living
  circuit: Living
  location: string
  paths: CircuitPath[]
}

/** Every circuit a gateway is connected to, by connection. */
export function sitesOf(exchange: Exchange, gateway: Living): CircuitSite[] {
  return referrers(exchange, gateway.row.id, 'connections').flatMap((connection) => {
    const circuit = find(exchange, idAt(connection.properties.peer) ?? '')
    if (circuit === undefined) return []
    const peering = find(exchange, `${circuit.row.id}/peerings/AzurePrivatePeering`)
    return [
      {
        connection,
        circuit,
        location: placeOf(exchange, circuit),
        paths: peering === undefined ? [] : pathsOf(exchange, peering),
      },
    ]
  })
}

/** Where a circuit meets Microsoft: its own location, or that of its port. */
export function placeOf(exchange: Exchange, circuit: Living): string {
  const port = find(exchange, idAt(circuit.properties.expressRoutePort) ?? '')
  const over = port?.properties ?? objectAt(circuit.properties.serviceProviderProperties)
  return textAt(over.peeringLocation) ?? ''
}

/** A failover test of a gateway; the newest last. */
export interface FailoverTest {
  guid: string
  location: string
  startedAt: number
  /** It ends only when somebody stops it (ExpressRoute document 2.3). */
  stoppedAt?: number
  successful?: boolean
  details: JsonObject[]
}

export function testsOf(gateway: Living): FailoverTest[] {
  return objectsAt(gateway.inside.failoverTests).flatMap((one) => {
    const [guid, location] = [textAt(one.guid), textAt(one.location)]
    const startedAt = numberAt(one.startedAt)
    if (guid === undefined || location === undefined || startedAt === undefined) return []
    const stoppedAt = numberAt(one.stoppedAt)
    return [
      {
        guid,
        location,
        startedAt,
        ...(stoppedAt !== undefined && { stoppedAt }),
        ...(typeof one.successful === 'boolean' && { successful: one.successful }),
        details: objectsAt(one.details),
      },
    ]
  })
}

export function runningTest(gateway: Living, now: number): FailoverTest | undefined {
  return testsOf(gateway).find(
    ({ startedAt, stoppedAt }) => startedAt <= now && (stoppedAt === undefined || stoppedAt > now),
  )
}
