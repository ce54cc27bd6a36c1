import type { Answers, CircuitAnswers } from './answers.ts'
import { circuitThere } from './place.ts'
import type { Surroundings } from './surroundings.ts'

/** Mbps of a circuit, as it is or is wanted; `undefined` where nobody here knows, as of somebody else's. */
export function circuitMbps(
  circuit: CircuitAnswers,
  answers: Answers,
  around: Surroundings,
): number | undefined {
  const there = circuitThere(circuit, answers, around)
  if (there)
    return (
      there.bandwidthInMbps ??
      (there.bandwidthInGbps === undefined ? undefined : there.bandwidthInGbps * 1000)
    )
  if (circuit.use !== 'new') return undefined
  const typed = Number(answers.goal.port === 'direct' ? circuit.gbps : circuit.bandwidth)
  if (!(typed > 0)) return undefined
  return answers.goal.port === 'direct' ? typed * 1000 : typed
}
