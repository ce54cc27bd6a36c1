import { isTakenDown } from '../../circuit/stages.ts'
import { count } from '../../format.ts'
import type { ExpressRouteCircuit } from '../../resources/expressroute.ts'
import type { CircuitAnswers } from '../answers.ts'
import { isAgreed } from '../consent.ts'
import { circuitNameOf, circuitThere } from '../place.ts'
import { planOf } from '../plan-of.ts'
import { hasFailed, whyNotReady } from '../readiness.ts'
import { advice, error, type Looked, type WizardCheck } from './check.ts'

/** Billing starts when a circuit is made, and ends when it is deleted: that has to be agreed to (ExpressRoute document 2.4, step 4). */
export function orderChecks({ answers, around }: Looked): WizardCheck[] {
  const { resources } = planOf(answers, around, 'order').plan
  if (resources.length === 0 || isAgreed(answers, around)) return []
  return [
    error(
      'provider-ready',
      ['order', 'order.ready'],
      answers.goal.port === 'direct'
        ? `Confirm that you want ${count(resources.length, 'circuit')} now: billing starts when a circuit is created.`
        : `Confirm that your provider is ready: billing of ${count(resources.length, 'circuit')} starts with the creation, not with traffic.`,
    ),
  ]
}

/** What waits for the provider: nothing is wrong about it, and the gateway can be made meanwhile (ExpressRoute document 2.5). */
export function waitingChecks({ answers, around }: Looked): WizardCheck[] {
  return answers.circuits.flatMap((circuit, index) => {
    const there = circuitThere(circuit, answers, around)
    const why = there && whyNotReady(there, around)
    // What failed waits for nobody: it is told where it was chosen.
    return why === undefined || (there && hasFailed(there))
      ? []
      : [
          advice(
            'waits',
            ['provider', `circuits.${index}`],
            `${why} ${waitingWords(circuit, there)} the gateway can be made meanwhile.`,
          ),
        ]
  })
}

function waitingWords(circuit: CircuitAnswers, there: ExpressRouteCircuit | undefined): string {
  const isTheirs = circuit.use === 'redeemed'
  if (there && isTakenDown(there))
    return `To be connected it has to be ordered again with its service key${isTheirs ? ', by its owner' : ''};`
  const name = circuitNameOf(circuit)
  return isTheirs
    ? `The connection of ${name} comes afterwards;`
    : `The peering and the connection of ${name} come afterwards;`
}
