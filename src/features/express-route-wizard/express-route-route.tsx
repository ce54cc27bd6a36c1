import { useMemo } from 'react'
import { Reading } from '../../components/wizard/Reading.tsx'
import { StepRoute } from '../../components/wizard/StepRoute.tsx'
import type { Step } from '../../model/express-route/answers.ts'
import { readAnswers } from '../../model/express-route/read-answers.ts'
import { startingAnswers } from '../../model/express-route/starting-answers.ts'
import { unreadAround } from '../../model/wizard/unread.ts'
import { useDraftHere } from '../../queries/use-draft-here.ts'
import { useWizardDrafts } from '../../queries/use-wizard-drafts.ts'
import { Drafts } from './Drafts.tsx'
import { ExpressRouteWizard } from './ExpressRouteWizard.tsx'
import { HOME, STEP_TITLES, TITLE, WIZARD } from './steps.ts'

/** `/create/expressroute`, and each step below it. */
export function Component() {
  const drafts = useWizardDrafts(WIZARD)
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
  const base = useMemo(
    () =>
      draft
        ? readAnswers(draft.answers)
        : startingAnswers({}, { ...unreadAround(estate), providers: { is: 'reading' } }),
    [draft, estate],
  )

  if (isGone || !base) return <Drafts gone />
  if (!isRead) return <Reading title={TITLE} />
  return <ExpressRouteWizard step={step} draft={draft} base={base} onMade={onMade} />
}
