import { CIRCUMSTANCES } from './questions/circumstances.ts'
import { PROTECTION } from './questions/protection.ts'
import type { QuestionShape } from './questions/question.ts'
import { SITES } from './questions/sites.ts'
import { TRAFFIC } from './questions/traffic.ts'

/** Everything that is asked, in the order it is asked. */
const ALL = [...TRAFFIC, ...SITES, ...PROTECTION, ...CIRCUMSTANCES] as const

type Known = (typeof ALL)[number]
export type QuestionId = Known['id']
export type AnswerOf<Q extends QuestionId> = Extract<Known, { id: Q }>['answers'][number]['id']

export type Question = QuestionShape & { id: QuestionId }

export const QUESTIONS: readonly Question[] = ALL

export interface QuestionGroup {
  title: string
  questions: readonly Question[]
}

export const QUESTION_GROUPS: readonly QuestionGroup[] = [
  { title: 'Traffic', questions: TRAFFIC },
  { title: 'Sites and people', questions: SITES },
  { title: 'Protection', questions: PROTECTION },
  { title: 'Circumstances', questions: CIRCUMSTANCES },
]

const BY_ID = new Map<string, Question>(ALL.map((question) => [question.id, question]))

export function questionOf(id: QuestionId): Question {
  const found = BY_ID.get(id)
  if (!found) throw new Error(`There is no question ${id}`)
  return found
}

/** What an answer is called. */
export function answerLabel(question: QuestionId, answer: string): string {
  return questionOf(question).answers.find(({ id }) => id === answer)?.label ?? answer
}
