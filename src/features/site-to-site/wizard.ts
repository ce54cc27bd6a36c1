import { createContext, useContext } from 'react'
import type { Check } from '../../model/plan/check.ts'
import type { Plan } from '../../model/plan/plan.ts'
import type { Answers, Goal, Keys, Step } from '../../model/site-to-site/answers.ts'
import type { Surroundings } from '../../model/site-to-site/surroundings.ts'
import type { Said } from '../../ui/wizard/said.ts'

export type StepCheck = Check<Step, Answers>

/** Everything a step of the wizard shows and changes. */
export interface Wizard {
  /** Of the draft; absent until something was chosen or typed. */
  draft?: string
  /** Milliseconds since the epoch when the draft was kept. */
  savedAt?: number
  answers: Answers
  around: Surroundings
  /** Shared keys, in this page's memory. */
  keys: Keys
  /** The draft is older than this page, so its keys are gone. */
  keysGone: boolean
  /** Of every step, whether or not they are told by now. */
  checks: readonly StepCheck[]
  plan: Plan
  /** ARM ids of connections that are made already, by the key of their site: no key is asked for them, nor handed over. */
  made: ReadonlyMap<string, string>
  /** Whether a check is told by now: not where a field is empty that nobody came to yet. */
  isTold(check: StepCheck): boolean
  /** What is told of a field, and of what lies in it. */
  said(field: string): readonly Said[]
  /** @param field the place that somebody touched; what nobody touched follows */
  edit(field: string, change: (answers: Answers) => Answers): void
  setGoal(goal: Partial<Goal>): void
  setKeys(keys: Keys): void
  /** Random keys in place of those there are, for every site whose connection is still to be made. */
  makeKeys(): void
  /** Next was pressed on a step: from now on all of its checks are told. @returns what names the draft in an address */
  leave(step: Step): Promise<string>
  isLeft(step: Step): boolean
  pathOf(step: Step): string
  /** Back to the list of drafts; everything is kept already. */
  close(): void
  discard(): void
}

export const WizardContext = createContext<Wizard | undefined>(undefined)

export function useWizard(): Wizard {
  const wizard = useContext(WizardContext)
  if (!wizard) throw new Error('useWizard needs the site-to-site wizard above it')
  return wizard
}
