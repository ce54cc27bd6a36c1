import { isTouched } from '../wizard/touched.ts'
import type { Answers, CircuitAnswers } from './answers.ts'
import { emptyCircuit } from './empty-circuit.ts'
import { circuitIdOf, circuitThere } from './place.ts'
import { setUpOf } from './set-up-tags.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * Answers in which one circuit is another: what was read from the one before, or said of it, is none of the new one's. What somebody typed
 * stays, and whether a Microsoft peering is wanted is told by the new one's tag, unless somebody said so.
 */
export function withOtherCircuit(
  answers: Answers,
  index: number,
  change: Partial<Pick<CircuitAnswers, 'use' | 'existing'>>,
  around: Surroundings,
): Answers {
  const before = answers.circuits[index]
  if (!before) return answers
  const chosen = { ...before, ...change }
  const isSame = chosen.use === before.use && circuitIdOf(chosen, answers) === circuitIdOf(before, answers)
  const next = isSame ? { answers, circuit: chosen } : cleared(chosen, index, answers, around)
  return {
    ...next.answers,
    circuits: answers.circuits.map((one, at) => (at === index ? next.circuit : one)),
  }
}

function cleared(circuit: CircuitAnswers, index: number, answers: Answers, around: Surroundings) {
  const place = `circuits.${index}`
  // Who makes the peering is a fact of one circuit; a connection that was found is touched as a whole, one that was typed by its members.
  const about = [`${place}.peering.by`, `${place}.connection`]
  const touched = answers.touched.filter((one) => !about.includes(one))
  const typed = <T extends object>(part: string, of: T, empty: T): T => ({
    ...empty,
    ...Object.fromEntries(
      Object.entries(of).filter(([member]) => isTouched({ touched }, `${place}.${part}.${member}`)),
    ),
  })
  const empty = emptyCircuit([])
  const there = circuitThere(circuit, answers, around)
  const isSaid = ['microsoft', `${place}.microsoft.wanted`].some((one) => touched.includes(one))
  return {
    answers: { ...answers, touched },
    circuit: {
      ...circuit,
      // The key goes by the place in the answers, and stays with it.
      peering: { ...typed('peering', circuit.peering, empty.peering), md5: circuit.peering.md5 },
      microsoft: {
        ...typed('microsoft', circuit.microsoft, empty.microsoft),
        wanted: isSaid
          ? circuit.microsoft.wanted
          : there !== undefined && setUpOf(there).microsoft !== undefined,
      },
      connection: answers.touched.includes(`${place}.connection`)
        ? typed('connection', circuit.connection, empty.connection)
        : circuit.connection,
    },
  }
}
