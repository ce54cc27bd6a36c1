import { connectionsOf } from '../edits/gateway-connections.ts'
import { privatePeeringOf } from '../edits/peering.ts'
import { keyOf, nameOfId } from '../paths.ts'
import type { ExpressRouteCircuit, ExpressRouteConnection } from '../resources/expressroute.ts'
import type { Connection } from '../resources/vpn.ts'
import { groupId } from '../wizard/place.ts'
import type { Answers, CircuitAnswers, Resiliency } from './answers.ts'
import { circuitsIn } from './circuit-defaults.ts'
import { emptyCircuit } from './empty-circuit.ts'
import { isMetro } from '../circuit/locations.ts'
import { setUpOf } from './set-up-tags.ts'
import { settled } from './settled.ts'
import type { Surroundings } from './surroundings.ts'
import { targetOf, withTarget } from './target.ts'

/**
 * Answers from what ARM says of a circuit, its siblings of the same set-up by tag, and what they are connected to: from any browser, without
 * the draft that made them.
 * @param started answers with nothing in them yet
 */
export function answersOfSetUp(
  circuit: ExpressRouteCircuit,
  started: Answers,
  around: Surroundings,
): Answers {
  const setUp = setUpOf(circuit)
  const own = siblingsOf(circuit, around)
  const connections = own.map((one) => connectionOf(one, around))
  const targetId =
    connections.map((one) => one?.gatewayId).find((id) => id !== undefined) ??
    own.map((one) => setUpOf(one).target).find((id) => id !== undefined)
  const named = targetId === undefined ? undefined : around.estate.resources.get(keyOf(targetId))
  const target = named && targetOf(named, around)
  const circuits: CircuitAnswers[] = []
  for (const [index, one] of own.entries())
    circuits.push(existingCircuit(one, connections[index], emptyCircuit(circuits)))
  const answers: Answers = {
    ...started,
    goal: {
      ...started.goal,
      subscriptionId: circuit.subscriptionId,
      group: { is: 'existing', id: groupId(circuit.subscriptionId, circuit.resourceGroup) },
      resiliency: resiliencyOf(own, setUp.resiliency),
      port: circuit.expressRoutePortId === undefined ? 'provider' : 'direct',
    },
    circuits,
    setUp: setUp.id ?? started.setUp,
    touched: circuits.flatMap((_, index) => (connections[index] ? [`circuits.${index}.connection`] : [])),
  }
  return settled(target ? withTarget(answers, target) : answers, around)
}

/** The circuits of one set-up, this one among them; two at most, by name. */
function siblingsOf(circuit: ExpressRouteCircuit, around: Surroundings): ExpressRouteCircuit[] {
  const { id } = setUpOf(circuit)
  if (id === undefined) return [circuit]
  const others = circuitsIn(around)
    .filter((one) => one.key !== circuit.key && setUpOf(one).id === id)
    .toSorted((one, other) => one.name.localeCompare(other.name))
  return [circuit, ...others].slice(0, 2).toSorted((one, other) => one.name.localeCompare(other.name))
}

function resiliencyOf(circuits: readonly ExpressRouteCircuit[], meant: Resiliency | undefined): Resiliency {
  if (circuits.length > 1) return 'maximum'
  return (
    meant ?? (circuits.some(({ peeringLocation = '' }) => isMetro(peeringLocation)) ? 'high' : 'standard')
  )
}

interface Connected {
  gatewayId: string
  connection: Connection | ExpressRouteConnection
}

/** The first connection of a circuit, to a virtual network or a hub. */
function connectionOf(circuit: ExpressRouteCircuit, { estate }: Surroundings): Connected | undefined {
  const [direct] = connectionsOf(circuit, estate)
  if (direct?.gateway1Id !== undefined) return { gatewayId: direct.gateway1Id, connection: direct }
  for (const { id } of estate.links(circuit.key)) {
    const found = estate.resources.get(keyOf(id))
    if (found?.kind === 'expressRouteConnection') return { gatewayId: found.gatewayId, connection: found }
  }
  return undefined
}

function existingCircuit(
  circuit: ExpressRouteCircuit,
  connected: Connected | undefined,
  empty: CircuitAnswers,
): CircuitAnswers {
  const peering = privatePeeringOf(circuit)
  const connection = connected?.connection
  const text = (value: number | undefined) => (value === undefined ? '' : String(value))
  return {
    ...empty,
    use: 'existing',
    existing: circuit.id,
    peering: {
      ...empty.peering,
      asn: text(peering?.peerASN),
      vlan: text(peering?.vlanId),
      primary: peering?.primaryPrefix ?? '',
      secondary: peering?.secondaryPrefix ?? '',
    },
    ...(connection && {
      connection: {
        name: nameOfId(connection.id),
        weight: text(connection.routingWeight ?? 0),
        fastPath: connection.expressRouteGatewayBypass,
        privateLinkFastPath: false,
      },
    }),
  }
}
