import type { ReactNode } from 'react'
import { standingOf } from '../../components/wizard/standing.ts'
import { WizardPage } from '../../components/wizard/WizardPage.tsx'
import type { Answers, Step } from '../../model/site-to-site/answers.ts'
import type { WizardDraft } from '../../model/wizard/wizard-draft.ts'
import { ConnectionStep } from './connection/ConnectionStep.tsx'
import { DeployStep } from './deploy/DeployStep.tsx'
import { DevicePage } from './DevicePage.tsx'
import { GatewayStep } from './gateway/GatewayStep.tsx'
import { GoalStep } from './goal/GoalStep.tsx'
import { NetworkStep } from './network/NetworkStep.tsx'
import { ReviewStep } from './review/ReviewStep.tsx'
import { SitesStep } from './sites/SitesStep.tsx'
import { TITLE } from './steps.ts'
import { useWizardState } from './use-wizard-state.ts'
import { VerifyStep } from './verify/VerifyStep.tsx'
import { WizardContext } from './wizard.ts'

interface SiteToSiteWizardProps {
  step: Step
  draft: WizardDraft | undefined
  base: Answers
  onMade: (key: string) => void
}

const PAGES: Record<Step, ReactNode> = {
  goal: <GoalStep />,
  network: <NetworkStep />,
  gateway: <GatewayStep />,
  sites: <SitesStep />,
  connection: <ConnectionStep />,
  device: <DevicePage />,
  review: <ReviewStep />,
  deploy: <DeployStep />,
  verify: <VerifyStep />,
}

export function SiteToSiteWizard({ step, draft, base, onMade }: SiteToSiteWizardProps) {
  const wizard = useWizardState(step, draft, base, onMade)
  const steps = standingOf(wizard, {
    begun: step === 'deploy' || step === 'verify',
    over: step === 'verify' ? ['deploy'] : [],
  })
  return (
    <WizardContext value={wizard}>
      <WizardPage wizard={wizard} title={TITLE} steps={steps}>
        {PAGES[step]}
      </WizardPage>
    </WizardContext>
  )
}
