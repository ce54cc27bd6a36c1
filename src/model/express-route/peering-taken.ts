import { linksTaken, takenAround, takenOf } from '../circuit/taken.ts'
import type { Taken } from '../edits/peering.ts'
import { keyOf } from '../paths.ts'
import { nameOfChosen } from '../wizard/place.ts'
import { typedList } from '../wizard/typed-list.ts'
import type { Answers, CircuitAnswers, PeeringAnswers } from './answers.ts'
import { circuitIdOf, circuitThere, existingNetwork, hubOf, peeringIdOf } from './place.ts'
import { newIpv6 } from './ipv6.ts'
import type { Surroundings } from './surroundings.ts'

/** A virtual network or hub that the circuits will lead to, there or to be made. */
export interface NearRange {
  /** `the virtual network vnet-hub-weu` */
  whose: string
  prefixes: readonly string[]
  /** Of the resource, where it is there. */
  key?: string
}

/** What the gateway is in, and the networks that reach it: those peered with its network, or connected to its hub. */
export function nearRanges(answers: Answers, around: Surroundings): NearRange[] {
  const { goal, gateway } = answers
  const find = (id: string | undefined) => around.estate.resources.get(keyOf(id ?? ''))
  const network = (id: string | undefined): NearRange[] => {
    const found = find(id)
    return found?.kind === 'virtualNetwork'
      ? [{ whose: `the virtual network ${found.name}`, prefixes: found.addressPrefixes, key: found.key }]
      : []
  }
  if (goal.to === 'hub') {
    const hub = hubOf(answers, around)
    if (!hub) return []
    const own: NearRange[] =
      hub.addressPrefix === undefined
        ? []
        : [{ whose: `the virtual hub ${hub.name}`, prefixes: [hub.addressPrefix], key: hub.key }]
    const connected = around.estate.links(hub.key).flatMap(({ id }) => {
      const one = find(id)
      return one?.kind === 'hubVirtualNetworkConnection' ? network(one.remoteVirtualNetworkId) : []
    })
    return [...own, ...connected]
  }
  const home = existingNetwork(answers, around)
  if (home)
    return [
      ...network(home.id),
      ...home.peerings.flatMap(({ remoteVirtualNetworkId }) => network(remoteVirtualNetworkId)),
    ]
  if (gateway.use === 'existing' || gateway.network.is === 'existing') return []
  return [
    {
      whose: `the new virtual network ${nameOfChosen(gateway.network)}`,
      prefixes: [...typedList(gateway.addressSpace), ...typedList(newIpv6(answers, around)?.space ?? '')],
    },
  ]
}

/**
 * What the links of a circuit's peering must keep clear of, but for the other peerings of the same plan.
 * @param own ARM id of the peering
 */
export function takenBy(
  circuit: CircuitAnswers,
  answers: Answers,
  around: Surroundings,
  own = peeringIdOf(circuit, answers),
): Taken[] {
  const there = circuitThere(circuit, answers, around)
  return [
    ...(there
      ? takenAround(there, around.estate, own)
      : linksTaken(around.estate, keyOf(circuitIdOf(circuit, answers)), own)),
    ...nearRanges(answers, around).flatMap(({ whose, prefixes }) => takenOf('network', prefixes, whose)),
  ]
}

/** What of either peering tells its links. */
type LinkAnswers = Pick<PeeringAnswers, 'addressing' | 'primary' | 'secondary' | 'primary6' | 'secondary6'>

/** The subnets that a peering is to have: of the families that are asked for, as they were typed. */
export function linksMeant({ addressing, primary, secondary, primary6, secondary6 }: LinkAnswers): string[] {
  return [
    ...(addressing === 'ipv6' ? [] : [primary, secondary]),
    ...(addressing === 'ipv4' ? [] : [primary6, secondary6]),
  ].map((text) => text.trim())
}
