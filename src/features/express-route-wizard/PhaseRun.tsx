import type { ReactNode } from 'react'
import { DeployPage, NoRun } from '../../components/wizard/deploy/DeployPage.tsx'
import type { RunWords } from '../../components/wizard/deploy/RunLead.tsx'
import { useRunsHere } from '../../components/wizard/runs-of.ts'
import { stepPath, titleOf } from '../../components/wizard/shown-wizard.ts'
import type { PlanRun, RunOrigin } from '../../model/deployments/run.ts'
import type { Step } from '../../model/express-route/answers.ts'
import { refusalRemedy } from '../../model/express-route/refusals.ts'
import { useRunPage } from '../../queries/use-run-page.ts'
import { useRuns } from '../../queries/use-run.ts'
import { useWriteStatus } from '../../queries/use-write-status.ts'
import { useWizard } from './wizard.ts'

interface PhaseRunProps {
  runAt: Pick<RunOrigin, 'step'>
  reviewedAt: Step
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
    <NoRun named={named} reviewedAt={props.reviewedAt} />
  )
}

function OfRun({ run, reviewedAt, after, meanwhile }: Omit<PhaseRunProps, 'runAt'> & { run: PlanRun }) {
  const wizard = useWizard()
  const { answers, around } = wizard
  const { draft } = run.origin
  const { next, words } = after(run)
  const search = draft === undefined ? `?run=${encodeURIComponent(run.key)}` : `?draft=${draft}`
  return (
    <DeployPage
      page={useRunPage(run)}
      words={words}
      knownRefusal={(code, message, id) => refusalRemedy(code, message, id, answers, around)}
      useWriteStatus={useWriteStatus}
      meanwhile={meanwhile(run)}
      next={{ title: titleOf(next, wizard), to: stepPath(next, search, wizard) }}
      reviewedAt={reviewedAt}
    />
  )
}
