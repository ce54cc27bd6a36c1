import { useMemo } from 'react'
import { useParams, useSearchParams } from 'react-router-dom'
import { Reading } from '../../components/wizard/Reading.tsx'
import { StepRoute } from '../../components/wizard/StepRoute.tsx'
import type { Step } from '../../model/express-route/answers.ts'
import { readAnswers } from '../../model/express-route/read-answers.ts'
import { startingAnswers, type StartingFrom } from '../../model/express-route/starting-answers.ts'
import { unreadAround } from '../../model/wizard/unread.ts'
import { useDraftHere } from '../../queries/use-draft-here.ts'
import { useWizardDrafts } from '../../queries/use-wizard-drafts.ts'
import { ContinueSetUp } from './ContinueSetUp.tsx'
import { Drafts } from './Drafts.tsx'
import { ExpressRouteWizard } from './ExpressRouteWizard.tsx'
import { HOME, STEP_TITLES, TITLE, WIZARD } from './steps.ts'

/** `/create/expressroute`, and each step below it. */
export function Component() {
  const drafts = useWizardDrafts(WIZARD)
  const { step } = useParams()
  const [search] = useSearchParams()
  const circuitId = search.get('circuit')
  if (step === undefined && circuitId !== null) return <ContinueSetUp circuitId={circuitId} />
  return (
    <StepRoute
      home={HOME}
      steps={STEP_TITLES}
      drafts={drafts.length === 0 ? undefined : <Drafts />}
      page={(step) => <StepPage step={step} />}
    />
  )
}

function StepPage({ step }: { step: Step }) {
  const { draft, isGone, isRead, estate, onMade } = useDraftHere(WIZARD)
  const [search] = useSearchParams()
  const base = useMemo(
    () =>
      draft
        ? readAnswers(draft.answers)
        : startingAnswers(fromOf(search), { ...unreadAround(estate), providers: { is: 'reading' } }),
    [draft, estate, search],
  )

  if (isGone || !base) return <Drafts gone />
  if (!isRead) return <Reading title={TITLE} />
  return <ExpressRouteWizard step={step} draft={draft} base={base} onMade={onMade} />
}

/** What an address begins the wizard with: the circuit whose set-up goes on. */
function fromOf(search: URLSearchParams): StartingFrom {
  const circuitId = search.get('circuit')
  return circuitId === null ? {} : { circuitId }
}
