import type { ReactNode } from 'react'
import { type WizardStep, WizardFrame } from '../../ui/wizard/WizardFrame.tsx'
import { DraftNote } from './DraftNote.tsx'
import { type ShownWizard, ShownWizardContext, titleOf } from './shown-wizard.ts'
import { useFieldOfAddress } from './use-field-of-address.ts'

interface WizardPageProps {
  wizard: ShownWizard
  /** What the browser calls it: `Set up VPN`. */
  title: string
  steps: readonly WizardStep[]
  children: ReactNode
}

/** A step of a wizard in its frame. */
export function WizardPage({ wizard, title, steps, children }: WizardPageProps) {
  useFieldOfAddress()
  const { step, name } = wizard
  return (
    <ShownWizardContext value={wizard}>
      <title>{`${titleOf(step, wizard)} · ${title} · Hybrid Connectivity Hub`}</title>
      <WizardFrame name={name} current={step} steps={steps} note={<DraftNote />}>
        {children}
      </WizardFrame>
    </ShownWizardContext>
  )
}
