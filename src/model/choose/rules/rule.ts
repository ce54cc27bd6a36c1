import type { CandidateId } from '../candidates.ts'
import type { Factor } from '../factors.ts'
import type { AnswerOf, QuestionId } from '../questions.ts'
import type { Given } from '../answers.ts'

/** One of these answers to this question was given. */
interface Condition {
  question: QuestionId
  answers: readonly string[]
}

export type Effect =
  /** A gate: it cannot be chosen any more. */
  | { is: 'exclude'; candidates: readonly CandidateId[]; reason: string }
  /** Points for one factor. */
  | { is: 'shift'; factor: Factor; candidates: readonly CandidateId[]; points: number }
  /** What is more than this is not needed, so it counts for nothing. */
  | { is: 'enough'; factor: Factor; score: number }
  /** The factor counts for no more than this. */
  | { is: 'weight'; factor: Factor; most: number }
  | { is: 'note'; candidates: readonly CandidateId[]; text: string }
  | { is: 'warning'; candidates: readonly CandidateId[]; text: string }

/** Something that answers do to candidates. */
export interface Rule {
  id: string
  /** Where it is from: document and section. */
  source: string
  /** `documented`: it rests on what Microsoft documents; `judgement`: a choice of this product; `estate`: what was read. */
  basis: 'documented' | 'judgement' | 'estate'
  /** All of them. */
  when: readonly Condition[]
  /** None of them; never with an exclusion, so that one more answer brings nothing back. */
  unless?: readonly Condition[]
  /** What it means, said of any candidate that it touches. */
  text: string
  effects: readonly Effect[]
}

/** A condition that only answers of the question can be in. */
export function answered<Q extends QuestionId>(question: Q, ...answers: AnswerOf<Q>[]): Condition {
  return { question, answers }
}

export function fires({ when, unless = [] }: Pick<Rule, 'when' | 'unless'>, given: Given): boolean {
  const holds = ({ question, answers }: Condition) =>
    given[question]?.some((one) => answers.includes(one)) ?? false
  return when.every(holds) && !unless.some(holds)
}

/** Rule of the document's table. */
export function fromTable(number: number): string {
  return `Choosing a solution, section 4, rule ${number}`
}
