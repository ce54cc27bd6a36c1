import type { Advice } from '../../model/choose/advise.ts'
import { type Answers, answeredCount } from '../../model/choose/answers.ts'

/** With fewer answers than this the scores by themselves still decide the most. */
const ENOUGH_ANSWERS = 3

/** The answer in a few words, once there is one. */
export function headline({ ranking: [first] }: Pick<Advice, 'ranking'>, answers: Answers): string {
  if (!first) return 'Nothing fits all of this'
  return answeredCount(answers) < ENOUGH_ANSWERS
    ? `${first.candidate.name} leads so far`
    : `${first.candidate.name} fits best`
}
