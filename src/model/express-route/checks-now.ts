import type { Answers } from './answers.ts'
import type { WizardCheck } from './checks/check.ts'
import type { Later } from './plan-of.ts'

/** Of a circuit: what is asked for its peering and its connection, and their keys. */
const OF_LATER = /^circuits\.(\d+)\.(peering|md5Key|connection|authorizationKey)(\.|$)/

/**
 * What has to be known of the plan that is possible now: errors about the peering and the connection of a circuit that waits are for the
 * run that makes them. The gateway needs neither (ExpressRoute document 2.5).
 */
export function checksNow(
  checks: readonly WizardCheck[],
  { circuits }: Pick<Answers, 'circuits'>,
  later: readonly Later[],
): WizardCheck[] {
  const waiting = new Set(later.map(({ circuit }) => circuit))
  return checks.filter(({ is, field }) => {
    const circuit = circuits[Number(OF_LATER.exec(field)?.[1])]
    return is !== 'error' || circuit === undefined || !waiting.has(circuit.key)
  })
}
