import type { Answers } from './answers.ts'
import { type Factor, FACTORS, USUAL_WEIGHT, type Weights } from './factors.ts'
import { NONE } from './questions/question.ts'
import { type QuestionId, QUESTIONS } from './questions.ts'

/** The factors that answers to a question are about; those of the others are about what a solution is, not how it compares. */
const ABOUT: Readonly<Partial<Record<QuestionId, readonly Factor[]>>> = {
  peak: ['bandwidth'],
  flow: ['bandwidth'],
  size: ['bandwidth'],
  latency: ['latency'],
  egress: ['cost'],
  duration: ['cost'],
  sites: ['scalability'],
  users: ['scalability'],
  sdwan: ['scalability'],
  regions: ['scalability'],
  branches: ['scalability'],
  internet: ['compliance', 'security'],
  demands: ['compliance', 'security'],
  outage: ['resiliency'],
  survive: ['resiliency'],
  backup: ['resiliency'],
}

/** What was asked for: of equally strong reasons these come first. */
export function wantedFactors({ given }: Pick<Answers, 'given'>): ReadonlySet<Factor> {
  return new Set(
    QUESTIONS.flatMap(({ id }) =>
      given[id] === undefined || given[id].includes(NONE) ? [] : (ABOUT[id]?.slice(0, 1) ?? []),
    ),
  )
}

/** What counts in full before anything is said of it: whoever chooses, pays. */
const ALWAYS: readonly Factor[] = ['cost']

/** How much a factor counts, of 0 to 5, that nothing was answered about. */
const UNASKED = 1

/**
 * Factors that count less than they are set to, since nothing is answered about them while others are: what nobody asked for would
 * else let the largest solution win for the smallest need. Who sets one above the usual has said that it matters.
 */
export function unaskedFactors({ given, weights }: Pick<Answers, 'given' | 'weights'>): ReadonlySet<Factor> {
  const asked = new Set(QUESTIONS.flatMap(({ id }) => (given[id] === undefined ? [] : (ABOUT[id] ?? []))))
  const none = QUESTIONS.every(({ id }) => given[id] === undefined)
  return new Set(
    none
      ? []
      : FACTORS.filter(
          (factor) =>
            !ALWAYS.includes(factor) &&
            !asked.has(factor) &&
            weights[factor] > UNASKED &&
            weights[factor] <= USUAL_WEIGHT,
        ),
  )
}

/** Weights as they were set, less where nothing was answered about a factor. */
export function askedWeights(answers: Pick<Answers, 'given' | 'weights'>): Weights {
  const counting = { ...answers.weights }
  for (const factor of unaskedFactors(answers)) counting[factor] = UNASKED
  return counting
}
