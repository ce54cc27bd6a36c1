import { useMemo, useState } from 'react'
import { useParams, useSearchParams } from 'react-router-dom'
import { Reading } from '../../components/wizard/Reading.tsx'
import { StepRoute } from '../../components/wizard/StepRoute.tsx'
import type { Estate } from '../../model/estate.ts'
import type { Answers, Step } from '../../model/express-route/answers.ts'
import { readCarriedToExpressRoute } from '../../model/express-route/carried.ts'
import { readAnswers } from '../../model/express-route/read-answers.ts'
import { startingAnswers } from '../../model/express-route/starting-answers.ts'
import { useDraftHere } from '../../queries/use-draft-here.ts'
import { useWizardDrafts } from '../../queries/use-wizard-drafts.ts'
import { aroundOf } from './around-of.ts'
import { ContinueDraft } from './ContinueDraft.tsx'
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
  if (step === undefined && search.has('draft')) return <ContinueDraft />
  return (
    <StepRoute
      home={HOME}
      steps={STEP_TITLES}
      drafts={drafts.length === 0 ? undefined : <Drafts />}
      page={(known) => <StepPage step={known} />}
    />
  )
}

function StepPage({ step }: { step: Step }) {
  const { draft, isGone, isRead, estate, onMade } = useDraftHere(WIZARD)
  const start = useStart(estate)
  const base = useMemo(() => (draft ? readAnswers(draft.answers) : start), [draft, start])

  if (isGone || !base) return <Drafts gone />
  if (!isRead) return <Reading title={TITLE} />
  return <ExpressRouteWizard step={step} draft={draft} base={base} onMade={onMade} />
}

/** Answers that begin with what the address names. */
function useStart(estate: Estate): Answers {
  const [search] = useSearchParams()
  const [setUp] = useState(() => crypto.randomUUID().slice(0, 8))
  return useMemo(() => {
    const circuitId = search.get('circuit')
    const gatewayId = search.get('gateway')
    const networkId = search.get('network')
    const hubId = search.get('hub')
    const from = {
      setUp,
      ...(circuitId !== null && { circuitId }),
      ...(gatewayId !== null && { gatewayId }),
      ...(networkId !== null && { networkId }),
      ...(hubId !== null && { hubId }),
      carried: readCarriedToExpressRoute(search),
    }
    return startingAnswers(from, aroundOf(estate))
  }, [estate, setUp, search])
}
