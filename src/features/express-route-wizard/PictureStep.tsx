import type { ReactNode } from 'react'
import { FormStep } from '../../components/wizard/FormStep.tsx'
import { summaryLine } from '../../components/wizard/RunningSummary.tsx'
import { RunningSummary } from './RunningSummary.tsx'
import { useWizard } from './wizard.ts'

/** A step's questions, and beside them the picture of what they come to. */
export function PictureStep({ lead, children }: { lead: ReactNode; children: ReactNode }) {
  const { plans, phase, checks } = useWizard()
  return (
    <FormStep
      lead={lead}
      aside={{ summary: summaryLine(plans[phase].plan, checks), content: <RunningSummary /> }}
    >
      {children}
    </FormStep>
  )
}
