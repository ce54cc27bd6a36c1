import { count } from '../../model/format.ts'
import type { StepCheck } from './wizard.ts'

/**
 * Checks with those of one field that say the same of many things made one: a group without rights would otherwise fill a
 * page with a sentence for each right. The first step lists them.
 */
export function gathered(checks: readonly StepCheck[]): StepCheck[] {
  const isRight = ({ rule }: StepCheck) => rule === 'rights'
  return checks.flatMap((check): StepCheck[] => {
    if (!isRight(check)) return [check]
    const same = checks.filter((one) => isRight(one) && one.field === check.field)
    if (same.length < 2) return [check]
    if (same[0] !== check) return []
    const { remedy: _, ...rest } = check
    return [
      {
        ...rest,
        text: `Your account lacks ${count(same.length, 'right')} that this plan needs here. Choose another, or ask an owner for them: Goal lists each.`,
      },
    ]
  })
}
