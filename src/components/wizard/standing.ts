import type { WizardStep } from '../../ui/wizard/WizardFrame.tsx'
import type { ShownWizard, StepTitle } from './shown-wizard.ts'

interface Progress {
  /** What was begun asks nothing any more: a secret that is gone since is no error of it. */
  begun: boolean
  /** Steps that are over without Next: the run of a plan that was looked at, what an earlier run or another browser has done. */
  over?: readonly string[]
}

/** How the steps of a wizard stand, for its frame. */
export function standingOf(wizard: ShownWizard, progress: Progress): WizardStep[] {
  return wizard.steps.map((step) => standing(step, wizard, progress))
}

function standing({ id, title, passed }: StepTitle, wizard: ShownWizard, progress: Progress): WizardStep {
  const { checks, isTold, isLeft, pathOf } = wizard
  const { begun, over = [] } = progress
  const wrong = checks.filter((one) => one.step === id && one.is === 'error' && isTold(one))
  const errors = begun ? 0 : wrong.length
  const done = errors === 0 && (isLeft(id) || passed === true || over.includes(id))
  return { id, title, to: pathOf(id), done, errors }
}
