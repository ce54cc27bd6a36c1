import type { ReactNode } from 'react'
import { useRunsHere } from '../../components/wizard/runs-of.ts'
import { standingOf } from '../../components/wizard/standing.ts'
import { WizardPage } from '../../components/wizard/WizardPage.tsx'
import type { Answers, Step } from '../../model/branch/answers.ts'
import type { WizardDraft } from '../../model/wizard/wizard-draft.ts'
import { useRuns } from '../../queries/use-run.ts'
import { ConnectionStep } from './connection/ConnectionStep.tsx'
import { DeployStep } from './deploy/DeployStep.tsx'
import { DevicesStep } from './devices/DevicesStep.tsx'
import { GatewayStep } from './gateway/GatewayStep.tsx'
import { GoalStep } from './goal/GoalStep.tsx'
import { HubStep } from './hub/HubStep.tsx'
import { ReviewStep } from './review/ReviewStep.tsx'
import { SitesStep } from './sites/SitesStep.tsx'
import { passedOver, TITLE } from './steps.ts'
import { useWizardState } from './use-wizard-state.ts'
import { VerifyStep } from './verify/VerifyStep.tsx'
import { WizardContext } from './wizard.ts'

interface BranchWizardProps {
  step: Step
  draft: WizardDraft | undefined
  base: Answers
  onMade: (key: string) => void
}

const PAGES: Record<Step, ReactNode> = {
  goal: <GoalStep />,
  hub: <HubStep />,
  gateway: <GatewayStep />,
  sites: <SitesStep />,
  connection: <ConnectionStep />,
  review: <ReviewStep />,
  deploy: <DeployStep />,
  devices: <DevicesStep />,
  verify: <VerifyStep />,
}

export function BranchWizard({ step, draft, base, onMade }: BranchWizardProps) {
  const wizard = useWizardState(step, draft, base, onMade)
  const { run } = useRunsHere(useRuns())
  const afterRun = step === 'devices' || step === 'verify'
  const steps = standingOf(wizard, {
    begun: step === 'deploy' || afterRun,
    over: [
      ...passedOver((one) => wizard.isLeft(one)),
      ...(afterRun && run?.state.is !== 'running' ? ['deploy'] : []),
      ...(step === 'verify' ? ['devices'] : []),
    ],
  })
  return (
    <WizardContext value={wizard}>
      <WizardPage wizard={wizard} title={TITLE} steps={steps}>
        {PAGES[step]}
      </WizardPage>
    </WizardContext>
  )
}
