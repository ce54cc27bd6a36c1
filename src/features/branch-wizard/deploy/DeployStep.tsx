import { DocumentArrowDownRegular } from '@fluentui/react-icons'
import { useNavigate } from 'react-router-dom'
import { DeployPage, NoRun } from '../../../components/wizard/deploy/DeployPage.tsx'
import { Meanwhile } from '../../../components/wizard/deploy/Meanwhile.tsx'
import { useRunsHere } from '../../../components/wizard/runs-of.ts'
import { stepPath } from '../../../components/wizard/shown-wizard.ts'
import { refusalRemedy } from '../../../model/branch/refusals.ts'
import { isConnection } from '../../../model/branch/run-groups.ts'
import { type PlanRun, runPath } from '../../../model/deployments/run.ts'
import { secretValues } from '../../../model/branch/secrets.ts'
import { useRunAgain } from '../../../queries/use-run-again.ts'
import { useRunPage } from '../../../queries/use-run-page.ts'
import { useRuns } from '../../../queries/use-run.ts'
import { useWriteStatus } from '../../../queries/use-write-status.ts'
import { useWizard } from '../wizard.ts'
import { BranchProgress } from './BranchProgress.tsx'

/** From so many branches on they are told in groups. */
const MANY = 4

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
  const many = run.resources.filter(isConnection).length >= MANY
  return (
    <DeployPage
      page={useRunPage(run)}
      words={{
        kept: ': keys that were made or typed here are in its memory only',
        next: 'Next: the configuration for the devices.',
      }}
      knownRefusal={refusalRemedy}
      useWriteStatus={useWriteStatus}
      again={again}
      {...(many && { table: (rows) => <BranchProgress rows={rows} /> })}
      meanwhile={
        run.state.is === 'succeeded' ? null : (
          <Meanwhile
            title={run.state.is === 'running' ? 'Meanwhile' : 'For the devices'}
            items={[
              {
                icon: <DocumentArrowDownRegular aria-hidden />,
                title: 'Prepare the branches:',
                text: 'the step Devices gives the addresses of both instances and the VPN configuration, as soon as a branch is connected.',
                action: null,
              },
            ]}
          />
        )
      }
      next={{ title: 'Devices', to: stepPath('devices', `?run=${encodeURIComponent(run.key)}`, { home }) }}
      reviewedAt="review"
    />
  )
}
