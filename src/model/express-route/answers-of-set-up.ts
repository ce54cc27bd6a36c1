import { placeOf } from '../circuit/place.ts'
import { isMetro } from '../circuit/locations.ts'
import { MICROSOFT_PEERING, typedMicrosoftPeering } from '../edits/microsoft-peering.ts'
import { familiesTyped, peeringOf, privatePeeringOf } from '../edits/peering.ts'
import { keyOf, nameOfId } from '../paths.ts'
import type { ExpressRouteCircuit, ExpressRouteConnection } from '../resources/expressroute.ts'
import type { Connection } from '../resources/vpn.ts'
import { groupId } from '../wizard/place.ts'
import type { Answers, CircuitAnswers, MicrosoftAnswers, Resiliency } from './answers.ts'
import { emptyCircuit } from './empty-circuit.ts'
import { isProviderLayer3, setUpOf } from './set-up-tags.ts'
import { settled } from './settled.ts'
import { type Member, membersOf } from './siblings.ts'
import type { Surroundings } from './surroundings.ts'
import { targetOf, withTarget } from './target.ts'

/**
 * Answers from what ARM says of a circuit, its siblings of the same set-up, and what they are connected to: from any browser, without
 * the draft that made them.
 * @param started answers with nothing in them yet
 */
export function answersOfSetUp(
  circuit: ExpressRouteCircuit,
  started: Answers,
  around: Surroundings,
): Answers {
  const { members, setUp } = membersOf(circuit, around)
  const connections = connectionsTo(members, around)
  const targetIds = [
    connections.map((one) => one?.gatewayId).find((id) => id !== undefined),
    gatewayTagged(setUp.id, around),
    members.map((one) => one.circuit && setUpOf(one.circuit).target).find((id) => id !== undefined),
  ]
  const [target] = targetIds.flatMap((id) => {
    const named = id === undefined ? undefined : around.estate.resources.get(keyOf(id))
    return (named && targetOf(named, around)) ?? []
  })
  const circuits: CircuitAnswers[] = []
  for (const [index, one] of members.entries())
    circuits.push(filledCircuit(one, connections[index], emptyCircuit(circuits)))
  const answers: Answers = {
    ...started,
    goal: {
      ...started.goal,
      subscriptionId: circuit.subscriptionId,
      group: { is: 'existing', id: groupId(circuit.subscriptionId, circuit.resourceGroup) },
      resiliency: resiliencyOf(members, setUp.resiliency, around),
      port: circuit.expressRoutePortId === undefined ? 'provider' : 'direct',
    },
    circuits,
    setUp: setUp.id ?? started.setUp,
    touched: circuits.flatMap((_, index) => (connections[index] ? [`circuits.${index}.connection`] : [])),
  }
  if (target) return settled(withTarget(answers, target), around)
  // Something was meant and is not known: it is asked, for a second network and gateway would be made by a few Next.
  return settled(setUp.id === undefined ? answers : withGatewayAsked(answers), around)
}

function withGatewayAsked(answers: Answers): Answers {
  return { ...answers, gateway: { ...answers.gateway, use: 'existing', existing: '' } }
}

/** The gateway that was made for a set-up before its circuits could be connected. */
function gatewayTagged(setUp: string | undefined, { estate }: Surroundings): string | undefined {
  if (setUp === undefined) return undefined
  for (const { key, kind } of estate.rows) {
    if (kind !== 'virtualNetworkGateway' && kind !== 'expressRouteGateway') continue
    const found = estate.resources.get(key)
    if (found && setUpOf(found).id === setUp) return found.id
  }
  return undefined
}

function resiliencyOf(
  members: readonly Member[],
  meant: Resiliency | undefined,
  { estate }: Surroundings,
): Resiliency {
  if (members.length > 1) return 'maximum'
  return (
    meant ??
    (members.some(({ circuit }) => circuit && isMetro(placeOf(circuit, estate) ?? '')) ? 'high' : 'standard')
  )
}

interface Connected {
  gatewayId: string
  connection: Connection | ExpressRouteConnection
}

/** A connection of each, to the gateway that they share where there is one. */
function connectionsTo(members: readonly Member[], around: Surroundings): (Connected | undefined)[] {
  const all = members.map(({ id }) => connectionsOfCircuit(id, around))
  const isTo = (gatewayId: string) => (one: Connected) => keyOf(one.gatewayId) === keyOf(gatewayId)
  const shared = all[0]?.find(({ gatewayId }) => all.every((own) => own.some(isTo(gatewayId))))
  return all.map((own) => (shared && own.find(isTo(shared.gatewayId))) ?? own[0])
}

/** To virtual networks, then to hubs; also of a circuit that cannot be read. */
function connectionsOfCircuit(circuitId: string, { estate }: Surroundings): Connected[] {
  const found = estate.links(keyOf(circuitId)).map(({ id }) => estate.resources.get(keyOf(id)))
  return [
    ...found
      .flatMap((one) => (one?.kind === 'connection' ? one : []))
      .toSorted((one, other) => one.name.localeCompare(other.name))
      .flatMap((connection) =>
        connection.gateway1Id === undefined ? [] : [{ gatewayId: connection.gateway1Id, connection }],
      ),
    ...found.flatMap((one) =>
      one?.kind === 'expressRouteConnection' ? [{ gatewayId: one.gatewayId, connection: one }] : [],
    ),
  ]
}

/** As it is there, or as its tag says that it is wanted. */
function microsoftOf(circuit: ExpressRouteCircuit, { microsoft }: CircuitAnswers): MicrosoftAnswers {
  const there = peeringOf(circuit, MICROSOFT_PEERING)
  if (!there) return { ...microsoft, wanted: setUpOf(circuit).microsoft !== undefined }
  const { enabled: _, ...typed } = typedMicrosoftPeering(circuit)
  const families = familiesTyped(typed)
  return {
    ...typed,
    wanted: true,
    addressing: families.length > 1 ? 'both' : families[0] === 6 ? 'ipv6' : 'ipv4',
  }
}

/** One that cannot be read is used as somebody else's is: nothing is known of it but its id. */
function filledCircuit(
  { id, circuit }: Member,
  connected: Connected | undefined,
  empty: CircuitAnswers,
): CircuitAnswers {
  const peering = circuit && privatePeeringOf(circuit)
  const connection = connected?.connection
  const text = (value: number | undefined) => (value === undefined ? '' : String(value))
  return {
    ...empty,
    ...(circuit ? { use: 'existing', existing: id } : { use: 'redeemed', uri: id }),
    peering: {
      ...empty.peering,
      ...(circuit && isProviderLayer3(circuit) && { by: 'provider' as const }),
      asn: text(peering?.peerASN),
      vlan: text(peering?.vlanId),
      primary: peering?.primaryPrefix ?? '',
      secondary: peering?.secondaryPrefix ?? '',
    },
    microsoft: circuit ? microsoftOf(circuit, empty) : empty.microsoft,
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
