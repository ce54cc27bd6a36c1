import type { ReactNode } from 'react'
import { Navigate } from 'react-router-dom'
import type { Answers, Step } from '../../model/site-to-site/answers.ts'
import type { WizardDraft } from '../../queries/wizard-drafts.ts'
import { WizardFrame, type WizardStep } from '../../ui/wizard/WizardFrame.tsx'
import { ConnectionStep } from './connection/ConnectionStep.tsx'
import { DeployStep } from './deploy/DeployStep.tsx'
import { DevicePage } from './DevicePage.tsx'
import { DraftNote } from './DraftNote.tsx'
import { GatewayStep } from './gateway/GatewayStep.tsx'
import { GoalStep } from './goal/GoalStep.tsx'
import { NetworkStep } from './network/NetworkStep.tsx'
import { ReviewStep } from './review/ReviewStep.tsx'
import { SitesStep } from './sites/SitesStep.tsx'
import { STEP_TITLES, WIZARD_NAME } from './steps.ts'
import { useFieldOfAddress } from './use-field-of-address.ts'
import { useWizardState } from './use-wizard-state.ts'
import { VerifyStep } from './verify/VerifyStep.tsx'
import { type Wizard, WizardContext } from './wizard.ts'

interface SiteToSiteWizardProps {
  step: Step
  draft: WizardDraft | undefined
  base: Answers
  onMade: (key: string) => void
}

/** The steps there are, in their order. */
const PAGES: readonly { step: Step; page: ReactNode }[] = [
  { step: 'goal', page: <GoalStep /> },
  { step: 'network', page: <NetworkStep /> },
  { step: 'gateway', page: <GatewayStep /> },
  { step: 'sites', page: <SitesStep /> },
  { step: 'connection', page: <ConnectionStep /> },
  { step: 'device', page: <DevicePage /> },
  { step: 'review', page: <ReviewStep /> },
  { step: 'deploy', page: <DeployStep /> },
  { step: 'verify', page: <VerifyStep /> },
]

export function SiteToSiteWizard({ step, draft, base, onMade }: SiteToSiteWizardProps) {
  const wizard = useWizardState(draft, base, onMade)
  useFieldOfAddress()
  const current = PAGES.find((one) => one.step === step)
  if (!current) return <Navigate replace to={wizard.pathOf('goal')} />
  return (
    <WizardContext value={wizard}>
      <title>{`${STEP_TITLES[step]} · Set up VPN · Hybrid Connectivity Hub`}</title>
      <WizardFrame
        name={WIZARD_NAME}
        current={step}
        steps={PAGES.map((one) => standing(one.step, step, wizard))}
        note={<DraftNote />}
      >
        {current.page}
      </WizardFrame>
    </WizardContext>
  )
}

function standing(step: Step, shown: Step, { checks, isTold, isLeft, pathOf }: Wizard): WizardStep {
  // What was begun asks nothing any more: a key that is gone since is no error of it.
  const isBegun = shown === 'deploy' || shown === 'verify'
  const wrong = checks.filter((one) => one.step === step && one.is === 'error' && isTold(one))
  const errors = isBegun ? 0 : wrong.length
  const done = (isLeft(step) && errors === 0) || (shown === 'verify' && step === 'deploy')
  return { id: step, title: STEP_TITLES[step], to: pathOf(step), done, errors }
}
