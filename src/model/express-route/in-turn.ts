import type { CircuitAnswers } from './answers.ts'

/** Each circuit with what it is proposed, one after the other: a proposal may go by those before it. */
export function inTurn(
  circuits: readonly CircuitAnswers[],
  propose: (circuit: CircuitAnswers, index: number, before: readonly CircuitAnswers[]) => CircuitAnswers,
): CircuitAnswers[] {
  const done: CircuitAnswers[] = []
  for (const [index, circuit] of circuits.entries()) done.push(propose(circuit, index, done))
  return done
}
