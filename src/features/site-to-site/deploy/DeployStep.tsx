import { useNavigate } from 'react-router-dom'
import { DeployPage, NoRun } from '../../../components/wizard/deploy/DeployPage.tsx'
import { useRunsHere } from '../../../components/wizard/runs-of.ts'
import { stepPath } from '../../../components/wizard/shown-wizard.ts'
import { type PlanRun, runPath } from '../../../model/deployments/run.ts'
import { refusalRemedy } from '../../../model/site-to-site/refusals.ts'
import { secretValues } from '../../../model/site-to-site/secrets.ts'
import { useRunAgain } from '../../../queries/use-run-again.ts'
import { useRunPage } from '../../../queries/use-run-page.ts'
import { useRuns } from '../../../queries/use-run.ts'
import { useWriteStatus } from '../../../queries/use-write-status.ts'
import { useWizard } from '../wizard.ts'
import { ForDevices } from './ForDevices.tsx'

/** A run, found by its key in the address: also after the browser was closed. */
export function DeployStep() {
  const { run, named } = useRunsHere(useRuns())
  return run ? <OfRun key={run.key} run={run} /> : <NoRun named={named} reviewedAt="review" />
}

function OfRun({ run }: { run: PlanRun }) {
  const { home, plan, checks, draft, answers, keys } = useWizard()
  const navigate = useNavigate()
  const again = useRunAgain(
    { run, plan, checks, draft, secrets: secretValues(answers, keys) },
    (key) => void navigate(runPath({ key, origin: run.origin })),
  )
  return (
    <DeployPage
      page={useRunPage(run)}
      words={{
        kept: ': the shared key is in its memory only',
        next: 'Next: see whether the tunnels come up.',
      }}
      knownRefusal={refusalRemedy}
      useWriteStatus={useWriteStatus}
      again={again}
      meanwhile={<ForDevices run={run} isOver={run.state.is !== 'running'} />}
      next={{ title: 'Verify', to: stepPath('verify', `?run=${encodeURIComponent(run.key)}`, { home }) }}
      reviewedAt="review"
    />
  )
}
