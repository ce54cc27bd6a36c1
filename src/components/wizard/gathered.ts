import { count } from '../../model/format.ts'
import type { Check } from '../../model/plan/check.ts'

/**
 * Checks with those of one field that say the same of many things made one: a group without rights would otherwise fill a
 * page with a sentence for each right.
 * @param listed title of the step that lists them
 */
export function gathered<S extends string, A>(checks: readonly Check<S, A>[], listed: string): Check<S, A>[] {
  const isRight = ({ rule }: Check<S, A>) => rule === 'rights'
  return checks.flatMap((check): Check<S, A>[] => {
    if (!isRight(check)) return [check]
    const same = checks.filter((one) => isRight(one) && one.field === check.field)
    if (same.length < 2) return [check]
    if (same[0] !== check) return []
    const { remedy: _, ...rest } = check
    return [
      {
        ...rest,
        text: `Your account lacks ${count(same.length, 'right')} that this plan needs here. Choose another, or ask an owner for them: ${listed} lists each.`,
      },
    ]
  })
}
