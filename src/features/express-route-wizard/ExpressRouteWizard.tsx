import type { ReactNode } from 'react'
import { standingOf } from '../../components/wizard/standing.ts'
import { WizardPage } from '../../components/wizard/WizardPage.tsx'
import type { Answers, Step } from '../../model/express-route/answers.ts'
import { stepsOver } from '../../model/express-route/where-it-stands.ts'
import type { WizardDraft } from '../../model/wizard/wizard-draft.ts'
import { CircuitsStep } from './circuits/CircuitsStep.tsx'
import { ConnectionStep } from './connection/ConnectionStep.tsx'
import { DeployStep } from './deploy/DeployStep.tsx'
import { GatewayStep } from './gateway/GatewayStep.tsx'
import { MicrosoftStep } from './microsoft/MicrosoftStep.tsx'
import { OrderedStep } from './order/OrderedStep.tsx'
import { OrderStep } from './order/OrderStep.tsx'
import { PeeringStep } from './peering/PeeringStep.tsx'
import { ProviderStep } from './provider/ProviderStep.tsx'
import { ResiliencyStep } from './resiliency/ResiliencyStep.tsx'
import { ReviewStep } from './review/ReviewStep.tsx'
import { TITLE } from './steps.ts'
import { useWizardState } from './use-wizard-state.ts'
import { VerifyStep } from './verify/VerifyStep.tsx'
import { WizardContext } from './wizard.ts'

interface ExpressRouteWizardProps {
  step: Step
  draft: WizardDraft | undefined
  base: Answers
  onMade: (key: string) => void
}

const PAGES: Record<Step, ReactNode> = {
  resiliency: <ResiliencyStep />,
  circuits: <CircuitsStep />,
  order: <OrderStep />,
  ordered: <OrderedStep />,
  provider: <ProviderStep />,
  peering: <PeeringStep />,
  microsoft: <MicrosoftStep />,
  gateway: <GatewayStep />,
  connection: <ConnectionStep />,
  review: <ReviewStep />,
  deploy: <DeployStep />,
  verify: <VerifyStep />,
}

export function ExpressRouteWizard({ step, draft, base, onMade }: ExpressRouteWizardProps) {
  const wizard = useWizardState(step, draft, base, onMade)
  const steps = standingOf(wizard, {
    begun: step === 'ordered' || step === 'deploy' || step === 'verify',
    over: [...stepsOver(step, wizard.answers, wizard.around), ...(step === 'verify' ? ['deploy'] : [])],
  })
  return (
    <WizardContext value={wizard}>
      <WizardPage wizard={wizard} title={TITLE} steps={steps}>
        {PAGES[step]}
      </WizardPage>
    </WizardContext>
  )
}
