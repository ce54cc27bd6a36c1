import { WizardBody } from '../../../ui/wizard/WizardBody.tsx'

export function VerifyStep() {
  return (
    <WizardBody>
      <h1 tabIndex={-1}>Verify</h1>
    </WizardBody>
  )
}
