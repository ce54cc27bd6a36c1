import { Button } from '@fluentui/react-components'
import { useNavigate } from 'react-router-dom'
import { useRunsHere } from '../../../components/wizard/runs-of.ts'
import { resourcePath } from '../../../model/paths.ts'
import { runPath } from '../../../model/deployments/run.ts'
import { useRuns } from '../../../queries/use-run.ts'
import { WizardBody } from '../../../ui/wizard/WizardBody.tsx'
import { WizardFooter } from '../../../ui/wizard/WizardFooter.tsx'
import { useWizard } from '../wizard.ts'
import { NotYet } from './NotYet.tsx'
import { isJoined, targetsOf } from './targets.ts'
import { VerifyPaths } from './VerifyPaths.tsx'

/** The last step: what was set up, looked at until it carries traffic. It goes by what is there, not by who made it. */
export function VerifyStep() {
  const { answers, around } = useWizard()
  const { run, ofDraft } = useRunsHere(useRuns())
  const navigate = useNavigate()
  const targets = targetsOf(answers, around, ofDraft)
  const first = targets.circuits.find(isJoined)
  return (
    <>
      <WizardBody>
        {targets.circuits.length > 0 ? <VerifyPaths {...targets} /> : <NotYet run={run} />}
      </WizardBody>
      <WizardFooter back={run && runPath(run)}>
        {first && (
          <Button
            appearance="primary"
            onClick={() => void navigate(resourcePath(targets.gatewayId ?? first.circuitId))}
          >
            Finish
          </Button>
        )}
      </WizardFooter>
    </>
  )
}
