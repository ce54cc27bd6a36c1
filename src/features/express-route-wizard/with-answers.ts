import type { Answers, CircuitAnswers } from '../../model/express-route/answers.ts'

/** Members of one of the circuits. */
export function withCircuitAt(answers: Answers, index: number, change: Partial<CircuitAnswers>): Answers {
  return {
    ...answers,
    circuits: answers.circuits.map((one, at) => (at === index ? { ...one, ...change } : one)),
  }
}
