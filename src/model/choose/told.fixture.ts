import fc from 'fast-check'
import { type Answers, type Given, NO_ANSWERS, type Place, withExact, withGiven } from './answers.ts'
import { FACTORS, type Weights } from './factors.ts'
import { NONE } from './questions/question.ts'
import { type QuestionId, QUESTIONS } from './questions.ts'

/** Answers as they are told in a test. */
export function told(
  given: Given,
  {
    exact = {},
    weights = {},
    place = {},
  }: { exact?: Answers['exact']; weights?: Partial<Weights>; place?: Partial<Place> } = {},
): Answers {
  const answers = QUESTIONS.reduce<Answers>(
    (all, { id }) => withExact(withGiven(all, id, given[id] ?? []), id, exact[id]),
    NO_ANSWERS,
  )
  return { ...answers, weights: { ...answers.weights, ...weights }, place: { ...answers.place, ...place } }
}

const anyWeight = fc.integer({ min: 0, max: 5 })
const anyWeights: fc.Arbitrary<Weights> = fc.record({
  bandwidth: anyWeight,
  latency: anyWeight,
  cost: anyWeight,
  security: anyWeight,
  resiliency: anyWeight,
  scalability: anyWeight,
  compliance: anyWeight,
})
export const anyFactor = fc.constantFrom(...FACTORS)
export const anyQuestion = fc.constantFrom(...QUESTIONS)

/** Any answers that a person can give: each question or none of it, with every weight. */
export const anyAnswers: fc.Arbitrary<Answers> = fc
  .tuple(fc.array(fc.tuple(anyQuestion, fc.nat(), fc.nat()), { maxLength: 30 }), anyWeights, fc.boolean())
  .map(([clicks, weights, countsEstate]) => {
    const given: Partial<Record<QuestionId, readonly string[]>> = {}
    for (const [question, pick, set] of clicks) {
      const ids = question.answers.map(({ id }) => id)
      const several = ids.filter((id, index) => id !== NONE && ((set >> index) & 1) === 1)
      const one = ids[pick % ids.length] ?? ''
      given[question.id] = question.many && one !== NONE && several.length > 0 ? several : [one]
    }
    return { ...told(given, { weights }), countsEstate }
  })
