import { LIKELIHOODS, type Cause, type Finding, type NotChecked, type RuledOut } from './finding.ts'

export interface Rule<Facts> {
  /** As in a list of what was ruled out: "Shared key". */
  name: string
  /** Undefined where the rule has nothing to do with this kind of thing. */
  check: (facts: Facts) => Finding | undefined
}

export type Named<F extends Finding> = F & { rule: string }

/** What all rules found together. */
export interface Findings {
  /** Most likely first. */
  causes: Named<Cause>[]
  ruledOut: Named<RuledOut>[]
  notChecked: Named<NotChecked>[]
  /** How many rules looked. */
  rules: number
}

/**
 * Every rule over the same facts; the same facts give the same findings, in the same order.
 * @param rules of two causes equally likely the one named first here stands first: what explains the rest comes before it
 */
export function judgeRules<Facts>(rules: readonly Rule<Facts>[], facts: Facts): Findings {
  const findings = rules.flatMap(({ name, check }) => {
    const finding = check(facts)
    return finding ? [{ ...finding, rule: name }] : []
  })
  const causes = findings.filter((one) => one.is === 'cause')
  return {
    causes: LIKELIHOODS.flatMap((likelihood) => causes.filter((one) => one.likelihood === likelihood)),
    ruledOut: findings.filter((one) => one.is === 'ruledOut'),
    notChecked: findings.filter((one) => one.is === 'notChecked'),
    rules: findings.length,
  }
}
