import { useMemo, useState } from 'react'
import { Navigate, useParams, useSearchParams } from 'react-router-dom'
import { Reading } from '../../components/wizard/Reading.tsx'
import { StepRoute } from '../../components/wizard/StepRoute.tsx'
import { stepPath } from '../../components/wizard/shown-wizard.ts'
import type { Estate } from '../../model/estate.ts'
import type { Answers, Step } from '../../model/express-route/answers.ts'
import { readAnswers } from '../../model/express-route/read-answers.ts'
import { startingAnswers } from '../../model/express-route/starting-answers.ts'
import type { Surroundings } from '../../model/express-route/surroundings.ts'
import { whereItStands } from '../../model/express-route/where-it-stands.ts'
import { unreadAround } from '../../model/wizard/unread.ts'
import { useDraftHere } from '../../queries/use-draft-here.ts'
import { useWizardDrafts } from '../../queries/use-wizard-drafts.ts'
import { Drafts } from './Drafts.tsx'
import { ExpressRouteWizard } from './ExpressRouteWizard.tsx'
import { HOME, STEP_TITLES, TITLE, WIZARD } from './steps.ts'

/** `/create/expressroute`, and each step below it. */
export function Component() {
  const drafts = useWizardDrafts(WIZARD)
  const { step } = useParams()
  const [search] = useSearchParams()
  if (step === undefined && search.has('circuit')) return <Continued />
  return (
    <StepRoute
      home={HOME}
      steps={STEP_TITLES}
      drafts={drafts.length === 0 ? undefined : <Drafts />}
      page={(known) => <StepPage step={known} />}
    />
  )
}

/** From a circuit's page, in any browser: the step that somebody has to act on, as ARM tells. */
function Continued() {
  const [search] = useSearchParams()
  const { isRead, estate } = useDraftHere(WIZARD)
  const base = useStart(estate)
  if (!isRead) return <Reading title={TITLE} />
  const step = whereItStands(base, aroundOf(estate))
  return <Navigate replace to={stepPath(step, `?${search.toString()}`, { home: HOME })} />
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
  const circuitId = search.get('circuit') ?? undefined
  const gatewayId = search.get('gateway') ?? undefined
  const networkId = search.get('network') ?? undefined
  const hubId = search.get('hub') ?? undefined
  return useMemo(() => {
    const from = {
      setUp,
      ...(circuitId !== undefined && { circuitId }),
      ...(gatewayId !== undefined && { gatewayId }),
      ...(networkId !== undefined && { networkId }),
      ...(hubId !== undefined && { hubId }),
    }
    return startingAnswers(from, aroundOf(estate))
  }, [estate, setUp, circuitId, gatewayId, networkId, hubId])
}

function aroundOf(estate: Estate): Surroundings {
  return { ...unreadAround(estate), providers: { is: 'reading' } }
}
