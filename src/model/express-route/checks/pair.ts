import { bandwidth } from '../../format.ts'
import type { CircuitAnswers } from '../answers.ts'
import { circuitMbps } from '../circuit-mbps.ts'
import { FAR_KM, NEAR_KM, providerOf, proposedLocation, bandwidthsOf } from '../circuit-choices.ts'
import { distanceKm, isMetro } from '../../circuit/locations.ts'
import { circuitNameOf, circuitThere, isCircuitUnread, locationOf, peeringThere } from '../place.ts'
import { advice, error, setCircuit, setPeering, type At, type Looked, type WizardCheck } from './check.ts'

/** What the two circuits of Maximum resiliency are to each other (ExpressRoute document 2.4, step 3). */
export function pairChecks(looked: Looked): WizardCheck[] {
  const { answers } = looked
  if (answers.goal.resiliency !== 'maximum' || answers.circuits.length < 2) return []
  return [
    ...locationChecks(looked),
    ...providerChecks(looked),
    ...bandwidthChecks(looked),
    ...asnChecks(looked),
  ]
}

const SECOND = 1

/** The field that tells what a circuit is like: of a new one that which was asked, else which circuit it is. */
function memberOf({ use }: CircuitAnswers, ofNew: string): string {
  return use === 'new' ? ofNew : use === 'existing' ? 'existing' : 'uri'
}

function locationChecks({ answers, around }: Looked): WizardCheck[] {
  const [first, second] = answers.circuits
  if (!first || !second) return []
  const isNew = second.use === 'new' && !circuitThere(second, answers, around)
  const direct = answers.goal.port === 'direct'
  const at: At = ['circuits', `circuits.${SECOND}.${memberOf(second, direct ? 'portId' : 'location')}`]
  const [one, other] = [locationOf(first, answers, around), locationOf(second, answers, around)]
  if (one === '' || other === '') return []
  const better = proposedLocation(
    (providerOf(second.provider, around)?.locations ?? []).filter((name) => !isMetro(name)),
    second.region,
    { location: one },
  )
  const instead =
    isNew && !direct && better !== ''
      ? setCircuit(`Use ${better}`, SECOND, { location: better }, around)
      : undefined
  if (one === other)
    return [
      error(
        'second-location',
        at,
        `Both circuits are in ${one}. Maximum resiliency needs two locations, so that one can fail.`,
        instead,
      ),
    ]
  const km = distanceKm(one, other)
  if (km === undefined) return []
  const about = `about ${Math.round(km / 10) * 10} km`
  if (km < NEAR_KM)
    return [
      advice(
        'near-locations',
        at,
        `${one} and ${other} are ${km < 10 ? 'less than 10 km' : about} apart: one disaster can reach both.`,
        instead,
      ),
    ]
  return km > FAR_KM
    ? [
        advice(
          'far-locations',
          at,
          `${one} and ${other} are ${about} apart: over the farther one traffic takes noticeably longer.`,
          instead,
        ),
      ]
    : []
}

/** ER-037. */
function providerChecks({ answers, around }: Looked): WizardCheck[] {
  const names = answers.circuits.map((circuit) => {
    const there = circuitThere(circuit, answers, around)
    if (there) return there.serviceProviderName
    return circuit.use === 'new' && answers.goal.port === 'provider' ? circuit.provider : undefined
  })
  const [first, second] = names
  const circuit = answers.circuits[SECOND]
  return first === undefined || first === '' || first !== second
    ? []
    : [
        advice(
          'ER-037',
          ['circuits', `circuits.${SECOND}.${circuit ? memberOf(circuit, 'provider') : 'provider'}`],
          `Both circuits come from ${first}: what fails there fails both. Another provider for the second is safer.`,
        ),
      ]
}

function bandwidthChecks({ answers, around }: Looked): WizardCheck[] {
  const [first, second] = answers.circuits
  if (!first || !second) return []
  const [one, other] = [circuitMbps(first, answers, around), circuitMbps(second, answers, around)]
  if (one === undefined || other === undefined || one === other) return []
  const direct = answers.goal.port === 'direct'
  const isNew = second.use === 'new' && !circuitThere(second, answers, around)
  const offered = bandwidthsOf(providerOf(second.provider, around)).includes(one)
  return [
    advice(
      'pair-bandwidth',
      ['circuits', `circuits.${SECOND}.${memberOf(second, direct ? 'gbps' : 'bandwidth')}`],
      `The circuits have ${bandwidth(one)} and ${bandwidth(other)}. When the larger fails, the other has to carry all of it.`,
      isNew && !direct && offered
        ? setCircuit(`Use ${bandwidth(one)}`, SECOND, { bandwidth: String(one) }, around)
        : undefined,
    ),
  ]
}

/** Routers of two sites may have an AS number each; where one is typed here, another is more often a slip. */
function asnChecks(looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const [first, second] = answers.circuits
  if (!first || !second) return []
  const asns = [asnOf(first, looked), asnOf(second, looked)]
  const index = peeringThere(second, answers, around) ? 0 : SECOND
  const [own, other] = [asns[index], asns[1 - index]]
  const isGiven = index === 0 && peeringThere(first, answers, around) !== undefined
  if (own === undefined || other === undefined || own === other || isGiven) return []
  const [here, there] = index === 0 ? [first, second] : [second, first]
  return [
    advice(
      'pair-asn',
      ['peering', `circuits.${index}.peering.asn`],
      `${circuitNameOf(here)} has AS number ${own}, ${circuitNameOf(there)} has ${other}. That is right only where each leads to routers with an AS number of their own.`,
      setPeering(`Use ${other}`, index, { asn: String(other) }, around),
    ),
  ]
}

/** That of the peering that is there or is to be made here; `undefined` while it is none, or not known. */
function asnOf(circuit: CircuitAnswers, { answers, around }: Looked): number | undefined {
  const there = peeringThere(circuit, answers, around)
  if (there) return there.peerASN
  if (circuit.use === 'redeemed' || isCircuitUnread(circuit, answers, around)) return undefined
  const { by, asn } = circuit.peering
  return by === 'customer' && /^\d+$/.test(asn.trim()) ? Number(asn) : undefined
}
