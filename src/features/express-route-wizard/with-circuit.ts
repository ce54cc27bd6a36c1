import type {
  Answers,
  CircuitAnswers,
  ConnectionAnswers,
  MicrosoftAnswers,
  PeeringAnswers,
} from '../../model/express-route/answers.ts'

/** Members of one circuit's answers. */
export function withCircuitAt(answers: Answers, index: number, change: Partial<CircuitAnswers>): Answers {
  return {
    ...answers,
    circuits: answers.circuits.map((one, at) => (at === index ? { ...one, ...change } : one)),
  }
}

/** Members of one circuit's peering. */
export function withPeeringAt(answers: Answers, index: number, change: Partial<PeeringAnswers>): Answers {
  const before = answers.circuits[index]
  return before ? withCircuitAt(answers, index, { peering: { ...before.peering, ...change } }) : answers
}

/** Members of one circuit's Microsoft peering. */
export function withMicrosoftAt(answers: Answers, index: number, change: Partial<MicrosoftAnswers>): Answers {
  const before = answers.circuits[index]
  return before ? withCircuitAt(answers, index, { microsoft: { ...before.microsoft, ...change } }) : answers
}

/** Members of the connection to one circuit. */
export function withConnectionAt(
  answers: Answers,
  index: number,
  change: Partial<ConnectionAnswers>,
): Answers {
  const before = answers.circuits[index]
  return before ? withCircuitAt(answers, index, { connection: { ...before.connection, ...change } }) : answers
}
