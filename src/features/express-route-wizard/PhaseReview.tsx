import { type ReactNode, useMemo } from 'react'
import { useNavigate } from 'react-router-dom'
import { ReviewPage } from '../../components/wizard/review/ReviewPage.tsx'
import { type RunOrigin, runOfTheSame, runPath } from '../../model/deployments/run.ts'
import type { Phase } from '../../model/express-route/answers.ts'
import { checksNow, REVIEWED_AT } from '../../model/express-route/checks-now.ts'
import { withoutConsent } from '../../model/express-route/consent.ts'
import { pictureOf } from '../../model/express-route/picture.ts'
import { refusalRemedy } from '../../model/express-route/refusals.ts'
import { rightsNeeded } from '../../model/express-route/rights-needed.ts'
import { secretValues } from '../../model/express-route/secrets.ts'
import { summaryOf } from '../../model/express-route/summary.ts'
import { usePlanReview } from '../../queries/use-plan-review.ts'
import { useRights } from '../../queries/use-rights.ts'
import { useRuns, useStartRun } from '../../queries/use-run.ts'
import { CircuitPicture } from './CircuitPicture.tsx'
import { WIZARD } from './steps.ts'
import { secretPlace } from './secret-place.ts'
import { useWizard } from './wizard.ts'

interface PhaseReviewProps {
  phase: Phase
  /** The step that shows the run. */
  runAt: Pick<RunOrigin, 'step'>
  children?: ReactNode
}

/** What one phase comes to, held against Azure, and the button that begins it. */
export function PhaseReview({ phase, runAt, children }: PhaseReviewProps) {
  const wizard = useWizard()
  const { answers, around, keys, secretsGone, plans } = wizard
  const navigate = useNavigate()
  const start = useStartRun()
  const { plan, later } = plans[phase]
  const checks = useMemo(
    () => checksNow(wizard.checks, answers, later, phase),
    [wizard.checks, answers, later, phase],
  )
  const review = usePlanReview(plan, checks)
  const right = useRights(rightsNeeded(answers, around))
  const picture = useMemo(() => pictureOf(answers, around, checks), [answers, around, checks])
  const runs = useRuns().filter(({ origin }) => origin.step === runAt.step)
  const same = runOfTheSame(runs, { ids: plan.resources.map(({ id }) => id), draft: wizard.draft })
  const values = secretValues(answers, keys)

  async function create() {
    // What is ordered is agreed to once: the next order is another one.
    const next = phase === 'order' ? withoutConsent(answers) : answers
    const draft = new URLSearchParams(await wizard.leave(REVIEWED_AT[phase], next)).get('draft')
    const origin: RunOrigin = { wizard: WIZARD, ...runAt, ...(draft !== null && { draft }) }
    const key = start(plan, values, origin)
    void navigate(runPath({ key, origin }))
  }

  return (
    <ReviewPage
      review={review}
      checks={checks}
      secrets={{
        values,
        gone: secretsGone,
        are: 'Keys of this plan are',
        todo: 'Enter them',
        ...secretPlace(plan, answers, keys),
      }}
      right={right}
      rightsAt="resiliency"
      subscriptions={around.subscriptions}
      same={same}
      waits={later[0]?.why}
      knownRefusal={(code, message, id) => refusalRemedy(code, message, id, answers, around)}
      picture={<CircuitPicture picture={picture} shape="wide" />}
      effect={summaryOf(answers, checks, around, phase).effect}
      codeNote="Keys are secure parameters in all of them"
      onCreate={() => void create()}
    >
      {children}
    </ReviewPage>
  )
}
