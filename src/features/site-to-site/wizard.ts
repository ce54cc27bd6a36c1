import { createContext, useContext } from 'react'
import type { DraftedWizard } from '../../components/wizard/use-drafted-wizard.ts'
import type { Check } from '../../model/plan/check.ts'
import type { Plan } from '../../model/plan/plan.ts'
import type { Answers, Goal, Keys, Step } from '../../model/site-to-site/answers.ts'
import type { Surroundings } from '../../model/site-to-site/surroundings.ts'

export type StepCheck = Check<Step, Answers>

/** Everything a step of the wizard shows and changes. Its secrets are the shared keys. */
export interface Wizard extends DraftedWizard<Answers, Step> {
  around: Surroundings
  /** Shared keys, in this page's memory. */
  keys: Keys
  plan: Plan
  /** ARM ids of connections that are made already, by the key of their site: no key is asked for them, nor handed over. */
  made: ReadonlyMap<string, string>
  setGoal(goal: Partial<Goal>): void
  /** The keys with random ones in place of those there are, for every site whose connection is still to be made. */
  freshKeys(): Keys
}

export const WizardContext = createContext<Wizard | undefined>(undefined)

export function useWizard(): Wizard {
  const wizard = useContext(WizardContext)
  if (!wizard) throw new Error('useWizard needs the site-to-site wizard above it')
  return wizard
}
