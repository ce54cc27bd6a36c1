import { mostCommon } from '../wizard/starting-place.ts'
import { CONVENTION, freeNameIn } from '../wizard/naming.ts'
import { regionShort } from '../wizard/region-short.ts'
import { isTouched } from '../wizard/touched.ts'
import { sizesOnPort } from '../circuit/bandwidths.ts'
import { keyOf } from '../paths.ts'
import type { ExpressRoutePort } from '../resources/expressroute.ts'
import type { Answers, CircuitAnswers } from './answers.ts'
import { bandwidthsOf, fitsResiliency, proposedLocation, providerOf } from './circuit-choices.ts'
import { circuitPlace, circuitThere, gatewayRegion, locationOf, portOf } from './place.ts'
import { circuitsIn } from './circuits-in.ts'
import { inTurn } from './in-turn.ts'
import type { Surroundings } from './surroundings.ts'

/** What a new circuit is proposed; one that is there already stays as it was ordered. */
export function circuitDefaults(answers: Answers, around: Surroundings): CircuitAnswers[] {
  return inTurn(answers.circuits, (circuit, index, before) =>
    circuit.use === 'new' && !circuitThere(circuit, answers, around)
      ? proposed(circuit, index, before, answers, around)
      : circuit,
  )
}

function proposed(
  circuit: CircuitAnswers,
  index: number,
  before: readonly CircuitAnswers[],
  answers: Answers,
  around: Surroundings,
): CircuitAnswers {
  const free = (member: string) => !isTouched(answers, `circuits.${index}.${member}`)
  const region = free('region') ? gatewayRegion(answers, around) : circuit.region
  const placed = { ...circuit, region }
  const sized =
    answers.goal.port === 'direct'
      ? onPort(placed, free, before, around)
      : ofProvider(placed, free, before, answers, around)
  const tier = free('tier') ? 'Standard' : sized.tier
  const family = free('family') ? (tier === 'Local' ? 'UnlimitedData' : 'MeteredData') : sized.family
  const whole = { ...sized, tier, family }
  return free('name') ? { ...whole, name: nameFor(whole, before, answers, around) } : whole
}

function ofProvider(
  circuit: CircuitAnswers,
  free: (member: string) => boolean,
  before: readonly CircuitAnswers[],
  answers: Answers,
  around: Surroundings,
): CircuitAnswers {
  const { resiliency } = answers.goal
  const first = before[0]
  const known = knownProviders(around)
  const fits = (name: string) =>
    (providerOf(name, around)?.locations ?? []).some((one) =>
      // Whoever chose a location before any provider means one that is there.
      free('location') ? fitsResiliency(one, resiliency) : one === circuit.location,
    )
  // One that was proposed for another resiliency may have no location for this one.
  const isOpen =
    free('provider') &&
    (circuit.provider === '' ||
      (providerOf(circuit.provider, around) !== undefined && !fits(circuit.provider)))
  const provider = isOpen
    ? (known.find((one) => one !== first?.provider && fits(one)) ?? '')
    : circuit.provider
  const found = providerOf(provider, around)
  const among = (found?.locations ?? []).filter((one) => fitsResiliency(one, resiliency))
  const stays = found
    ? among.includes(circuit.location) && circuit.location !== first?.location
    : provider === ''
  const location =
    free('location') && !stays
      ? proposedLocation(among, circuit.region, first && { location: locationOf(first, answers, around) })
      : circuit.location
  const offered = bandwidthsOf(found)
  const bandwidth =
    free('bandwidth') && !(before.length === 0 && offered.includes(Number(circuit.bandwidth)))
      ? String(offeredNear(Number(first?.bandwidth ?? USUAL_MBPS) || USUAL_MBPS, offered))
      : circuit.bandwidth
  return { ...circuit, provider, location, bandwidth }
}

const USUAL_MBPS = 1000

/** The largest that is offered up to a size, or the smallest of all. */
function offeredNear(mbps: number, offered: readonly number[]): number {
  const sorted = offered.toSorted((one, other) => one - other)
  return sorted.findLast((one) => one <= mbps) ?? sorted[0] ?? mbps
}

/** Providers of the circuits that were read, the most used first. */
export function knownProviders({ estate }: Pick<Surroundings, 'estate'>): string[] {
  const names = circuitsIn({ estate }).flatMap(({ serviceProviderName }) => serviceProviderName ?? [])
  const first = mostCommon(names)
  return [...new Set(first === undefined ? [] : [first, ...names])]
}

export function portsIn({ estate }: Pick<Surroundings, 'estate'>): ExpressRoutePort[] {
  return estate.rows.flatMap(({ key, kind }) => {
    const found = kind === 'expressRoutePort' ? estate.resources.get(key) : undefined
    return found?.kind === 'expressRoutePort' ? [found] : []
  })
}

function onPort(
  circuit: CircuitAnswers,
  free: (member: string) => boolean,
  before: readonly CircuitAnswers[],
  around: Surroundings,
): CircuitAnswers {
  const given = new Set(before.map(({ portId }) => keyOf(portId)))
  const portId =
    free('portId') && circuit.portId === ''
      ? (portsIn(around).find(({ key }) => !given.has(key))?.id ?? '')
      : circuit.portId
  const port = portOf({ portId }, around)
  const sizes = sizesOnPort(port?.bandwidthInGbps)
  const stays = sizes.length === 0 || sizes.includes(Number(circuit.gbps))
  return {
    ...circuit,
    portId,
    gbps: free('gbps') && !stays ? String(sizes[0]) : circuit.gbps,
    // One circuit must not starve the others of its port (ExpressRoute document 8, ER-010).
    rateLimiting: free('rateLimiting') ? (port?.circuitIds.length ?? 0) > 0 : circuit.rateLimiting,
  }
}

function nameFor(
  circuit: CircuitAnswers,
  before: readonly CircuitAnswers[],
  answers: Answers,
  around: Surroundings,
): string {
  const location = locationOf(circuit, answers, around)
  const slug = location
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return freeNameIn(
    {
      place: circuitPlace(circuit, answers),
      namedIn: answers.namedIn?.circuits,
      estate: around.estate,
    },
    CONVENTION.circuit(slug || regionShort(circuit.region)),
    circuit.name,
    'expressRouteCircuits',
    before.filter(({ use }) => use === 'new').map(({ name }) => name),
  )
}
