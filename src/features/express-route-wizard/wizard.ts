import { createContext, useContext } from 'react'
import type { DraftedWizard } from '../../components/wizard/use-drafted-wizard.ts'
import type { Answers, Goal, Keys, Phase, Step } from '../../model/express-route/answers.ts'
import type { PhasePlan } from '../../model/express-route/plan-of.ts'
import type { Surroundings } from '../../model/express-route/surroundings.ts'
import type { Check } from '../../model/plan/check.ts'

export type StepCheck = Check<Step, Answers>

/** Everything a step of the wizard shows and changes. Its secrets are MD5 keys and authorization keys. */
export interface Wizard extends DraftedWizard<Answers, Step> {
  around: Surroundings
  /** MD5 and authorization keys, in this page's memory. */
  keys: Keys
  /** What is missing, of the circuits and of what connects them. */
  plans: Readonly<Record<Phase, PhasePlan>>
  /** What the shown step leads to: until the circuits are ordered that is their plan. */
  phase: Phase
  setGoal(goal: Partial<Goal>): void
}

export const WizardContext = createContext<Wizard | undefined>(undefined)

export function useWizard(): Wizard {
  const wizard = useContext(WizardContext)
  if (!wizard) throw new Error('useWizard needs the ExpressRoute wizard above it')
  return wizard
}
