import type { Step } from './answers.ts'

/** One refusal of Azure, and what the app makes of it. */
export interface Refused {
  code?: string
  /** Known by its message, where no code was published. */
  says?: RegExp
  /**
   * Names of the rules of `checksOf` that keep answers which would cause it from going on, or of `rights` from being created; `plan`: no plan of the wizard can
   * cause it, whatever is answered; `explained`: it depends on what cannot be known before.
   */
  prevented: { by: 'rules'; rules: readonly string[] } | { by: 'plan'; how: string } | { by: 'explained' }
  /** What happened. */
  what: string
  why: string
  todo: string
  /** Where it is mended. */
  at?: { step: Step; field?: string }
}

export function byRules(...rules: string[]): Refused['prevented'] {
  return { by: 'rules', rules }
}

export function byPlan(how: string): Refused['prevented'] {
  return { by: 'plan', how }
}

export const EXPLAINED: Refused['prevented'] = { by: 'explained' }
