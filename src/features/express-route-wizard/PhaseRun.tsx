import type { ReactNode } from 'react'
import { useNavigate } from 'react-router-dom'
import { DeployPage, NoRun } from '../../components/wizard/deploy/DeployPage.tsx'
import type { RunWords } from '../../components/wizard/deploy/RunLead.tsx'
import { useRunsHere } from '../../components/wizard/runs-of.ts'
import { stepPath, titleOf } from '../../components/wizard/shown-wizard.ts'
import { type PlanRun, type RunOrigin, runPath } from '../../model/deployments/run.ts'
import type { Phase, Step } from '../../model/express-route/answers.ts'
import { checksNow, REVIEWED_AT } from '../../model/express-route/checks-now.ts'
import { refusalRemedy } from '../../model/express-route/refusals.ts'
import { secretValues } from '../../model/express-route/secrets.ts'
import { useRunAgain } from '../../queries/use-run-again.ts'
import { useRunPage } from '../../queries/use-run-page.ts'
import { useRuns } from '../../queries/use-run.ts'
import { useWriteStatus } from '../../queries/use-write-status.ts'
import { useWizard } from './wizard.ts'

interface PhaseRunProps {
  runAt: Pick<RunOrigin, 'step'>
  phase: Phase
  /** The step that comes after a run that went well, and what is said of it. */
  after: (run: PlanRun) => { next: Step; words: RunWords }
  meanwhile: (run: PlanRun) => ReactNode
}

/** The run of one phase, found by its key in the address: also after the browser was closed. */
export function PhaseRun({ runAt, ...props }: PhaseRunProps) {
  const runs = useRuns().filter(({ origin }) => origin.step === runAt.step)
  const { run, named } = useRunsHere(runs)
  return run ? (
    <OfRun key={run.key} run={run} {...props} />
  ) : (
    <NoRun named={named} reviewedAt={REVIEWED_AT[props.phase]} />
  )
}

function OfRun({ run, phase, after, meanwhile }: Omit<PhaseRunProps, 'runAt'> & { run: PlanRun }) {
  const wizard = useWizard()
  const { answers, around, keys } = wizard
  const { draft } = run.origin
  const navigate = useNavigate()
  const { plan, later } = wizard.plans[phase]
  const again = useRunAgain(
    {
      run,
      plan,
      // An order is agreed to anew: it costs.
      checks: checksNow(wizard.checks, answers, later, phase),
      draft: wizard.draft,
      secrets: secretValues(answers, keys),
    },
    (key) => void navigate(runPath({ key, origin: run.origin })),
  )
  const { next, words } = after(run)
  const search = draft === undefined ? `?run=${encodeURIComponent(run.key)}` : `?draft=${draft}`
  return (
    <DeployPage
      page={useRunPage(run)}
      words={words}
      knownRefusal={(code, message, id) => refusalRemedy(code, message, id, answers, around)}
      useWriteStatus={useWriteStatus}
      again={again}
      meanwhile={meanwhile(run)}
      next={{ title: titleOf(next, wizard), to: stepPath(next, search, wizard) }}
      reviewedAt={REVIEWED_AT[phase]}
    />
  )
}
