import type { Answer } from '../../arm/answer.ts'
import type { Draft } from '../network-type.ts'

/** One thing ARM checks of a PUT before it accepts it: its refusal, or undefined. */
export type Rule = (draft: Draft) => Answer | undefined

/** The first refusal of several rules, in their order. A rule refuses what it sees to be wrong, never what it cannot see. */
export function firstOf(...rules: Rule[]): Rule {
  return (draft) => {
    for (const rule of rules) {
      const refusal = rule(draft)
      if (refusal !== undefined) return refusal
    }
    return undefined
  }
}
