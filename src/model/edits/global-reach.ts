import { hasHostBits, overlaps, parsePrefix } from '../../lib/cidr.ts'
import type { Estate } from '../estate.ts'
import { keyOf, parentId, parseArmId } from '../paths.ts'
import type { ExpressRouteCircuit } from '../resources/expressroute.ts'
import { placeOf } from '../circuit/place.ts'
import { linkLimit, linksOn } from '../circuit/link-limit.ts'
import { childNameProblem } from './child-name.ts'
import type { Replacement } from './edit.ts'
import { heldBy, topOf } from './held-by.ts'
import { privatePeeringOf, type Taken } from './peering.ts'
import { writeAction } from './set-members.ts'
import type { Removal } from './write.ts'

/** Global Reach as it is typed. */
export interface TypedReach {
  name: string
  /** ARM id of the circuit at the other end, chosen or pasted. */
  circuit: string
  /** A /29 of which both sides make their link. */
  prefix: string
  /** A /125; empty: no IPv6. */
  prefix6: string
}

export interface ReachProblem {
  field: keyof TypedReach | 'key'
  /** Advice keeps nothing from being sent. */
  is: 'error' | 'advice'
  text: string
}

const TYPE = 'Microsoft.Network/expressRouteCircuits/peerings/connections'

/** Why no circuit can be reached from this one (ExpressRoute document 3.4); `undefined`: nothing is in the way. */
export function whyNoGlobalReach(circuit: ExpressRouteCircuit): string | undefined {
  if (circuit.tier?.toLowerCase() === 'local') return 'Circuits with the SKU Local have no Global Reach.'
  return privatePeeringOf(circuit) === undefined
    ? 'Global Reach joins private peerings, and this circuit has none yet.'
    : undefined
}

/** Whether the other circuit is of another subscription, so that one of its authorizations is needed. */
export function needsKey(circuit: ExpressRouteCircuit, other: string): boolean {
  const there = parseArmId(other)?.subscriptionId
  return there !== undefined && keyOf(there) !== keyOf(circuit.subscriptionId)
}

/** The circuits it could be joined with, as far as they were read. */
export function reachable(circuit: ExpressRouteCircuit, estate: Estate): ExpressRouteCircuit[] {
  return estate.rows
    .map(({ key }) => estate.resources.get(key))
    .filter((one) => one?.kind === 'expressRouteCircuit')
    .filter((one) => one.key !== circuit.key && whyNoGlobalReach(one) === undefined)
}

/**
 * The rules of ExpressRoute document 3.4. What is not verified there, and what depends on areas of the world that ARM does not name, is
 * advice.
 */
export function reachProblems(
  circuit: ExpressRouteCircuit,
  { name, circuit: other, prefix, prefix6 }: TypedReach,
  key: string,
  estate: Estate,
  taken: readonly Taken[],
): ReachProblem[] {
  const problems: ReachProblem[] = []
  const wrong = (field: ReachProblem['field'], text: string) => problems.push({ field, is: 'error', text })
  const advise = (field: ReachProblem['field'], text: string) => problems.push({ field, is: 'advice', text })
  const nameText = childNameProblem(
    name,
    privatePeeringOf(circuit)?.reaches ?? [],
    `The circuit has a Global Reach connection ${name} already.`,
  )
  if (nameText !== undefined) wrong('name', nameText)
  const found = estate.resources.get(keyOf(other))
  const known = found?.kind === 'expressRouteCircuit' ? found : undefined
  const circuitText = circuitProblem(circuit, other, known, estate)
  if (circuitText !== undefined) wrong('circuit', circuitText)
  else {
    if (circuit.tier?.toLowerCase() !== 'premium' || (known && known.tier?.toLowerCase() !== 'premium'))
      advise('circuit', 'Both circuits have to be Premium unless they are in the same geopolitical area.')
    if (needsKey(circuit, other) && key.trim() === '')
      wrong('key', 'The circuit is in another subscription: enter the key of one of its authorizations.')
  }
  const limit = linkLimit(circuit)
  if (limit !== undefined && linksOn(circuit, estate) >= limit)
    wrong(
      'circuit',
      `This circuit has ${limit} links, as many as its SKU and bandwidth take. Global Reach counts as one.`,
    )
  const otherLimit = known && linkLimit(known)
  if (known && otherLimit !== undefined && linksOn(known, estate) >= otherLimit)
    wrong(
      'circuit',
      `${known.name} has ${otherLimit} links, as many as its SKU and bandwidth take. Global Reach counts as one there too.`,
    )
  for (const [field, text, family, length] of [
    ['prefix', prefix.trim(), 4, 29],
    ['prefix6', prefix6.trim(), 6, 125],
  ] as const) {
    if (text === '' && family === 6) continue
    const parsed = parsePrefix(text)
    if (parsed?.family !== family || parsed.length !== length)
      wrong(field, `Enter a /${length}, such as ${family === 4 ? '192.168.250.0/29' : 'fd00:29::/125'}.`)
    else if (hasHostBits(text)) wrong(field, 'This is no network address: bits after the mask are set.')
    else {
      const over = taken.find((one) => overlaps(one.prefix, parsed))
      if (over) advise(field, `It overlaps ${over.whose}. Use a range that neither side has.`)
    }
  }
  return problems
}

