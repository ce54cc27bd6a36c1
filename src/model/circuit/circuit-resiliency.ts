import { connectionsOf } from '../edits/gateway-connections.ts'
import type { Estate } from '../estate.ts'
import { keyOf, parentId } from '../paths.ts'
import type { ExpressRouteCircuit } from '../resources/expressroute.ts'
import type { Verdict } from '../status/verdict.ts'
import { hubConnectionsOf } from './link-limit.ts'
import { whyLeadsNowhere } from './dead-ends.ts'
import { placeOf } from './place.ts'
import { isMetro } from './locations.ts'
import { levelOf, type ResiliencyLevel } from './resiliency-level.ts'

/**
 * What a circuit is a part of (ExpressRoute document 2.1): as newer versions of Azure say, else by its location and by where the other
 * circuits of its gateways and hubs are, as far as they were read.
 */
export function circuitResiliency(
  circuit: ExpressRouteCircuit,
  estate: Estate,
): { level: Exclude<ResiliencyLevel, 'none'>; verdict: Verdict; sentence: string } {
  const place = placeOf(circuit, estate)
  const where = place ?? 'one location'
  const others = othersOf(circuit, estate)
  const elsewhere = [...new Set(others.flatMap((one) => placeOf(one, estate) ?? []))].filter(
    (one) => one !== place && !isMetro(one),
  )
  const far = others.filter((one) => elsewhere.includes(placeOf(one, estate) ?? ''))
  const reasons = far.map((one) => whyLeadsNowhere(one, estate))
  const dead = reasons.every((one) => one !== undefined) ? reasons[0] : undefined
  // One in a Metro location is what that makes it, whatever is beside it.
  const level = told(circuit) ?? levelOf(isMetro(where) ? [where] : [where, ...elsewhere])
  switch (level) {
    case 'Maximum':
      if (dead !== undefined)
        return {
          level,
          verdict: 'attention',
          sentence: `Another circuit is in ${elsewhere.toSorted().join(' and ')}, which does not help now: ${dead}`,
        }
      return {
        level,
        verdict: 'healthy',
        sentence:
          elsewhere.length > 0
            ? `Another circuit is in ${elsewhere.toSorted().join(' and ')}: what both lead to survives the loss of ${where}`
            : 'As Azure says: what it leads to survives the loss of its location',
      }
    case 'High':
      return {
        level,
        verdict: 'healthy',
        sentence: `A Metro circuit: it survives the loss of one of the two sites of ${where}`,
      }
    case 'Standard':
      return {
        level,
        verdict: 'attention',
        sentence: `Both its links are in ${where}: when that fails, nothing it leads to is reached. A circuit in a second location makes it Maximum`,
      }
    default:
      return level satisfies never
  }
}

/** `resiliencyLevel`, which versions from 2026 on give. */
function told({ body }: ExpressRouteCircuit): 'Maximum' | 'High' | 'Standard' | undefined {
  const { properties } = body
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) return undefined
  const value = properties.resiliencyLevel
  return value === 'Maximum' || value === 'High' || value === 'Standard' ? value : undefined
}

/** The other circuits of the gateways and hub gateways that it is connected to. */
function othersOf(circuit: ExpressRouteCircuit, estate: Estate): ExpressRouteCircuit[] {
  const gateways = connectionsOf(circuit, estate).flatMap(({ gateway1Id }) => {
    const gateway = estate.resources.get(keyOf(gateway1Id ?? ''))
    return gateway ? connectionsOf(gateway, estate).map(({ circuitId }) => circuitId) : []
  })
  const hubGateways = new Set(hubConnectionsOf(circuit, estate).map(({ gatewayId }) => keyOf(gatewayId)))
  const inHubs = [...hubGateways].flatMap((gateway) =>
    estate.links(gateway).flatMap(({ id }) => {
      const found = estate.resources.get(keyOf(id))
      return found?.kind === 'expressRouteConnection' ? [parentId(found.circuitPeeringId ?? '')] : []
    }),
  )
  return [...new Set([...gateways, ...inHubs])].flatMap((id) => {
    const found = estate.resources.get(keyOf(id ?? ''))
    return found?.kind === 'expressRouteCircuit' && found.key !== circuit.key ? [found] : []
  })
}
