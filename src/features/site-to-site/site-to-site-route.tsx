import { useMemo, useState } from 'react'
import { Navigate, useParams, useSearchParams } from 'react-router-dom'
import { type Step, STEPS } from '../../model/site-to-site/answers.ts'
import { readAnswers } from '../../model/site-to-site/read-answers.ts'
import { startingAnswers } from '../../model/site-to-site/starting-answers.ts'
import type { Surroundings } from '../../model/site-to-site/surroundings.ts'
import { useEstate } from '../../queries/use-estate.ts'
import { useRun } from '../../queries/use-run.ts'
import { useWizardDrafts } from '../../queries/use-wizard-drafts.ts'
import { DraftsPage } from './DraftsPage.tsx'
import { Reading } from './Reading.tsx'
import { SiteToSiteWizard } from './SiteToSiteWizard.tsx'
import { stepPath, WIZARD } from './steps.ts'

/** `/create/site-to-site`, and each step below it. */
export function Component() {
  const { step } = useParams()
  const [search] = useSearchParams()
  const drafts = useWizardDrafts(WIZARD)
  const known = STEPS.find((one) => one === step)
  if (known) return <StepPage step={known} />
  if (step !== undefined || drafts.length === 0)
    return <Navigate replace to={stepPath('goal', search.size === 0 ? '' : `?${search.toString()}`)} />
  return <DraftsPage />
}

function StepPage({ step }: { step: Step }) {
  const [search] = useSearchParams()
  const { estate, phase, error } = useEstate()
  const drafts = useWizardDrafts(WIZARD)
  /** The address has it a moment later. */
  const [made, setMade] = useState<string>()
  /** A run is shown by itself, with its draft where that is still there. */
  const runKey = search.get('run') ?? undefined
  const run = useRun(runKey)
  const key = search.get('draft') ?? run?.origin.draft ?? made
  const draft = drafts.find((one) => one.key === key)
  const gatewayId = search.get('gateway') ?? undefined
  const networkId = search.get('network') ?? undefined
  const base = useMemo(() => {
    if (draft) return readAnswers(draft.answers)
    const around: Surroundings = {
      estate,
      subscriptions: estate.subscriptions,
      regions: { is: 'reading' },
      groups: { is: 'reading' },
      gatewaySubnet: { is: 'reading' },
      rights: new Map(),
    }
    const from = {
      ...(gatewayId !== undefined && { gatewayId }),
      ...(networkId !== undefined && { networkId }),
    }
    return startingAnswers(from, around)
  }, [draft, estate, gatewayId, networkId])

  if ((key !== undefined && !draft && runKey === undefined) || !base) return <DraftsPage gone />
  // What is there decides what is proposed: it begins when the lists are read.
  const isRead = error !== undefined || phase === 'statuses' || phase === 'done'
  if (!isRead) return <Reading />
  return <SiteToSiteWizard step={step} draft={draft} base={base} onMade={setMade} />
}
