import { createContext, useContext } from 'react'
import type { DraftedWizard } from '../../components/wizard/use-drafted-wizard.ts'
import type { Answers, Keys, Step } from '../../model/branch/answers.ts'
import type { Surroundings } from '../../model/branch/surroundings.ts'
import type { Check } from '../../model/plan/check.ts'
import type { Plan } from '../../model/plan/plan.ts'

export type StepCheck = Check<Step, Answers>

/** Everything a step of the wizard shows and changes. Its secrets are the shared keys. */
export interface Wizard extends DraftedWizard<Answers, Step> {
  around: Surroundings
  /** Shared keys, in this page's memory. */
  keys: Keys
  plan: Plan
  /** Key of the site whose form is shown. */
  shownSite: string | undefined
  showSite(key: string): void
  /** Random keys for every site that has none. */
  makeKeys(): void
}

export const WizardContext = createContext<Wizard | undefined>(undefined)

export function useWizard(): Wizard {
  const wizard = useContext(WizardContext)
  if (!wizard) throw new Error('useWizard needs the wizard of branches above it')
  return wizard
}
