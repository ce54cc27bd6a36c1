/** A question of the advisor as data; what an answer does is told by rules. */
export interface QuestionShape {
  id: string
  title: string
  /** Why it is asked. */
  why: string
  /** Several answers may hold together. */
  many?: true
  answers: readonly AnswerShape[]
  /** A number that can be told beside the answer, for sizes. */
  exact?: { label: string; unit: string }
}

interface AnswerShape {
  id: string
  label: string
  help?: string
  /** What an exact number has to lie between, both ends included; without it the answer takes none. */
  range?: readonly [least: number, most: number]
  /** It has no upper end: without an exact number no size is known. */
  open?: true
}

/** Of a question with several answers: this one excludes the others. */
export const NONE = 'none'
