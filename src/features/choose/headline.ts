import type { Advice } from '../../model/choose/advise.ts'

/** The answer in a few words, once there is one. */
export function headline({ ranking: [first] }: Pick<Advice, 'ranking'>): string {
  return first ? `${first.candidate.name} fits best` : 'Nothing fits all of this'
}
