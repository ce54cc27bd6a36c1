import type { Check } from '../plan/check.ts'
import type { Finding } from './finding.ts'
import { touching, type Touchable } from './touched.ts'

/** The step and the field's place in the answers: `sites.0.name` is asked on `sites`. */
export type At<S extends string> = readonly [step: S, field: string]

/**
 * How the rules of a wizard make their checks.
 * @param settled answers in which what follows from others follows
 */
export function checkMakers<S extends string, A extends Touchable, R>(settled: (answers: A, around: R) => A) {
  type Made = Check<S, A>
  type Remedy = NonNullable<Made['remedy']>

  function error(rule: string, [step, field]: At<S>, text: string, remedied?: Remedy): Made {
    return { rule, step, field, is: 'error', text, ...(remedied && { remedy: remedied }) }
  }

  function advice(rule: string, [step, field]: At<S>, text: string, remedied?: Remedy): Made {
    return { rule, step, field, is: 'advice', text, ...(remedied && { remedy: remedied }) }
  }

  /** What a click puts right: what it sets counts as touched. @param fields places of what it sets */
  function remedy(label: string, fields: readonly string[], change: (answers: A) => A, around: R): Remedy {
    return { label, change: (answers) => settled(touching(change(answers), ...fields), around) }
  }

  /** What a shared rule found, at its place here. @param change sets what a click puts in its place */
  function fromFinding(
    { rule, is, text, instead }: Finding,
    at: At<S>,
    around: R,
    change?: (answers: A, value: string) => A,
  ): Made {
    const made =
      instead && change && remedy(instead.label, [at[1]], (now) => change(now, instead.value), around)
    return is === 'error' ? error(rule, at, text, made) : advice(rule, at, text, made)
  }

  return { error, advice, remedy, fromFinding }
}
