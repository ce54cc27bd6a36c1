import { type Answers, type Phase, type Step, STEPS } from './answers.ts'
import type { WizardCheck } from './checks/check.ts'
import type { Later } from './plan-of.ts'

/** Of a circuit: what is asked for its peerings and its connection, and their keys. */
const OF_LATER = /^circuits\.(\d+)\.(peering|md5Key|microsoft|connection|authorizationKey)(\.|$)/

/** The step that the plan of a phase is reviewed in. */
export const REVIEWED_AT: Readonly<Record<Phase, Step>> = { order: 'order', connect: 'review' }

/**
 * What has to be known of the plan that is possible now: errors about the peering and the connection of a circuit that waits are for the
 * run that makes them, and those about the order for the order. The gateway needs none of it (ExpressRoute document 2.5).
 */
export function checksNow(
  checks: readonly WizardCheck[],
  { circuits }: Pick<Answers, 'circuits'>,
  later: readonly Later[],
  phase: Phase,
): WizardCheck[] {
  const last = STEPS.indexOf(REVIEWED_AT[phase])
  const waiting = new Set(later.map(({ circuit }) => circuit))
  return checks.filter(({ is, step, field }) => {
    if (STEPS.indexOf(step) > last) return false
    if (is !== 'error') return true
    // What of the circuits is still to be ordered, and agreed to, is no matter of the gateway.
    if (phase === 'connect' && step === 'order') return false
    const circuit = circuits[Number(OF_LATER.exec(field)?.[1])]
    return circuit === undefined || !waiting.has(circuit.key)
  })
}
