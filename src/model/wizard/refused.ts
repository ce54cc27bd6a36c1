/**
 * Names of the rules of `checksOf` that keep answers which would cause it from going on, or of `rights` from being created; `plan`: no plan of the wizard can
 * cause it, whatever is answered; `explained`: it depends on what cannot be known before.
 */
export type Prevented =
  | { by: 'rules'; rules: readonly string[] }
  | { by: 'plan'; how: string }
  | { by: 'explained' }

/** One refusal of Azure, and what the app makes of it. */
export interface Refused<Step extends string> {
  code?: string
  /** Known by its message, where no code was published. */
  says?: RegExp
  prevented: Prevented
  /** What happened. */
  what: string
  why: string
  todo: string
  /** Where it is mended. */
  at?: { step: Step; field?: string }
}

export function byRules(...rules: string[]): Prevented {
  return { by: 'rules', rules }
}

export function byPlan(how: string): Prevented {
  return { by: 'plan', how }
}

export const EXPLAINED: Prevented = { by: 'explained' }

/**
 * What a refusal of something in the plan means and where it is mended; `undefined` for one that is not known, which Azure's own words
 * have to explain. Some are known by their message only, since no code was published.
 * @param code of the innermost error, in any casing
 */
export function refusalIn<Step extends string>(
  all: readonly Refused<Step>[],
  code: string,
  message: string,
): Refused<Step> | undefined {
  const wanted = code.trim().toLowerCase()
  return all.find((one) => one.code?.toLowerCase() === wanted) ?? all.find((one) => one.says?.test(message))
}
