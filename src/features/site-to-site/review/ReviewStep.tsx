import { useMemo } from 'react'
import { useNavigate } from 'react-router-dom'
import { PlanPicture } from '../../../components/plan/PlanPicture.tsx'
import { ResourceLink } from '../../../components/ResourceLink.tsx'
import { ReviewPage } from '../../../components/wizard/review/ReviewPage.tsx'
import { runOfTheSame, runPath } from '../../../model/deployments/run.ts'
import { count } from '../../../model/format.ts'
import { nameOfId } from '../../../model/paths.ts'
import { pictureOf } from '../../../model/site-to-site/picture.ts'
import { refusalRemedy } from '../../../model/site-to-site/refusals.ts'
import { rightsNeeded } from '../../../model/site-to-site/rights-needed.ts'
import { secretValues } from '../../../model/site-to-site/secrets.ts'
import { usePlanReview } from '../../../queries/use-plan-review.ts'
import { useRights } from '../../../queries/use-rights.ts'
import { useRuns, useStartRun } from '../../../queries/use-run.ts'
import { WIZARD } from '../steps.ts'
import { useWizard } from '../wizard.ts'

/** What the answers come to, held against Azure, and the button that begins it. */
export function ReviewStep() {
  const wizard = useWizard()
  const { answers, around, keys, secretsGone, checks, plan } = wizard
  const navigate = useNavigate()
  const start = useStartRun()
  const review = usePlanReview(plan, checks)
  const right = useRights(rightsNeeded(answers, around))
  const picture = useMemo(() => pictureOf(answers, around, checks), [answers, around, checks])
  const same = runOfTheSame(useRuns(), { ids: plan.resources.map(({ id }) => id), draft: wizard.draft })
  const values = secretValues(answers, keys)

  async function create() {
    const draft = new URLSearchParams(await wizard.leave('review')).get('draft')
    const key = start(plan, values, { wizard: WIZARD, ...(draft !== null && { draft }) })
    void navigate(runPath({ key, origin: { wizard: WIZARD } }))
  }

  return (
    <ReviewPage
      review={review}
      checks={checks}
      secrets={{
        values,
        gone: secretsGone,
        are: 'The shared key is',
        todo: 'Generate or enter it',
        step: 'connection',
        field: 'connection.key',
      }}
      right={right}
      rightsAt="goal"
      subscriptions={around.subscriptions}
      same={same}
      knownRefusal={refusalRemedy}
      picture={<PlanPicture picture={picture} shape="wide" />}
      effect={<Effect />}
      codeNote="The key is a secure parameter in all of them"
      onCreate={() => void create()}
    />
  )
}

function Effect() {
  const { answers } = useWizard()
  const existing = answers.goal.gateway === 'existing' ? answers.gateway.existing : ''
  if (existing === '') return 'Nothing that carries traffic today is touched.'
  return (
    <>
      <ResourceLink id={existing} name={nameOfId(existing)} /> gets{' '}
      {count(answers.sites.length, 'connection')} more; those it has are not changed.
    </>
  )
}
