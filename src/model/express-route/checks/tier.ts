import { sentenceList } from '../../format.ts'
import { regionName } from '../../resources/regions.ts'
import type { CircuitAnswers } from '../answers.ts'
import { isTouched } from '../../wizard/touched.ts'
import { fitsResiliency } from '../circuit-choices.ts'
import { areaOfLocation, areaOfRegion } from '../../circuit/geography.ts'
import { isMetro, locationFacts } from '../../circuit/locations.ts'
import { chosenTargetIdOf, circuitThere, gatewayRegion, locationOf } from '../place.ts'
import { withGoal } from '../settled.ts'
import { advice, error, remedy, setCircuit, type At, type Looked, type WizardCheck } from './check.ts'

/** Tier and family of a new circuit (ExpressRoute document 1.1). */
export function tierChecks(circuit: CircuitAnswers, index: number, looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  if (circuit.tier !== 'Local') return []
  const checks: WizardCheck[] = []
  const location = locationOf(circuit, answers, around)
  const facts = locationFacts(location)
  const at: At = ['circuits', `circuits.${index}.tier`]
  if (facts && facts.localRegions.length === 0)
    checks.push(
      error(
        'local-location',
        at,
        `${location} has no Azure region next to it, and so no circuits of tier Local.`,
        setCircuit('Use Standard', index, { tier: 'Standard' }, around),
      ),
    )
  else if (!facts && location !== '')
    checks.push(
      advice(
        'local-location',
        at,
        `Whether ${location} has an Azure region next to it is not known here. Tier Local is offered only where there is one.`,
      ),
    )
  if (circuit.family !== 'UnlimitedData')
    checks.push(
      error(
        'local-unlimited',
        ['circuits', `circuits.${index}.family`],
        'Local is billed as UnlimitedData alone.',
        setCircuit('Use UnlimitedData', index, { family: 'UnlimitedData' }, around),
      ),
    )
  return checks
}

/** Whether a circuit that is there goes with the resiliency that is meant. */
export function fittingChecks(circuit: CircuitAnswers, index: number, looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const { resiliency } = answers.goal
  const location = locationOf(circuit, answers, around)
  if (location === '' || fitsResiliency(location, resiliency)) return []
  const right = isMetro(location) ? 'high' : 'standard'
  return [
    error(
      'metro',
      ['circuits', `circuits.${index}.${circuit.use === 'redeemed' ? 'uri' : 'existing'}`],
      isMetro(location)
        ? `It is in ${location}, a Metro location: that is High resiliency.`
        : `It is in ${location}. High resiliency needs a circuit in a Metro location.`,
      answers.circuits.length > 1
        ? undefined
        : remedy(
            right === 'high' ? 'Make it High' : 'Make it Standard',
            ['goal.resiliency'],
            (now) => withGoal(now, { ...now.goal, resiliency: right }, around),
            around,
          ),
    ),
  ]
}

/** How far a circuit reaches, against the gateway's region: what is known here is dated, so it is advised and Azure decides (ExpressRoute document 1.1). */
export function reachChecks(circuit: CircuitAnswers, index: number, looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  if (circuit.use === 'redeemed') return []
  const there = circuitThere(circuit, answers, around)
  const tier = (there?.tier ?? (circuit.use === 'new' ? circuit.tier : '')).toLowerCase()
  const location = locationOf(circuit, answers, around)
  const region = gatewayRegion(answers, around)
  if (location === '' || region === '') return []
  // Where it is ordered, since that is billed from then on; a target that is merely proposed may be another by then.
  const isMeant = chosenTargetIdOf(answers, around) !== undefined || isTouched(answers, 'gateway.region')
  const at: At =
    there || !isMeant
      ? ['connection', `circuits.${index}.connection`]
      : ['circuits', `circuits.${index}.tier`]
  const wider = (to: 'Standard' | 'Premium') =>
    there ? undefined : setCircuit(`Order it as ${to}`, index, { tier: to }, around)
  if (tier === 'local') {
    const regions = locationFacts(location)?.localRegions
    return regions === undefined || regions.includes(region)
      ? []
      : [
          advice(
            'local-region',
            at,
            `As far as is known here, a circuit of tier Local in ${location} reaches ${regions.length === 0 ? 'no region' : sentenceList(regions.map(regionName))} alone, and the gateway is in ${regionName(region)}. Azure would refuse the connection.`,
            wider('Standard'),
          ),
        ]
  }
  if (tier !== 'standard') return []
  const [from, to] = [areaOfLocation(location), areaOfRegion(region)]
  return from === undefined || to === undefined || from === to
    ? []
    : [
        advice(
          'premium',
          at,
          `As far as is known here, ${location} is in ${from} and ${regionName(region)} in ${to}. Across geopolitical areas a circuit has to be of tier Premium.`,
          wider('Premium'),
        ),
      ]
}
