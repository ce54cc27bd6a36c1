import { useMemo } from 'react'
import { useNavigate } from 'react-router-dom'
import { ResourceLink } from '../../../components/ResourceLink.tsx'
import { ReviewPage } from '../../../components/wizard/review/ReviewPage.tsx'
import { busyGateways } from '../../../model/branch/checks/gateway.ts'
import { pictureOf } from '../../../model/branch/picture.ts'
import { connectionsThere, gatewayThere, hubIdOf } from '../../../model/branch/place.ts'
import { refusalRemedy } from '../../../model/branch/refusals.ts'
import { rightsNeeded } from '../../../model/branch/rights-needed.ts'
import { count } from '../../../model/format.ts'
import { branchesWords, isConnection } from '../../../model/branch/run-groups.ts'
import { secretValues } from '../../../model/branch/secrets.ts'
import { runOfTheSame, runPath } from '../../../model/deployments/run.ts'
import { useHubReady } from '../../../queries/use-hub-ready.ts'
import { usePlanReview } from '../../../queries/use-plan-review.ts'
import { useRights } from '../../../queries/use-rights.ts'
import { useRuns, useStartRun } from '../../../queries/use-run.ts'
import { BranchPicture } from '../BranchPicture.tsx'
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
  const waits = checks.some(({ rule }) => rule === 'hub-routing')
  useHubReady([
    ...(waits ? [hubIdOf(answers)] : []),
    ...busyGateways({ answers, around }).map(({ id }) => id),
  ])

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
        are: answers.connection.key === 'one' ? 'The shared key is' : 'The shared keys are',
        todo: answers.connection.key === 'one' ? 'Enter it' : 'Make new ones',
        step: 'connection',
        field: 'connection.key',
      }}
      right={right}
      rightsAt="goal"
      subscriptions={around.subscriptions}
      same={same}
      knownRefusal={refusalRemedy}
      picture={<BranchPicture picture={picture} shape="wide" />}
      effect={<Effect />}
      codeNote={
        answers.connection.key === 'azure'
          ? 'No key is in it: Azure makes them'
          : 'Keys are secure parameters in all of them'
      }
      onCreate={() => void create()}
    />
  )
}

const ENDS = 'Where one fails, those after it are not begun, and a second run makes them.'

function Effect() {
  const { answers, around, plan } = useWizard()
  const gateway = gatewayThere(answers, around)
  const added = plan.resources.filter(isConnection).length
  if (!gateway)
    return [
      ...(answers.hub.use === 'existing' ? ['The hub gets a VPN gateway and is not changed otherwise.'] : []),
      'Nothing that carries traffic today is touched.',
      ...(added > 1
        ? [`The ${count(added, 'branch', 'branches')} are connected one after another. ${ENDS}`]
        : []),
    ].join(' ')
  return (
    <>
      <ResourceLink id={gateway.id} name={gateway.name} />{' '}
      {branchesWords(added, connectionsThere(answers, around).length)}
    </>
  )
}
