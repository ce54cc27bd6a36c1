import { placeOf } from '../circuit/place.ts'
import { keyOf, nameOfId } from '../paths.ts'
import type { ExpressRouteCircuit } from '../resources/expressroute.ts'
import { circuitsIn } from './circuits-in.ts'
import { type Linked, linkedTo } from './linked.ts'
import { setUpOf, type SetUp } from './set-up-tags.ts'
import type { Surroundings } from './surroundings.ts'
import { targetOf } from './target.ts'

/** A circuit of a set-up. */
export interface Member {
  id: string
  /** `undefined`: it cannot be read. */
  circuit?: ExpressRouteCircuit
}

/**
 * The circuits of one set-up, this one among them; two at most, by name. By tag; where that finds one of a pair, the other is one that
 * was there before, which nobody tagged: a circuit of the same gateway, elsewhere, that is of no other set-up.
 */
export function membersOf(
  circuit: ExpressRouteCircuit,
  around: Pick<Surroundings, 'estate'>,
): { members: Member[]; setUp: SetUp } {
  const tagged = taggedLike(circuit, around)
  if (tagged.length > 1) return { members: inOrder(tagged), setUp: setUpOf(circuit) }
  const partners = partnersOf(circuit, around)
  const own = setUpOf(circuit)
  if (own.id !== undefined) {
    const [partner] = own.resiliency === 'maximum' ? partners.filter(isUntagged) : []
    return { members: inOrder(partner ? [...tagged, partner] : tagged), setUp: own }
  }
  const lead = partners.find(
    (one) =>
      one.circuit &&
      setUpOf(one.circuit).resiliency === 'maximum' &&
      taggedLike(one.circuit, around).length === 1,
  )
  return {
    members: inOrder(lead ? [...tagged, lead] : tagged),
    setUp: lead?.circuit ? setUpOf(lead.circuit) : own,
  }
}

function inOrder(members: readonly Member[]): Member[] {
  return members.slice(0, 2).toSorted((one, other) => nameOfId(one.id).localeCompare(nameOfId(other.id)))
}

function taggedLike(circuit: ExpressRouteCircuit, around: Pick<Surroundings, 'estate'>): Member[] {
  const { id } = setUpOf(circuit)
  const others =
    id === undefined
      ? []
      : circuitsIn(around)
          .filter((one) => one.key !== circuit.key && setUpOf(one).id === id)
          .toSorted((one, other) => one.name.localeCompare(other.name))
  return [circuit, ...others].map((one) => ({ id: one.id, circuit: one }))
}

function isUntagged({ circuit }: Member): boolean {
  return !circuit || setUpOf(circuit).id === undefined
}

/** Other circuits that lead to the same gateway from another location: those that were read first, then by name. */
function partnersOf(circuit: ExpressRouteCircuit, around: Pick<Surroundings, 'estate'>): Member[] {
  const { estate } = around
  const place = placeOf(circuit, estate)
  return linksOf(circuit, around)
    .flatMap(({ circuitId }): Member[] => {
      if (circuitId === undefined || keyOf(circuitId) === circuit.key) return []
      const found = estate.resources.get(keyOf(circuitId))
      if (found?.kind !== 'expressRouteCircuit') return [{ id: circuitId }]
      return placeOf(found, estate) === place ? [] : [{ id: found.id, circuit: found }]
    })
    .toSorted(
      (one, other) =>
        Number(one.circuit === undefined) - Number(other.circuit === undefined) ||
        nameOfId(one.id).localeCompare(nameOfId(other.id)),
    )
}

/** The connections of the gateway that a circuit leads to, or is to lead to by its tag. */
function linksOf(circuit: ExpressRouteCircuit, around: Pick<Surroundings, 'estate'>): Linked[] {
  const { estate } = around
  const find = (id: string | undefined) => (id === undefined ? undefined : estate.resources.get(keyOf(id)))
  const joined = estate.links(circuit.key).flatMap(({ id }) => {
    const one = find(id)
    if (one?.kind === 'connection') return find(one.gateway1Id) ?? []
    return one?.kind === 'expressRouteConnection' ? (find(one.gatewayId) ?? []) : []
  })
  const target = find(setUpOf(circuit).target)
  const meant = target && targetOf(target, around)?.gateway
  return [...new Set([...joined, ...(joined.length === 0 && meant ? [meant] : [])])].flatMap((gateway) =>
    linkedTo(gateway, estate),
  )
}
