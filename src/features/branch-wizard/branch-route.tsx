import { useMemo } from 'react'
import { useSearchParams } from 'react-router-dom'
import { Reading } from '../../components/wizard/Reading.tsx'
import { StepRoute } from '../../components/wizard/StepRoute.tsx'
import type { Step } from '../../model/branch/answers.ts'
import { readAnswers } from '../../model/branch/read-answers.ts'
import { startingAnswers } from '../../model/branch/starting-answers.ts'
import { unreadAround } from '../../model/wizard/unread.ts'
import { useDraftHere } from '../../queries/use-draft-here.ts'
import { useWizardDrafts } from '../../queries/use-wizard-drafts.ts'
import { BranchWizard } from './BranchWizard.tsx'
import { Drafts } from './Drafts.tsx'
import { HOME, STEP_TITLES, TITLE, WIZARD } from './steps.ts'

/** `/create/branch`, and each step below it. */
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
  const [search] = useSearchParams()
  const { draft, isGone, isRead, estate, onMade } = useDraftHere(WIZARD)
  const [wan, hub, gateway, site] = ['wan', 'hub', 'gateway', 'site'].map((one) => search.get(one))
  // An address is anybody's: what is no name of a region is left out.
  const region = /^[a-z0-9]{2,40}$/.exec(search.get('region') ?? '')?.[0]
  const units = /^(?:[1-9]|[1-3]\d|40)$/.exec(search.get('units') ?? '')?.[0]
  const base = useMemo(() => {
    if (draft) return readAnswers(draft.answers)
    const from = {
      ...(wan && { wanId: wan }),
      ...(hub && { hubId: hub }),
      ...(gateway && { gatewayId: gateway }),
      ...(site && { siteId: site }),
      ...(region !== undefined && { region }),
      ...(units !== undefined && { units }),
    }
    return startingAnswers(from, unreadAround(estate))
  }, [draft, estate, wan, hub, gateway, site, region, units])

  if (isGone || !base) return <Drafts gone />
  if (!isRead) return <Reading title={TITLE} />
  return <BranchWizard step={step} draft={draft} base={base} onMade={onMade} />
}