function circuitProblem(
  circuit: ExpressRouteCircuit,
  other: string,
  known: ExpressRouteCircuit | undefined,
  estate: Estate,
): string | undefined {
  if (!/\/providers\/microsoft\.network\/expressroutecircuits\/[^/]+$/i.test(other) || !parseArmId(other))
    return 'Choose a circuit, or enter the resource id of one.'
  if (keyOf(other) === circuit.key) return 'This is the circuit itself.'
  const peering = privatePeeringOf(circuit)
  const isJoined = [...(peering?.reaches ?? []), ...(peering?.reachedBy ?? [])].some(
    ({ peerPeeringId }) => keyOf(parentId(peerPeeringId ?? '') ?? '') === keyOf(other),
  )
  if (isJoined) return 'Both circuits are joined already.'
  if (known === undefined) return undefined
  const why = whyNoGlobalReach(known)
  if (why !== undefined) return why.replace('this circuit', known.name)
  const [here, there] = [placeOf(circuit, estate), placeOf(known, estate)]
  return here !== undefined && here === there
    ? `Both circuits are in ${here}: Global Reach joins two peering locations.`
    : undefined
}

/** @param hasKey of an authorization of the other circuit: it goes with the write apart */
export function newReach(circuit: ExpressRouteCircuit, typed: TypedReach, hasKey: boolean): Replacement {
  const { name, circuit: other, prefix, prefix6 } = typed
  const own = privatePeeringOf(circuit)?.id ?? `${circuit.id}/peerings/AzurePrivatePeering`
  const set = (path: string[], to: string) => ({ path: ['properties', ...path], to })
  return {
    is: 'edit',
    method: 'PUT',
    topic: 'global-reach',
    // Nothing has no name: what is asked about it, a right, is asked where it will be.
    id: name === '' ? own : `${own}/connections/${name}`,
    name,
    creates: true,
    changes: [
      set(['expressRouteCircuitPeering', 'id'], own),
      set(['peerExpressRouteCircuitPeering', 'id'], `${other}/peerings/AzurePrivatePeering`),
      set(['addressPrefix'], prefix.trim()),
      ...(prefix6.trim() === ''
        ? []
        : [set(['ipv6CircuitConnectionConfig', 'addressPrefix'], prefix6.trim())]),
    ],
    ...(hasKey && { secret: `the authorization key of the circuit that ${circuit.name} is joined with` }),
    what: `Global Reach of ${circuit.name}: ${name} is new`,
    effect: 'Both sites learn each other’s networks, and reach each other over Microsoft’s network.',
    action: writeAction(TYPE),
    holds: [...heldBy(circuit), topOf(other)],
  }
}

/** Global Reach of a circuit from both sides; one that another circuit began is deleted there. */
export function reachRemovals(circuit: ExpressRouteCircuit, topic: string): Removal[] {
  return circuit.peerings.flatMap(({ reaches = [], reachedBy = [] }) => [
    ...reaches.map(({ id, name }) => reachRemoval(circuit, id, name, topic)),
    ...reachedBy.flatMap(({ peerPeeringId, connectionName }) =>
      peerPeeringId === undefined || connectionName === undefined
        ? []
        : [reachRemoval(circuit, `${peerPeeringId}/connections/${connectionName}`, connectionName, topic)],
    ),
  ])
}

function reachRemoval(circuit: ExpressRouteCircuit, id: string, name: string, topic: string): Removal {
  return {
    is: 'removal',
    method: 'DELETE',
    topic,
    id,
    name,
    what: `Delete the Global Reach connection ${name} of ${circuit.name}`,
    effect: 'The sites of both circuits do not reach each other over Microsoft’s network any more.',
    action: `${TYPE}/delete`,
    holds: [...new Set([...heldBy(circuit), topOf(id)])],
  }
}
