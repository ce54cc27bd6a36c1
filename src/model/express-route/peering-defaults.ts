import { freeLinks, takenOf } from '../circuit/taken.ts'
import type { Taken } from '../edits/peering.ts'
import { mostCommon } from '../wizard/starting-place.ts'
import { isTouched } from '../wizard/touched.ts'
import type { Answers, CircuitAnswers, PeeringAnswers } from './answers.ts'
import { circuitsIn } from './circuits-in.ts'
import { inTurn } from './in-turn.ts'
import { linksMeant, takenBy } from './peering-taken.ts'
import { circuitThere, peeringThere } from './place.ts'
import { isProviderLayer3 } from './set-up-tags.ts'
import type { Surroundings } from './surroundings.ts'

/** VLANs are proposed from here, as people number them; any from 1 to 4094 is good. */
const FIRST_PROPOSED = 100

/** The next free subnets and VLAN for each peering that is to be made; what was proposed once stays. */
export function peeringDefaults(answers: Answers, around: Surroundings): CircuitAnswers[] {
  return inTurn(answers.circuits, (circuit, index, before) =>
    circuit.use === 'redeemed' || peeringThere(circuit, answers, around)
      ? circuit
      : { ...circuit, peering: proposed(circuit, index, before, answers, around) },
  )
}

function proposed(
  circuit: CircuitAnswers,
  index: number,
  before: readonly CircuitAnswers[],
  answers: Answers,
  around: Surroundings,
): PeeringAnswers {
  const { peering } = circuit
  const empty = (member: 'asn' | 'vlan' | Link) =>
    peering[member] === '' && !isTouched(answers, `circuits.${index}.peering.${member}`)
  const first = before[0]?.peering
  const linksOf = (family: 4 | 6, ...members: Link[]) =>
    members.some(empty)
      ? freeLinks(
          [...takenBy(circuit, answers, around), ...before.flatMap(ofPlan), ...ofPlan(circuit)],
          family,
        )
      : undefined
  const links = linksOf(4, 'primary', 'secondary')
  const links6 = peering.addressing === 'ipv4' ? undefined : linksOf(6, 'primary6', 'secondary6')
  const there = circuitThere(circuit, answers, around)
  const isTheirs = there !== undefined && isProviderLayer3(there)
  return {
    ...peering,
    by: isTouched(answers, `circuits.${index}.peering.by`) ? peering.by : isTheirs ? 'provider' : 'customer',
    asn: empty('asn') ? (first?.asn ?? commonAsn(around)) : peering.asn,
    primary: empty('primary') ? (links?.primary ?? '') : peering.primary,
    secondary: empty('secondary') ? (links?.secondary ?? '') : peering.secondary,
    primary6: empty('primary6') ? (links6?.primary ?? '') : peering.primary6,
    secondary6: empty('secondary6') ? (links6?.secondary ?? '') : peering.secondary6,
    vlan: empty('vlan') ? String(freeVlan(before, around)) : peering.vlan,
  }
}

type Link = 'primary' | 'secondary' | 'primary6' | 'secondary6'

/** Links of a circuit of the same plan. */
function ofPlan({ peering }: CircuitAnswers): Taken[] {
  return takenOf('link', linksMeant(peering), 'a link of this plan')
}

function commonAsn(around: Surroundings): string {
  return (
    mostCommon(
      circuitsIn(around).flatMap(({ peerings }) =>
        peerings.flatMap(({ peerASN }) => (peerASN === undefined ? [] : [String(peerASN)])),
      ),
    ) ?? ''
  )
}

/** One that no circuit has: unique is only needed within one, but the same routers may serve several. */
export function freeVlan(before: readonly CircuitAnswers[], around: Surroundings): number {
  const taken = new Set([
    ...circuitsIn(around).flatMap(({ peerings }) => peerings.map(({ vlanId }) => vlanId)),
    ...before.flatMap(({ peering, microsoft }) => [
      Number(peering.vlan),
      ...(microsoft.wanted ? [Number(microsoft.vlan)] : []),
    ]),
  ])
  for (let vlan = FIRST_PROPOSED; vlan < 4094; vlan++) if (!taken.has(vlan)) return vlan
  return FIRST_PROPOSED
}
