import { type Answers, isAnswered, withAnswer, withGiven } from './answers.ts'
import type { CandidateId } from './candidates.ts'
import type { EstateRule } from './estate-facts.ts'
import { evaluate, ranked } from './evaluate.ts'
import { type QuestionId, QUESTIONS } from './questions.ts'

/** What the advice would be after one answer had been another. */
export interface Change {
  question: QuestionId
  /** The answer that is put in, or taken out; absent: the question is not answered. */
  answer?: string
  /** Of a question with several answers: this one is taken out. */
  without?: true
  /** `undefined` where nothing would be left. */
  leader: CandidateId | undefined
  excluded: ReadonlySet<CandidateId>
  /** By how much the first would be ahead of the second. */
  lead: number
}

/** What an estate has, as rules: which of it counts hangs on the answers. */
export type OwnedRules = (answers: Answers) => readonly EstateRule[]

/** Tries every single answer that could be another, one at a time. */
export function singleChanges(answers: Answers, owned: OwnedRules): Change[] {
  return QUESTIONS.flatMap((question) => {
    const given = answers.given[question.id] ?? []
    const others = question.answers
      .filter(({ id }) => question.many === true || !given.includes(id))
      .map(({ id }) =>
        tried(withAnswer(answers, question, id), owned, {
          question: question.id,
          answer: id,
          ...(given.includes(id) && { without: true as const }),
        }),
      )
    // Without the only one of several is the same as not answered.
    return isAnswered(question.id, answers) && question.many !== true
      ? [...others, tried(withGiven(answers, question.id, []), owned, { question: question.id })]
      : others
  })
}

function tried(
  answers: Answers,
  owned: OwnedRules,
  what: Pick<Change, 'question' | 'answer' | 'without'>,
): Change {
  const evaluated = evaluate(answers, owned(answers))
  const [first, second] = ranked(evaluated)
  return {
    ...what,
    leader: first?.id,
    excluded: new Set(evaluated.filter(({ exclusions }) => exclusions.length > 0).map(({ id }) => id)),
    lead: first && second ? first.total - second.total : 0,
  }
}

/** Of each question the first change that does it: nobody reads four ways to the same. */
export function firstOfEach(changes: readonly Change[], does: (change: Change) => boolean): Change[] {
  const seen = new Set<QuestionId>()
  return changes.filter((change) => {
    if (seen.has(change.question) || !does(change)) return false
    seen.add(change.question)
    return true
  })
}

/** The open question whose answers part candidates that are close to each other; `undefined` where none does. */
export function decidingQuestion(
  close: readonly CandidateId[],
  changes: readonly Change[],
  answers: Answers,
): QuestionId | undefined {
  const parting = QUESTIONS.filter(({ id }) => !isAnswered(id, answers)).flatMap(({ id }) => {
    const own = changes.filter(
      ({ question, leader }) => question === id && leader !== undefined && close.includes(leader),
    )
    const leaders = new Set(own.map(({ leader }) => leader))
    return leaders.size > 1 ? [{ id, lead: Math.max(...own.map(({ lead }) => lead)) }] : []
  })
  return parting.toSorted((one, other) => other.lead - one.lead)[0]?.id
}
