import { USUAL_WEIGHTS, type Weights } from './factors.ts'
import { NONE } from './questions/question.ts'
import { type Question, type QuestionId, questionOf, QUESTIONS } from './questions.ts'

/** Ids of answers by question; a question that is not here is not answered. Never empty lists. */
export type Given = Readonly<Partial<Record<QuestionId, readonly string[]>>>

/** What a set-up that is started from here begins with; it changes no score. */
export interface Place {
  /** Short name of an Azure region. */
  region: string
  /** A peering location, as it is spelled in lists of providers. */
  location: string
  /** Devices on-premises. */
  devices: '' | '1' | '2'
  /** Id of a maker in `model/device/vendors.ts`. */
  vendor: string
}

/** Everything somebody told the advisor. It lives in the address alone. */
export interface Answers {
  given: Given
  /** Numbers told beside an answer, in its question's unit. */
  exact: Readonly<Partial<Record<QuestionId, number>>>
  weights: Weights
  place: Place
  /** Whether what the estate has counts. */
  countsEstate: boolean
}

export const NO_PLACE: Place = { region: '', location: '', devices: '', vendor: '' }

export const NO_ANSWERS: Answers = {
  given: {},
  exact: {},
  weights: USUAL_WEIGHTS,
  place: NO_PLACE,
  countsEstate: true,
}

export function isAnswered(question: QuestionId, { given }: Pick<Answers, 'given'>): boolean {
  return given[question] !== undefined
}

export function answeredCount({ given }: Pick<Answers, 'given'>): number {
  return QUESTIONS.filter(({ id }) => given[id] !== undefined).length
}

/** With an answer given, or taken back where it was given already and several may hold. */
export function withAnswer(answers: Answers, question: Question, answer: string): Answers {
  const before = answers.given[question.id] ?? []
  return withGiven(answers, question.id, question.many ? toggled(before, answer) : [answer])
}

function toggled(before: readonly string[], answer: string): string[] {
  if (before.includes(answer)) return before.filter((one) => one !== answer)
  return answer === NONE ? [NONE] : [...before.filter((one) => one !== NONE), answer]
}

/** With these answers to a question and no others; an exact number that no longer fits goes. */
export function withGiven(answers: Answers, question: QuestionId, ids: readonly string[]): Answers {
  const { [question]: _, ...others } = answers.given
  const given: Given = ids.length === 0 ? others : { ...others, [question]: ids }
  return withExact({ ...answers, given }, question, answers.exact[question])
}

/** With an exact number, where it lies in the range of what was answered. */
export function withExact(answers: Answers, question: QuestionId, exact: number | undefined): Answers {
  const { [question]: _, ...others } = answers.exact
  const range = exactRange(question, answers)
  const fits = exact !== undefined && range !== undefined && exact >= range[0] && exact <= range[1]
  return { ...answers, exact: fits ? { ...others, [question]: exact } : others }
}

/** What an exact number of a question may be, as it is answered now; `undefined` where it takes none. */
export function exactRange(
  question: QuestionId,
  answers: Pick<Answers, 'given'>,
): readonly [least: number, most: number] | undefined {
  return questionOf(question).exact && shapeOf(question, answers)?.range
}

/** The number to reckon with: the exact one, else the most that the answer allows, `Infinity` for one without an upper end; `undefined` where nothing was told. */
export function atMost(question: QuestionId, answers: Answers): number | undefined {
  const shape = shapeOf(question, answers)
  return answers.exact[question] ?? (shape?.open ? Infinity : shape?.range?.[1])
}

function shapeOf(question: QuestionId, { given }: Pick<Answers, 'given'>) {
  const [answer] = given[question] ?? []
  return questionOf(question).answers.find(({ id }) => id === answer)
}
